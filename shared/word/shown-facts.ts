import { isPlaceholderName, PLACEHOLDERS } from '../agreement/placeholders.ts'
import { maybeDate } from '../outline/format.ts'
import type { Inline, Outline, RowFact } from '../outline/outline.ts'

type Field = Extract<Inline, { kind: 'field' }>
type Text = Extract<Inline, { kind: 'text' }>

/** A fact of the agreement with one value that stands in the text, perhaps at several places. */
export type ShownFact = {
  /** Name of the placeholder, or the address of what stands in a record; safe as the name of an element. */
  name: string
  /** Dotted path of the fact in the agreement: `term.startDate`, `tasks.<id>.title`. */
  address: string
  kind: 'text' | 'date' | 'choice'
  /** What is bound: a day as ISO date, else the text as shown; empty when it is to be filled in. */
  value: string
  shown: string
  /** The fact in a record; absent for the fact of a placeholder. */
  row?: RowFact
}

/** True for the name of a fact in a record: a placeholder has no dots. */
export const isRowFact = (name: string): boolean => name.includes('.')

/** The fact behind a field; null for what is worked out from other facts, which nobody can fill in, and for an unknown name. */
export function maybeFact({ name, text, empty }: Field): ShownFact | null {
  if (!isPlaceholderName(name)) return null
  const { target, derived, type } = PLACEHOLDERS[name]
  if (derived) return null
  const shown = text.replace(/\r\n?/g, '\n')
  if (empty) return { name, address: target, kind: type === 'date' ? 'date' : 'text', value: '', shown }
  const day = type === 'date' ? maybeDate(text) : null
  return { name, address: target, kind: day === null ? 'text' : 'date', value: day ?? shown, shown }
}

/** The fact that a text is all of; null for other text. */
export function maybeRowFact({ text, fact }: Text): ShownFact | null {
  if (fact === undefined) return null
  const { address, kind, value } = fact
  return { name: address, address, kind, value, shown: text, row: fact }
}

/** Every fact that an outline shows, once, in the order of the paper. What it does not show is not among them. */
export function shownFacts({ titlePage, sections, annexes }: Outline): ShownFact[] {
  const facts = new Map<string, ShownFact>()
  for (const inline of inlinesIn([titlePage.parties, sections, annexes])) {
    const fact = inline.kind === 'field' ? maybeFact(inline) : maybeRowFact(inline)
    if (fact !== null && !facts.has(fact.name)) facts.set(fact.name, fact)
  }
  return [...facts.values()]
}

function inlinesIn(value: unknown): (Field | Text)[] {
  if (Array.isArray(value)) return value.flatMap(inlinesIn)
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && (value.kind === 'field' || value.kind === 'text')) return [value as Field | Text]
  return Object.values(value).flatMap(inlinesIn)
}
