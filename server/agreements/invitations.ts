import type { Role } from '../../shared/protocol/endpoints.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, newSecret } from '../access/secret.ts'
import type { AgreementStore, StoredInvitation } from '../storage/agreements.ts'

const DAY = 24 * 60 * 60 * 1000
const INVITATION_DAYS = 90

/** A link as it is handed out, this once. */
export type Link = { partyId: string | null; role: Role; secret: string }
export type PreparedLink = { link: Link; stored: StoredInvitation }
/** What a link is for. */
export type Invitation = { agreementId: string; partyId: string | null; role: Role }

type Invited = { agreementId: string; partyId: string | null; role: Role; createdBy: string }

/** A new link and what is kept of it. It serves everybody who joins for this party in this role. */
export function prepareLink(invited: Invited, now: Date, newId: () => string): PreparedLink {
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY).toISOString()
  const stored = { ...invited, id: newId(), hash: hashOfSecret(secret), at: now.toISOString(), expiresAt }
  return { link: { partyId: invited.partyId, role: invited.role, secret }, stored }
}

/** What the link is for. Throws a refusal `invalid-invitation` for a link that is unknown, withdrawn or over. */
export async function openInvitation(store: AgreementStore, secret: string, now: Date): Promise<Invitation> {
  const invitation = await store.maybeInvitation(hashOfSecret(secret), now.toISOString())
  if (!invitation) throw new Refusal('invalid-invitation')
  return { ...invitation, role: invitation.role as Role }
}

/**
 * The part somebody gets by a link. Who leads the agreement keeps that part, also after opening a link that was meant for
 * others: nobody loses rights by looking.
 */
export function participationByLink(
  invitation: Invitation,
  person: { personId: string; name: string },
  present: Participation | null,
): Participation {
  if (present?.role === 'facilitator') return present
  return { ...invitation, ...person }
}
