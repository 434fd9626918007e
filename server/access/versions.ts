import { mayLead, mayWrite, type Participation } from './participation.ts'

/** A version is named, and an article put back as it was, by whoever writes: it is a change like any other, and another can be put back over it. */
export function mayMakeVersions(participation: Participation): boolean {
  return mayWrite(participation)
}

/** Everything at once goes back by who leads alone, as removing a version does. */
export function mayRestoreAll(participation: Participation): boolean {
  return mayLead(participation)
}
