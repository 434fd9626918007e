import { mayLead, type Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'

/** The participation of who leads. Throws a refusal `not-allowed` for everybody else. */
export function leading(participation: Participation): Participation {
  if (!mayLead(participation)) throw new Refusal('not-allowed')
  return participation
}
