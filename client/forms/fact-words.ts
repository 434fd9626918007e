import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { TASK_KINDS } from '../../shared/template/enums.ts'
import { layoutAt } from './address.ts'
import { choiceOptions, type Option, referenceOptions } from './options.ts'
import { scalarForm } from './scalar-forms.ts'

/** Kept as a word of the catalogue, so that a later list of kinds breaks nothing; chosen from the list of today. */
export const isTaskKind = (address: string): boolean => /^tasks\.[^.]+\.kind$/.test(address)

/** A meeting can go round: then its place is a word instead of a party (domain pack, agreement.md 3.13). */
export const goesRound = (address: string): boolean => address.endsWith('.locationPartyId')

/** The place of a meeting that goes round, among the parties. */
export const roundOption = ({ words }: Catalog): Option => ({
  key: 'rotating',
  label: words.paper.rotating ?? 'rotating',
})

/** Keys that stand for yes and no among the choices of a fact. */
export const YES_NO = { yes: true, no: false } as const

/** What the fact at an address is chosen from; null where it is typed. Throws a RangeError for no address of a field. */
export function choicesAt(address: string, body: AgreementBody, catalog: Catalog): Option[] | null {
  const layout = layoutAt(address)
  if (layout.kind !== 'scalar') return null
  if (isTaskKind(address)) return choiceOptions(TASK_KINDS, catalog)
  const { type } = layout
  const { paper } = catalog.words
  switch (type.name) {
    case 'boolean':
      return Object.keys(YES_NO).map((key) => ({ key, label: paper[key as keyof typeof YES_NO] ?? key }))
    case 'choice':
      return choiceOptions(type.values, catalog)
    case 'reference': {
      const options = referenceOptions(type.to, body, catalog)
      return goesRound(address) ? [...options, roundOption(catalog)] : options
    }
    default:
      return null
  }
}

/** What a fact says, in words; empty for no answer. Of what its list no longer has, the key is said. */
export function factWords(address: string, value: unknown, body: AgreementBody, catalog: Catalog): string {
  if (value === null || value === undefined || value === '') return ''
  const layout = layoutAt(address)
  const labelIn = (options: readonly Option[], key: string) =>
    options.find((option) => option.key === key)?.label ?? key
  if (layout.kind === 'set') {
    const options = referenceOptions(layout.to, body, catalog)
    return (Array.isArray(value) ? value : []).map((key) => labelIn(options, String(key))).join(', ')
  }
  const choices = choicesAt(address, body, catalog)
  if (choices !== null)
    return labelIn(choices, value === true ? 'yes' : value === false ? 'no' : String(value))
  const form = layout.kind === 'scalar' ? scalarForm(layout.type) : null
  if (form === null) return String(value)
  return typeof value === 'string' || typeof value === 'number' ? form.format(value) : ''
}
