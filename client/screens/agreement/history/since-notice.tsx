import { useRef, useState } from 'react'
import { useText } from '../../../text/index.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { useArticleRoom } from '../articles/article-room.ts'
import { useWide } from '../use-wide.ts'
import type { Around } from '../workspace.tsx'
import { factsIn } from './facts-in-text.ts'
import { useHistoryRoom } from './history-room.ts'
import { nameOfEntry } from './name-of-place.ts'

/**
 * On opening, one quiet line in a corner of its own: how many articles others changed since one's last visit, and a way to step through them. It
 * tells of what was new when one came, not of what is changed while one looks; once put away it stays away. Where no history stands beside the
 * paper, it leads there.
 */
export function SinceNotice({ around }: { around: Around }) {
  const words = useText()
  const { since: said } = words.history
  const { state, since, open } = useHistoryRoom()
  const isWide = useWide()
  const room = useArticleRoom()
  const found = useRef<readonly string[] | null>(null)
  const [at, setAt] = useState(-1)
  const [isAway, setAway] = useState(false)
  const { entries } = around.overview
  if (found.current === null && state.value !== null && room !== null && entries.length > 0) {
    const body = room.observed.get()
    const isNew = (id: string) => {
      const facts = factsIn(body, id)
      return since.some(({ place }) => place === id || facts.has(place))
    }
    found.current = entries.map(({ id }) => id).filter(isNew)
  }
  const ids = (found.current ?? []).filter((id) => entries.some((entry) => entry.id === id))
  if (isAway || ids.length === 0) return null
  const go = (step: number) => {
    const next = (at + step + ids.length) % ids.length
    setAt(next)
    around.goTo(ids[next] ?? '')
  }
  const entry = entries.find(({ id }) => id === ids[at])
  return (
    <section className="hs-since-notice" aria-label={said.heading}>
      <p role="status">
        {entry === undefined
          ? said.articles(ids.length)
          : said.step(at + 1, ids.length, nameOfEntry(entry, words))}
      </p>
      <span className="hs-since-notice__ways">
        {at >= 0 && !isWide ? (
          <Button look="quiet" onPress={open}>
            {said.look}
          </Button>
        ) : null}
        {at >= 0 && ids.length > 1 ? (
          <IconButton icon="back" label={said.previous} onPress={() => go(-1)} />
        ) : null}
        {at < 0 || ids.length > 1 ? (
          <Button look="quiet" onPress={() => go(1)}>
            {at < 0 ? said.walk : said.next}
          </Button>
        ) : null}
        <IconButton icon="close" label={said.away} onPress={() => setAway(true)} />
      </span>
    </section>
  )
}
