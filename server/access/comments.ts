import type { Circle } from '../../shared/protocol/endpoints-comments.ts'
import type { Participation } from './participation.ts'
import { maybeOwnAudience, type StoredAudience } from './steps.ts'

type Member = Pick<Participation, 'partyId' | 'role'>

/** Saying something about the text is for everybody who takes part but who came to read. */
export function mayComment({ role }: Pick<Participation, 'role'>): boolean {
  return role !== 'reader'
}

/** Whom a circle is when this person says something in it; null when there is no such circle for them. */
export function maybeAudienceOf(circle: Circle, member: Member): StoredAudience | null {
  return circle === 'everyone' ? 'all' : maybeOwnAudience(member)
}

/** The circle as those in it call it. */
export function circleOf(audience: string): Circle {
  return audience === 'all' ? 'everyone' : 'organisation'
}
