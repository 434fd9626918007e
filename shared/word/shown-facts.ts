import { isPlaceholderName, PLACEHOLDERS } from '../agreement/placeholders.ts'
import { maybeDate } from '../outline/format.ts'
import type { Inline, Outline } from '../outline/outline.ts'

type Field = Extract<Inline, { kind: 'field' }>

/** A fact of the agreement with one value that stands in the text, perhaps at several places. */
export type ShownFact = {
  /** Name of the placeholder; safe as the name of an element. */
  name: string
  /** Dotted path of the fact in the agreement: `term.startDate`. */
  address: string
  kind: 'text' | 'date'
  /** What is bound: a day as ISO date, else the text as shown; empty when it is to be filled in. */
  value: string
  shown: string
}

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

/** Every fact that an outline shows, once, in the order of the paper. What it does not show is not among them. */
export function shownFacts({ sections, annexes }: Outline): ShownFact[] {
  const facts = new Map<string, ShownFact>()
  for (const field of fieldsIn([sections, annexes])) {
    const fact = maybeFact(field)
    if (fact !== null && !facts.has(fact.name)) facts.set(fact.name, fact)
  }
  return [...facts.values()]
}

function fieldsIn(value: unknown): Field[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn)
  if (typeof value !== 'object' || value === null) return []
  return 'kind' in value && value.kind === 'field' ? [value as Field] : Object.values(value).flatMap(fieldsIn)
}
