import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { AgreementOverview } from '../agreement/overview-of.ts'
import type { PresentPerson } from '../agreement/people.ts'
import type { Surroundings } from '../agreement/surroundings.ts'
import { bringInView } from './bring-in-view.ts'
import { useLead } from './lead.ts'
import { onOwnScroll } from './own-scroll.ts'
import { usePassed } from './passed.ts'
import { type Presented, presentedIn } from './presented.ts'

/** The meeting as it is seen from the paper. */
export type Meeting = {
  /** What is shown to everybody now, from this page or another. */
  presented: Presented | null
  /** Article that this page shows to everybody; null when it shows none. */
  ownShown: string | null
  /** Whether this person may show articles. */
  mayShow: boolean
  show: (articleId: string | null) => void
  /** The person that this page goes along with; null for nobody. */
  followedId: string | null
  /** True once somebody who followed went their own way, until they follow again. */
  hasLetGo: boolean
  follow: (personId: string) => void
  letGo: () => void
}

type Around = {
  agreementId: string
  awareness: Awareness
  you: Surroundings['you']
  people: readonly PresentPerson[]
  overview: AgreementOverview
}

/** Follows what is shown to everybody, and goes along with it on the paper where the person wants that, until they scroll themselves. */
export function useMeeting({ agreementId, awareness, you, people, overview }: Around): Meeting {
  const mayShow = you.role === 'facilitator'
  const lead = useLead(awareness, mayShow)
  usePassed(agreementId, lead.shown)
  const [followedId, setFollowedId] = useState<string | null>(null)
  const [hasLetGo, setLetGo] = useState(false)
  const presented = presentedIn(people, overview.entries, followedId)
  const letGo = () => {
    if (followedId !== null) setLetGo(true)
    setFollowedId(null)
  }
  useGoingAlong(presented?.person.personId === followedId ? (presented?.entry.id ?? null) : null)
  useEffect(() => {
    if (followedId === null) return
    return onOwnScroll(() => {
      setFollowedId(null)
      setLetGo(true)
    })
  }, [followedId])
  const show = (articleId: string | null) => {
    setFollowedId(null)
    lead.show(articleId)
  }
  const follow = (personId: string) => {
    setLetGo(false)
    setFollowedId(personId)
  }
  return { presented, ownShown: lead.shown, mayShow, show, followedId, hasLetGo, follow, letGo }
}

function useGoingAlong(articleId: string | null): void {
  useEffect(() => (articleId === null ? undefined : bringInView(articleId)), [articleId])
}
