import type { AgreementBody } from '../agreement/agreement.ts'
import { isIsoDate, type Layout, type ScalarType, type Target } from '../agreement/field.ts'
import type { ProposedValue } from '../agreement/proposed-change.ts'
import { maybeDate } from '../outline/format.ts'
import type { PaperCatalog } from '../outline/paper-catalog.ts'
import { enumWord, paperWord } from '../outline/paper-words.ts'
import { callParty } from '../outline/parties.ts'

/** What a text in a file stands for; null for a text that stands for nothing of this kind. */
export type ReadValue = { value: ProposedValue } | null

export type ReadingOf = { body: AgreementBody; catalog: PaperCatalog; enumName: string | null }

/** Reads a text as people write it ("1 maart 2027", "€ 1.250,00", "ja", the name of a party) as a value of a field. Empty text is no answer. */
export function readValue(written: string, layout: Layout, reading: ReadingOf): ReadValue {
  const text = written.trim()
  switch (layout.kind) {
    case 'longText':
      return { value: text }
    case 'scalar':
      return text === '' ? { value: null } : readScalar(text, layout.type, reading)
    case 'set':
      return readSet(text, layout.to, reading)
    default:
      return null
  }
}

function readScalar(text: string, type: ScalarType, reading: ReadingOf): ReadValue {
  switch (type.name) {
    case 'text':
      return text.length <= type.max ? { value: text } : null
    case 'date':
      return valued(readDate(text))
    case 'number':
    case 'money':
      return valued(readNumber(text))
    case 'boolean':
      return readBoolean(text, reading.catalog)
    case 'choice':
      return valued(type.values.find((value) => isSame(wordOf(value, reading), text)) ?? null)
    case 'reference':
      return valued(readReference(text, type.to, reading))
  }
}

const valued = (value: ProposedValue): ReadValue => (value === null ? null : { value })
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function wordOf(value: string, { catalog, enumName }: ReadingOf): string {
  return enumName === null ? value : enumWord(catalog, enumName, value)
}

/** "1 maart 2027", "01-03-2027", "1/3/2027" and "2027-03-01" as an ISO date; null for what is no day. */
export function readDate(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ')
  const written = maybeDate(plain.toLowerCase()) ?? maybeDate(plain.toLowerCase().replace(/^0/, ''))
  if (written !== null) return written
  if (isIsoDate(plain)) return plain
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

/** "€ 1.250,00", "1250,5" and "1250.50" as a number: a point before three digits parts thousands, as Dutch has it. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/^€|euro$/gi, '')
    .replace(/[\s\u00a0]/g, '')
    .replace(/,-$/, '')
  const dutch = /^\d{1,3}(\.\d{3})*(,\d+)?$|^\d+(,\d+)?$/
  if (dutch.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  return /^\d+\.\d{1,2}$/.test(plain) ? Number(plain) : null
}

function readBoolean(text: string, catalog: PaperCatalog): ReadValue {
  if (isSame(text, paperWord(catalog, 'yes'))) return { value: true }
  return isSame(text, paperWord(catalog, 'no')) ? { value: false } : null
}

function readSet(text: string, to: Target, reading: ReadingOf): ReadValue {
  if (text === '') return { value: [] }
  if (to === 'parties' && isSame(text, paperWord(reading.catalog, 'allParties')))
    return { value: reading.body.parties.map(({ id }) => id) }
  const keys = text.split(/\s*[,;\n]\s*|\s+en\s+/).map((name) => readReference(name, to, reading))
  return keys.every((key) => key !== null) ? { value: [...new Set(keys)] } : null
}

/** A record or entry of the catalogue by the name that the paper gives it. */
function readReference(text: string, to: Target, reading: ReadingOf): string | null {
  const { body, catalog, enumName } = reading
  const named = (names: readonly (readonly [string, string | null])[]) =>
    names.find(([, name]) => name !== null && isSame(name, text))?.[0] ?? null
  switch (to) {
    case 'parties':
      return named(
        body.parties.flatMap((party) => [
          [party.id, callParty(party, catalog)] as const,
          [party.id, party.name] as const,
        ]),
      )
    case 'contacts':
      return named(body.contacts.map(({ id, name }) => [id, name] as const))
    case 'factors':
      return named(catalog.factors.map(({ id, label }) => [id, label] as const))
    case 'clusters':
      return named([
        ...body.customClusters.map(({ id, labelNl }) => [id, labelNl] as const),
        ...catalog.frameworks.flatMap(({ clusters }) =>
          clusters.map(({ id, label }) => [id, label] as const),
        ),
      ])
    default:
      return enumName === null ? null : named(Object.entries(catalog.words.enums[enumName] ?? {}))
  }
}
