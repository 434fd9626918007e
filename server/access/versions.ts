import type { VersionKind } from '../../shared/protocol/endpoints-versions.ts'
import { mayLead, mayWrite, type Participation } from './participation.ts'

/** A version is named, and an article put back as it was, by whoever writes: it is a change like any other, and another can be put back over it. */
export function mayMakeVersions(participation: Participation): boolean {
  return mayWrite(participation)
}

/** Everything at once goes back by who leads alone. */
export function mayRestoreAll(participation: Participation): boolean {
  return mayLead(participation)
}

/** That of a fixed text stays. Who named a version removes it as long as they write; what the program kept of the others' text is not theirs. Who leads removes both. */
export function mayRemoveVersion(
  by: Participation,
  { kind, madeBy }: { kind: VersionKind; madeBy: string },
): boolean {
  if (kind === 'fixed') return false
  const isOwn = kind === 'named' && madeBy === by.personId
  return mayLead(by) || (isOwn && mayMakeVersions(by))
}
