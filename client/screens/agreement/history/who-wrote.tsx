import { useCallback, useSyncExternalStore } from 'react'
import { fragmentOf } from '../../../../shared/document/layout.ts'
import { fullNameOf } from '../../../editor/index.ts'
import { useText } from '../../../text/index.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { initialOf, PartyMark } from '../../../ui/party-mark.tsx'
import { useArticleRoom } from '../articles/article-room.ts'
import { findText } from '../articles/find-text.ts'
import type { OutlineEntry } from '../overview-of.ts'
import { useDerived } from '../use-derived.ts'
import { goToPassage } from './go-to-passage.ts'
import type { BesideProps } from './history-beside.tsx'
import { useHistoryRoom } from './history-room.ts'
import { nameOfEntry } from './name-of-place.ts'
import { type PersonInText, peopleInText } from './people-in-text.ts'

type Props = BesideProps & { entry: OutlineEntry }

/** Puts the names in the text on or off, and lists who wrote in the article in view. */
export function WhoWrote(props: Props) {
  const { who } = useText().history
  const { authorship } = useHistoryRoom()
  const isShown = useSyncExternalStore(authorship.subscribe, authorship.isShown)
  return (
    <section className="hs-history__part" aria-label={who.menuShow}>
      <Checkbox isSelected={isShown} onChange={authorship.show}>
        {who.show}
      </Checkbox>
      {isShown ? <InArticle {...props} /> : null}
    </section>
  )
}

function InArticle({ open, entry, onGone }: Props) {
  const text = useText()
  const { who } = text.history
  const room = useArticleRoom()
  const { authorship } = useHistoryRoom()
  const { observed } = open
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [observed.subscribe(listener), authorship.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [observed, authorship],
  )
  const people = useDerived(subscribe, () => {
    const found = room === null ? null : findText(entry.id, observed.get(), room.catalog)
    if (found === null) return []
    const fragment = fragmentOf(open.live.doc, found.list, entry.id)
    return peopleInText(fragment, found.body, authorship.authorOf)
  })
  return (
    <>
      <p className="hs-soft">{who.help}</p>
      <h4 lang="nl">{who.inArticle(nameOfEntry(entry, text))}</h4>
      {people.length === 0 ? <p className="hs-soft">{who.nobody}</p> : null}
      <ul className="hs-history__changes">
        {people.map((person) => (
          <OnePerson key={person.author.key} person={person} place={entry.id} onGone={onGone} />
        ))}
      </ul>
    </>
  )
}

/** How many passages are listed; who wrote more is seen in the text itself. */
const QUOTES = 30

type PersonProps = { person: PersonInText; place: string; onGone: Props['onGone'] }

function OnePerson({ person: { author, words, quotes }, place, onGone }: PersonProps) {
  const { who } = useText().history
  const go = (index: number) => {
    onGone?.()
    goToPassage(place, index)
  }
  const rest = quotes.length - QUOTES
  return (
    <li className="hs-history__change">
      {author.partyIndex === null ? (
        <span className="hs-person-mark" aria-hidden="true">
          {initialOf(author.name)}
        </span>
      ) : (
        <PartyMark index={author.partyIndex} initial={initialOf(author.party)} />
      )}
      <div>
        <p className="hs-history__who">
          <b>{author.initials}</b> {fullNameOf(author)}
        </p>
        <p className="hs-soft">{who.words(words)}</p>
        {quotes.length === 0 ? null : (
          <details className="hs-history__quotes">
            <summary>{who.passages(quotes.length)}</summary>
            <ul aria-label={who.passagesOf(author.name)}>
              {quotes.slice(0, QUOTES).map((quote) => (
                <li key={quote.index}>
                  <button type="button" lang="nl" onClick={() => go(quote.index)}>
                    “{quote.words}”
                  </button>
                </li>
              ))}
            </ul>
            {rest > 0 ? <p className="hs-soft">{who.more(rest)}</p> : null}
          </details>
        )}
      </div>
    </li>
  )
}
