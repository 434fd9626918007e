import { mayWrite, type Participation } from './participation.ts'

/** For whom a note with the seven steps is: everybody who takes part, one party, or those who lead without a party. */
export type StoredAudience = 'all' | 'facilitators' | `party:${string}`

type Member = Pick<Participation, 'partyId' | 'role'>

/** The audience of what somebody keeps within the own organisation; null for who belongs to none. */
export function maybeOwnAudience({ partyId, role }: Member): StoredAudience | null {
  if (partyId !== null) return `party:${partyId}`
  return role === 'facilitator' ? 'facilitators' : null
}

/** Every audience that somebody belongs to: what is read from the records, and nothing else. */
export function audiencesOf(member: Member): StoredAudience[] {
  const own = maybeOwnAudience(member)
  return own === null ? ['all'] : ['all', own]
}

/** Whether somebody may know that there is something new for this audience. */
export function belongsTo(audience: StoredAudience, member: Member): boolean {
  return audiencesOf(member).includes(audience)
}

/** Notes and ticks are made by who may write in the agreement; the others of the organisation read them. */
export const mayWriteStepNotes = mayWrite
