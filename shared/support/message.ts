/**
 * One thing that is not as it should be, said for machines: where, what was expected, what was found.
 * The sentence people read is made from it at the edge, in their language.
 */
export type Message = {
  /** Dotted path inside the value, list items by id: `parties.p_gem.name`. Empty for the whole. */
  path: string
  /** Stable word for the kind of trouble: `unknown_key`, `wrong_type`, `dangling_reference`, … */
  reason: string
  expected: string
  found: string
}

/** A value together with everything worth telling about how it came to be. */
export type WithMessages<T> = { value: T; messages: Message[] }

/** Shortens any found value to something that fits in a sentence. */
export function describeFound(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
