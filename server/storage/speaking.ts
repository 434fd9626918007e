import type { Transaction } from 'kysely'
import type { AgreementTables } from './agreements.ts'

/** Roles that get the word of their party by coming in first; who leads may give it to others. */
const BY_COMING_IN = ['writer', 'signatory']

/** Who only reads or comments has no word to keep; `canSpeakFor` of server/access, which a test compares. */
export function speaksInRole(role: string): boolean {
  return role === 'facilitator' || BY_COMING_IN.includes(role)
}

export type ComingIn = {
  agreementId: string
  personId: string
  partyId: string | null
  role: string
  state: string
}

/** True when somebody comes in as the first who may speak for the party, or did so already. */
export async function speaksByComingIn(tx: Transaction<AgreementTables>, who: ComingIn): Promise<boolean> {
  const { agreementId, personId, partyId, role, state } = who
  if (state !== 'active' || partyId === null || !BY_COMING_IN.includes(role)) return false
  const other = await tx
    .selectFrom('participant')
    .select('person_id')
    .where('agreement_id', '=', agreementId)
    .where('party_id', '=', partyId)
    .where('state', '=', 'active')
    .where('speaks_for', '=', 1)
    .where('person_id', '!=', personId)
    .executeTakeFirst()
  return other === undefined
}
