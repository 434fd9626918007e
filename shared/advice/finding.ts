import type { Phase, Severity } from './rule-texts.ts'

/** One advice about one agreement. Its words are those of the rule with this slug. */
export type Finding = {
  slug: string
  severity: Severity
  phase: Phase
  /** What offends, as the domain pack names it: ids of records, or words for places. */
  items: string[]
  /** Keys of the articles of this agreement beside which it is shown. */
  articleKeys: string[]
  /** Dotted addresses of fields, or of lists where a row is missing; each once. */
  targets: string[]
  /** Digest of slug, items and the facts looked at: an advice set aside returns when it is another. */
  factsKey: string
  /** True for a question that people answer together. */
  isHuman: boolean
}

/**
 * A digest of slug, items and sight, equal on every machine. Not a secret and not proof against intent: a person who sets an
 * advice aside gains nothing by a collision.
 */
export function factsKeyOf(slug: string, facts: unknown): string {
  const text = JSON.stringify([slug, facts])
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x85ebca6b)
    low = Math.imul(low ^ code, 0xc2b2ae35)
    high ^= low >>> 15
    low ^= high >>> 13
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
