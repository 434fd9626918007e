import { useLanguage, useText } from '../../../text/index.ts'
import type { Around } from '../workspace.tsx'
import type { Person } from './history-authorship.ts'
import { useHistoryRoom } from './history-room.ts'
import { sayMoment } from './moment.ts'
import { partiesOf, personOf, sayPerson } from './people.ts'

export type Say = {
  moment(iso: string): string
  person(personId: string | null): Person | null
  /** Name and party. */
  called(personId: string | null): string
  /** The name alone. */
  name(personId: string | null): string
}

/** How moments and people of the history are called on the screen. */
export function useSay(around: Around): Say {
  const { history, everywhere } = useText()
  const { language } = useLanguage()
  const { state, you } = useHistoryRoom()
  const parties = partiesOf(around.overview.parties, everywhere.unnamedParty)
  const person = (id: string | null) => personOf(id, state.value, [you, ...around.people])
  return {
    person,
    moment: (iso) => sayMoment(iso, history, language, new Date()),
    called: (id) => sayPerson(person(id), parties, you.personId, history),
    name: (id) => sayPerson(person(id), [], you.personId, history),
  }
}
