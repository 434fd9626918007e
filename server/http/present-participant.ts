import { speaks } from '../access/consents.ts'
import type { Participation } from '../access/participation.ts'
import type { Present } from '../agreements/invitations.ts'

/** A participant as others may see one. Whose state is not told takes part. */
export function presentParticipant(part: Participation & Partial<Pick<Present, 'state'>>) {
  const { personId, name, partyId, role, state = 'active' } = part
  return {
    personId,
    name,
    partyId,
    role,
    speaksFor: speaks(part),
    state: state === 'waiting' ? ('waiting' as const) : ('active' as const),
  }
}
