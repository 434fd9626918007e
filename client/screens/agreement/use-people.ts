import { useEffect, useMemo } from 'react'
import { type PresentPerson, presentPeople, subscribeToPeople } from './people.ts'
import type { Surroundings } from './surroundings.ts'
import { useDerived } from './use-derived.ts'
import type { OpenAgreement } from './use-live.ts'

/** Who is present, oneself included, and tells the others that this person is. */
export function usePeople({ live }: OpenAgreement, you: Surroundings['you']): PresentPerson[] {
  const { awareness } = live
  useEffect(() => {
    const { personId, name, partyId, role } = you
    awareness.setLocalStateField('user', { personId, name, partyId, role })
  }, [awareness, you])
  const subscribe = useMemo(() => subscribeToPeople(awareness), [awareness])
  return useDerived(subscribe, () => presentPeople(awareness.getStates().values()))
}
