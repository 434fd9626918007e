import type { ReactNode } from 'react'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useArticleRoom } from '../articles/article-room.ts'
import { jumpTo } from '../paper/jump-to.ts'
import { type ChangedPlace, placesOf } from './changes.ts'
import type { BesideProps } from './history-beside.tsx'
import { useHistoryRoom } from './history-room.ts'
import { nameOfPlace } from './name-of-place.ts'
import { useSay } from './use-say.ts'

/** All places that others changed since one's last visit, each with the way there. */
export function EverywhereSince(props: BesideProps) {
  const { since: words } = useText().history
  const { state, since } = useHistoryRoom()
  const say = useSay(props.around)
  const lastVisit = state.value?.lastVisit ?? null
  const places = placesOf(since)
  return (
    <section className="hs-history__part" aria-labelledby="history-everywhere">
      <h3 id="history-everywhere">{words.everywhere}</h3>
      <p className="hs-soft">
        {lastVisit === null ? words.first : words.visit(say.moment(lastVisit))}{' '}
        {lastVisit !== null && places.length === 0 ? words.nothing : null}
      </p>
      {places.length === 0 ? null : (
        <ul className="hs-history__places">
          {places.map((place) => (
            <Place key={place.place} place={place} {...props} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Place({ place, around, onGone }: BesideProps & { place: ChangedPlace }) {
  const words = useText()
  const room = useArticleRoom()
  const say = useSay(around)
  if (room === null) return null
  const { kind, name } = nameOfPlace(place.place, {
    entries: around.overview.entries,
    body: room.observed.get(),
    catalog: room.catalog,
    words,
  })
  const names = place.personIds.map(say.name).join(` ${words.history.and} `)
  const said = (
    <>
      <span className="hs-history__place" lang="nl">
        {name}
      </span>
      <span className="hs-soft">
        {names}, {say.moment(place.to)}
      </span>
    </>
  )
  const go = () => {
    onGone?.()
    if (kind === 'text') around.goTo(place.place)
    else jumpTo(place.place)
  }
  if (kind === 'gone') return <Gone place={place.place}>{said}</Gone>
  return (
    <li>
      <button type="button" className="hs-history__goal hs-history__goal--leads" onClick={go}>
        <Icon name={kind === 'text' ? 'write' : 'articles'} />
        <span>{said}</span>
      </button>
    </li>
  )
}

/** What was taken out can still be read. */
function Gone({ place, children }: { place: string; children: ReactNode }) {
  const { article } = useText().history
  const { since, look } = useHistoryRoom()
  const last = since.find((change) => change.place === place)
  return (
    <li className="hs-history__goal">
      {children}
      {last === undefined ? null : (
        <Button look="quiet" onPress={() => look(last)}>
          {article.look}
        </Button>
      )}
    </li>
  )
}
