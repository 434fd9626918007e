import type { Facts } from './facts.ts'

/**
 * One thing a check found: the item as the domain pack names it (the id of a record, or a word for a place), where in the
 * agreement it can be mended, and the facts the check looked at. When those change, an advice that was set aside returns.
 */
export type Offence = {
  item: string
  /** Dotted addresses of fields, or of a list where a row is missing. */
  at: readonly string[]
  /** JSON values only; two equal sights give equal keys. */
  saw: unknown
}

/** Looks at the facts and gives what offends; nothing when all is well. Never throws on what people have not filled in. */
export type Check = (facts: Facts) => Offence[]

/** An offence at one or more addresses. */
export function offence(item: string, at: string | readonly string[], saw: unknown = null): Offence {
  return { item, at: typeof at === 'string' ? [at] : at, saw }
}

/** One offence when the condition holds, none otherwise. */
export function when(
  condition: boolean,
  item: string,
  at: string | readonly string[],
  saw?: unknown,
): Offence[] {
  return condition ? [offence(item, at, saw)] : []
}
