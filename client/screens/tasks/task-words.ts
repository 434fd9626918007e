import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Task } from '../../../shared/agreement/task.ts'
import { formatDate } from '../../../shared/outline/format.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'

/** "elke maand, vanaf 1 maart 2027, uiterlijk 1 juni 2027" with the words of the paper; empty when nothing is said. */
export function whenText(task: Task, { words }: Catalog): string {
  const from = task.startDate && fill(words.paper.fromDate, formatDate(task.startDate))
  const due = task.dueDate && fill(words.paper.dueDate, formatDate(task.dueDate))
  return [task.frequency, from, due].filter(Boolean).join(', ')
}

const fill = (pattern: string | undefined, value: string) => (pattern ?? '').replace(/\{[^}]*\}/, value)

/** How the agreement calls a party; null when there is none (any more). */
export function partyName(partyId: string | null, body: AgreementBody, catalog: Catalog): string | null {
  const party = body.parties.find(({ id }) => id === partyId)
  return party ? callParty(party, catalog) : null
}

/** Place of a party in the agreement, for its mark; -1 when it is not in it. */
export function partyIndex(partyId: string | null, body: AgreementBody): number {
  return body.parties.findIndex(({ id }) => id === partyId)
}
