import type { TokenBounds } from './token-bounds.ts'

/** What a member of the workspace may do there: an admin manages the members, a member starts and leads agreements. */
export type WorkspaceRights = 'admin' | 'member'

/** Who makes a request, as far as a credential proves it. */
export type Caller = {
  personId: string
  name: string
  /** Member of the workspace: may start agreements. Everybody else came in by an invitation. */
  staff: boolean
  /** Null for who is no member. */
  rights: WorkspaceRights | null
  /** A browser sends its cookie along whoever asks it to; a token is sent on purpose. So only cookies need the Origin check. */
  credential: 'cookie' | 'token'
  /** What a token was made for; null: all that its person may do. */
  bounds: TokenBounds | null
}

/** What somebody keeps, loads or takes back about themselves is for them in person. */
export function mayAskForOneself(caller: Caller): boolean {
  return caller.credential === 'cookie'
}

/** Starting an agreement is for the organisation that runs the workspace. */
export function mayStartAgreement(caller: Caller): boolean {
  return caller.staff
}

/** Name, address, password and passkeys are a member's own: no program changes how a person gets in. */
export function mayChangeOwnAccount(caller: Caller): boolean {
  return caller.staff && caller.credential === 'cookie'
}

/** Who is in the workspace is decided by its admins themselves, not by a program that acts for one. */
export function mayManageMembers(caller: Caller): boolean {
  return caller.rights === 'admin' && caller.credential === 'cookie'
}
