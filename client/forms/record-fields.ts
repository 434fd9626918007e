import { fieldsOf, LISTS } from '../../shared/agreement/schema-walk.ts'

/** Where a record came from, which nobody edits. */
const KEPT_AS_MADE: readonly string[] = ['libraryTaskId']

/** The fields of a record that its form shows, in their order. None for a path that is no list. */
export function fieldsOfRecord(listPath: string): string[] {
  const list = LISTS.get(listPath)
  if (!list) return []
  return fieldsOf(list.record, list.key)
    .filter(({ name, layout }) => layout.kind !== 'richText' && layout.kind !== 'json' && !isOwnKey(name))
    .map(({ name }) => name)
    .filter((name) => !KEPT_AS_MADE.includes(name))
}

/** The stable key of an article, which no person sees. */
const isOwnKey = (name: string): boolean => name === 'key' || name === 'origin'

/** What stands on paper comes first; the rest is asked because advice and signing need it. */
export const PARTY_FIELDS = {
  onPaper: ['name', 'shortName', 'legalForm', 'kvkNumber', 'address', 'postalCode', 'city'],
  decision: ['decisionBody', 'decisionReference', 'decisionDate'],
  more: [
    'role',
    'requiredSignatories',
    'authorityCheckedOn',
    'isVolunteerOrganisation',
    'paidStaffFte',
    'volunteersCount',
    'capacityHoursPerMonth',
    'supportBaseText',
    'joinedOn',
    'leftOn',
  ],
} as const

export const SIGNATORY_FIELDS = ['name', 'position', 'authorityBasis'] as const
