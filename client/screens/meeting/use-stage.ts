import { useEffect, useRef, useState } from 'react'
import type { StandingConnection } from '../../connection/index.ts'
import type { AgreementOverview, OutlineEntry } from '../agreement/overview-of.ts'
import { type PresentPerson, presentPeople } from '../agreement/people.ts'
import type { Surroundings } from '../agreement/surroundings.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { useLead } from './lead.ts'
import { onOwnScroll } from './own-scroll.ts'
import { usePassed } from './passed.ts'
import { type Presented, presentedIn } from './presented.ts'

/** Which article a screen of one article shows, and why. */
export type Stage = {
  entry: OutlineEntry
  /** What somebody shows to everybody from another page; null when nobody does, or this page does. */
  presented: Presented | null
  mayShow: boolean
  /** This page shows its article to everybody. */
  isShowing: boolean
  /** This page goes along with who shows something, now or as soon as somebody does. */
  isFollowing: boolean
  previous: OutlineEntry | null
  next: OutlineEntry | null
  /** Another article: for everybody where this page shows, else on this page alone. */
  go: (articleId: string) => void
  /** Shows the article of this page to everybody, instead of who did so before; or stops. */
  show: (isOn: boolean) => void
  follow: () => void
}

type StageParts = {
  agreementId: string
  open: OpenAgreement
  connection: StandingConnection
  overview: AgreementOverview
  people: readonly PresentPerson[]
  you: Surroundings['you']
  /** Whether the screen shows to everybody as soon as who leads opens it and nobody else does. */
  showsAtOnce: boolean
  /** Article to begin with. */
  first: string | null
}

/** The state of a screen of one article. Null while the agreement has no article. */
export function useStage(parts: StageParts): Stage | null {
  const { agreementId, open, connection, overview, people, you, first } = parts
  const { entries } = overview
  const { awareness } = open.live
  const mayShow = you.role === 'facilitator'
  const lead = useLead(awareness, mayShow)
  usePassed(agreementId, lead.shown)
  // Null: goes along with who shows something.
  const [own, setOwn] = useState<string | null>(null)
  const seen = useRef<{ id: string | null; by: string | null }>({ id: first, by: null })
  const presented = lead.shown === null ? presentedIn(people, entries, seen.current.by) : null
  const wanted = lead.shown ?? own ?? presented?.entry.id ?? seen.current.id
  const at = Math.max(
    entries.findIndex(({ id }) => id === wanted),
    0,
  )
  const entry = entries[at]
  // Before the text is there nothing was seen, and what to begin with waits.
  if (connection.opened && entry !== undefined)
    seen.current = { id: entry.id, by: presented?.person.personId ?? seen.current.by }
  const isFollowing = lead.shown === null && own === null
  useShowingAtOnce(parts, entry?.id ?? null, lead)
  useOwnPlace(awareness, entry?.id ?? null)
  useEffect(() => {
    if (!isFollowing) return
    return onOwnScroll(() => setOwn(seen.current.id))
  }, [isFollowing])
  if (entry === undefined) return null
  const isShowing = lead.shown !== null
  return {
    entry,
    presented,
    mayShow,
    isShowing,
    isFollowing,
    previous: entries[at - 1] ?? null,
    next: entries[at + 1] ?? null,
    go: (articleId) => (isShowing ? lead.show(articleId) : setOwn(articleId)),
    show: (isOn) => {
      setOwn(isOn ? null : entry.id)
      lead.show(isOn ? entry.id : null)
    },
    follow: () => {
      setOwn(null)
      lead.show(null)
    },
  }
}

/** Who leads and opens a screen for the wall means to show it; unless somebody shows something already, which is known once the server was heard. */
function useShowingAtOnce(
  { open, connection, showsAtOnce, you }: StageParts,
  articleId: string | null,
  { isReady, show }: ReturnType<typeof useLead>,
): void {
  const isDecided = useRef(false)
  const mayDecide = showsAtOnce && isReady && connection.synced && you.role === 'facilitator'
  useEffect(() => {
    if (!mayDecide || isDecided.current || articleId === null) return
    isDecided.current = true
    const people = presentPeople(open.live.awareness.getStates().values())
    if (people.every(({ presents }) => presents === null)) show(articleId)
  }, [mayDecide, open, articleId, show])
}

/** The others see where this page is. */
function useOwnPlace(awareness: OpenAgreement['live']['awareness'], articleId: string | null): void {
  useEffect(() => {
    awareness.setLocalStateField('place', articleId)
  }, [awareness, articleId])
}
