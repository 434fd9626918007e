import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { LISTS } from '../../../shared/agreement/schema-walk.ts'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import type { StepFill } from '../../../shared/template/steps.ts'

type Json = Readonly<Record<string, unknown>>

export type FillState = 'empty' | 'partly' | 'filled'

/** Whether the places that a step fills hold something. A field of the records of a list counts per record. */
export function fillState(body: AgreementBody, target: string): FillState {
  const [path = '', field] = target.split('.*.')
  const found = stepInto(body, path)
  if (field === undefined) return isFilled(found) ? 'filled' : 'empty'
  const values = (found as readonly Json[]).map((record) => record[field])
  const filled = values.filter(isFilled).length
  if (filled === 0) return 'empty'
  return filled === values.length ? 'filled' : 'partly'
}

function stepInto(body: AgreementBody, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Json | undefined)?.[step], body)
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== undefined
}

/** The address of the place itself: in a list the first record that still lacks the field. */
export function fillAddress(body: AgreementBody, target: string): string {
  const [path = '', field] = target.split('.*.')
  if (field === undefined) return path
  const records = stepInto(body, path) as readonly Json[]
  const record = records.find((each) => !isFilled(each[field])) ?? records[0]
  return record ? `${path}.${String(record[LISTS.get(path)?.key ?? 'id'])}.${field}` : path
}

/** An article as a place to go to. */
export type ArticlePlace = { id: string; number: string | null; heading: string }

/** The first of these articles that the agreement has; null when it has none. */
export function articleFor(body: AgreementBody, keys: readonly string[]): ArticlePlace | null {
  const article = keys.flatMap((key) => body.articles.find((each) => each.key === key) ?? [])[0]
  if (!article) return null
  return {
    id: article.id,
    number: drawNumbers(body).get(article.id) ?? null,
    heading: article.heading ?? '',
  }
}

/** Where something is filled in: in an article, in the agreement as a whole, beside the paper, or nowhere in this one. */
export type FillPlace =
  | { in: 'article'; targets: string[]; article: ArticlePlace }
  | { in: 'agreement' }
  | { in: 'here'; address: string }
  | { in: 'nowhere' }

export function fillPlace(body: AgreementBody, fill: StepFill): FillPlace {
  if (fill.target === null) return { in: 'agreement' }
  const article = articleFor(body, fill.articles)
  if (article) return { in: 'article', targets: [fillAddress(body, fill.target), article.id], article }
  // A list needs a table, and tables stand on the paper.
  const isSingle = !fill.target.includes('*') && !LISTS.has(fill.target)
  return isSingle ? { in: 'here', address: fill.target } : { in: 'nowhere' }
}
