/** Who makes a request, as far as a credential proves it. */
export type Caller = {
  personId: string
  name: string
  /** Member of the workspace: may start agreements. Everybody else came in by an invitation. */
  staff: boolean
  /** A browser sends its cookie along whoever asks it to; a token is sent on purpose. So only cookies need the Origin check. */
  credential: 'cookie' | 'token'
}

/** Starting an agreement is for the organisation that runs the workspace. */
export function mayStartAgreement(caller: Caller): boolean {
  return caller.staff
}
