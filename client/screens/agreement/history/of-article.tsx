import { useState } from 'react'
import type { Change } from '../../../../shared/protocol/endpoints-history.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { useArticleRoom } from '../articles/article-room.ts'
import type { OutlineEntry } from '../overview-of.ts'
import { PersonMark } from '../people-list.tsx'
import type { Around } from '../workspace.tsx'
import { placesOf } from './changes.ts'
import { factsIn } from './facts-in-text.ts'
import type { BesideProps } from './history-beside.tsx'
import { useHistoryRoom } from './history-room.ts'
import { nameOfEntry, nameOfPlace } from './name-of-place.ts'
import { useSay } from './use-say.ts'

/** More lines than this are shown when somebody asks. */
const FIRST = 8

/** Who changed one article or annex and when: first what is new since one's last visit, then what was before. */
export function OfArticle({ around, entry }: BesideProps & { entry: OutlineEntry }) {
  const text = useText()
  const { article, since: words } = text.history
  const room = useHistoryRoom()
  const changes = room.state.value?.changes.filter(({ place }) => place === entry.id) ?? []
  const since = room.since.filter(({ place }) => place === entry.id)
  const earlier = changes.filter((change) => !since.includes(change))
  const isFirstVisit = room.state.value?.lastVisit === null
  return (
    <section className="hs-history__part" aria-labelledby="history-of-article">
      <h3 id="history-of-article">
        <span lang="nl">{nameOfEntry(entry, text)}</span>
      </h3>
      {since.length === 0 ? null : (
        <>
          <h4>{words.heading}</h4>
          <Changes around={around} changes={since} />
        </>
      )}
      {since.length === 0 && !isFirstVisit && earlier.length > 0 ? (
        <p className="hs-soft">{words.nothingHere}</p>
      ) : null}
      {earlier.length === 0 ? null : (
        <>
          <h4>{isFirstVisit ? article.all : article.earlier}</h4>
          <Changes around={around} changes={earlier} />
        </>
      )}
      {changes.length === 0 ? <p className="hs-soft">{article.none}</p> : null}
      <FactsHere around={around} entry={entry} />
    </section>
  )
}

/** Who changed the facts and tables that stand in this text; what is new since one's last visit is marked. */
function FactsHere({ around, entry }: { around: Around; entry: OutlineEntry }) {
  const words = useText()
  const { article, since } = words.history
  const history = useHistoryRoom()
  const room = useArticleRoom()
  const say = useSay(around)
  if (room === null) return null
  const body = room.observed.get()
  const here = factsIn(body, entry.id)
  const places = placesOf(history.state.value?.changes.filter(({ place }) => here.has(place)) ?? [])
  if (places.length === 0) return null
  const { entries } = around.overview
  return (
    <>
      <h4>{article.facts}</h4>
      <ul className="hs-history__changes">
        {places.slice(0, FIRST).map(({ place, personIds, to }) => (
          <li key={place}>
            <p className="hs-history__who">
              <span lang="nl">
                {nameOfPlace(place, { entries, body, catalog: room.catalog, words }).name}
              </span>{' '}
              {history.since.some((change) => change.place === place) ? (
                <span className="hs-since">{since.mark}</span>
              ) : null}
            </p>
            <p className="hs-soft">
              {personIds.map(say.name).join(` ${words.history.and} `)}, {say.moment(to)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Changes({ around, changes }: { around: Around; changes: readonly Change[] }) {
  const { article } = useText().history
  const { hasOlder, older, state } = useHistoryRoom()
  const [shown, setShown] = useState(FIRST)
  const isCut = changes.length > shown
  const more = () => {
    if (!isCut) older()
    setShown(shown + FIRST)
  }
  return (
    <>
      <ul className="hs-history__changes">
        {changes.slice(0, shown).map((change) => (
          <OneChange key={`${change.from} ${change.personId}`} around={around} change={change} />
        ))}
      </ul>
      {isCut || hasOlder ? (
        <Button look="quiet" isBusy={!isCut && state.isBusy} onPress={more}>
          {article.older}
        </Button>
      ) : null}
    </>
  )
}

function OneChange({ around, change }: { around: Around; change: Change }) {
  const { article } = useText().history
  const room = useHistoryRoom()
  const say = useSay(around)
  const person = say.person(change.personId)
  const when = say.moment(change.to)
  const called = say.called(change.personId)
  return (
    <li className="hs-history__change">
      <PersonMark person={{ name: '', partyId: null, ...person }} parties={around.overview.parties} />
      <div>
        <p className="hs-history__who">{called}</p>
        <p className="hs-soft">{when}</p>
        <Button look="quiet" aria-label={article.lookLabel(when, called)} onPress={() => room.look(change)}>
          {article.look}
        </Button>
      </div>
    </li>
  )
}
