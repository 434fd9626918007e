import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { keyOfList, recordsAt } from './address.ts'

/** The fields by which people know a row, the best first. */
const NAMES = [
  'title',
  'name',
  'fullName',
  'text',
  'description',
  'term',
  'descriptionText',
  'label',
] as const
/** So long (signs) a name may be. */
const LONGEST = 120

/** What a row is called: the first words that somebody gave it; empty when it has none. */
export function callRow(body: AgreementBody, listPath: string, key: string): string {
  const record = recordsAt(body, listPath).find((each) => each[keyOfList(listPath)] === key)
  const words = NAMES.map((name) => record?.[name]).find((value) => typeof value === 'string' && value !== '')
  return typeof words === 'string' ? words.slice(0, LONGEST) : ''
}
