import type { ParticipantState, Role } from '../../shared/protocol/participant.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, newSecret } from '../access/secret.ts'
import type { AgreementStore, StoredInvitation } from '../storage/agreements.ts'

const DAY = 24 * 60 * 60 * 1000
const INVITATION_DAYS = 90

/** A link as it is handed out, this once. */
export type Link = Pick<StoredInvitation, 'id' | 'label' | 'expiresAt' | 'askFirst'> & {
  partyId: string | null
  role: Role
  secret: string
}
export type PreparedLink = { link: Link; stored: StoredInvitation }
/** What a link or a code is for. `askFirst`: who comes by it waits to be admitted. */
export type Invitation = { agreementId: string; partyId: string | null; role: Role; askFirst: boolean }
/** The same, and which link it is. */
export type OpenedInvitation = Invitation & { id: string }

export type Invited = {
  agreementId: string
  partyId: string | null
  role: Role
  createdBy: string
  label?: string
  askFirst?: boolean
  /** Not absent: no later than `latestExpiry`. */
  expiresAt?: string
}

/** Somebody's part with what became of it. `chosenBy`: who leads and chose name, role or party. */
export type Present = Participation & { state: ParticipantState; chosenBy: string | null }

/** How long a link can live at most, and lives when nothing else is said. */
export function latestExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY)
}

/** A new link and what is kept of it. It serves everybody who joins for this party in this role. */
export function prepareLink(invited: Invited, now: Date, newId: () => string): PreparedLink {
  const { agreementId, partyId, role, createdBy, label = '', askFirst = false } = invited
  const secret = newSecret()
  const expiresAt = new Date(invited.expiresAt ?? latestExpiry(now)).toISOString()
  const link = { id: newId(), partyId, role, label, askFirst, expiresAt, secret }
  const { secret: _, ...kept } = link
  return {
    link,
    stored: { ...kept, agreementId, createdBy, hash: hashOfSecret(secret), at: now.toISOString() },
  }
}

/** What the link is for. Throws a refusal `invalid-invitation` for a link that is unknown, withdrawn or over. */
export async function openInvitation(
  store: AgreementStore,
  secret: string,
  now: Date,
): Promise<OpenedInvitation> {
  const invitation = await store.maybeInvitation(hashOfSecret(secret), now.toISOString())
  if (!invitation) throw new Refusal('invalid-invitation')
  return { ...invitation, role: invitation.role as Role }
}

export type Newcomer = { personId: string; name: string; readAlong?: boolean }

/**
 * The part somebody gets by a link. Who leads the agreement keeps that part, also after opening a link that was meant for others, and so
 * does who only comes to read along: nobody loses rights by looking. What somebody who leads chose is not undone by a link, and who
 * was removed waits to be admitted.
 */
export function participationByLink(
  invitation: Invitation,
  { personId, name, readAlong = false }: Newcomer,
  present: Present | null,
): Present {
  const isIn = present?.state === 'active'
  if (isIn && (present.role === 'facilitator' || present.chosenBy !== null || readAlong)) return present
  const { agreementId, partyId, role, askFirst } = invitation
  const part = readAlong ? ({ partyId: null, role: 'reader' } as const) : { partyId, role }
  const mayEnter = isIn || (present === null && !askFirst)
  const state = mayEnter ? ('active' as const) : ('waiting' as const)
  return { agreementId, personId, name, ...part, state, chosenBy: present?.chosenBy ?? null }
}
