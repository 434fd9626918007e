import type { Awareness } from 'y-protocols/awareness'
import { presence } from '../../../shared/protocol/live.ts'

/** Somebody who has this agreement open. One person with two tabs is one person. */
export type PresentPerson = {
  personId: string
  name: string
  partyId: string | null
  role: string
  /** Article or annex the person is in. */
  place: string | null
  /** Article or annex that who leads shows to everybody. */
  presents: string | null
}

/** Who is present, by name. States that say nothing sensible are left out: they come from other people's browsers. */
export function presentPeople(states: Iterable<unknown>): PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const state of states) {
    const parsed = presence.safeParse(state)
    if (!parsed.success) continue
    const { user, place, presents } = parsed.data
    const before = people.get(user.personId)
    people.set(user.personId, {
      personId: user.personId,
      name: user.name,
      partyId: user.partyId,
      role: user.role,
      place: place ?? before?.place ?? null,
      presents: presents ?? before?.presents ?? null,
    })
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** Follows the presence of others and oneself. */
export function subscribeToPeople(awareness: Awareness): (listener: () => void) => () => void {
  return (listener) => {
    awareness.on('change', listener)
    return () => awareness.off('change', listener)
  }
}

/** Who came and who went between two moments, oneself left out. */
export function arrivals(
  before: readonly PresentPerson[],
  after: readonly PresentPerson[],
  ownId: string,
): { came: string[]; left: string[] } {
  const missingFrom = (people: readonly PresentPerson[]) => (person: PresentPerson) =>
    person.personId !== ownId && !people.some(({ personId }) => personId === person.personId)
  return {
    came: after.filter(missingFrom(before)).map(({ name }) => name),
    left: before.filter(missingFrom(after)).map(({ name }) => name),
  }
}
