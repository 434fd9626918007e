import type { AgreementBody } from '../agreement/agreement.ts'
import { isPlaceholderName, PLACEHOLDERS } from '../agreement/placeholders.ts'

const PLACEHOLDER = /\{\{([a-z_]+)\}\}/g

/** The placeholder names in a plain text, in their order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
}

/** Facts of plain text that are known while an agreement is being made. */
export type KnownFacts = Pick<AgreementBody, 'parties'> & Partial<AgreementBody>

/** Fills the placeholders of a plain text with what is known; null when one of them has no value yet. */
export function fillText(text: string, facts: KnownFacts): string | null {
  const values = new Map(placeholdersIn(text).map((name) => [name, knownValue(name, facts)]))
  if ([...values.values()].includes(null)) return null
  return text.replace(PLACEHOLDER, (_, name: string) => values.get(name) ?? '')
}

function knownValue(name: string, facts: KnownFacts): string | null {
  if (name === 'municipality_city')
    return facts.parties.find((party) => party.role === 'municipality')?.city || null
  if (!isPlaceholderName(name) || PLACEHOLDERS[name].derived || PLACEHOLDERS[name].type !== 'text')
    return null
  const found = PLACEHOLDERS[name].target.split('.').reduce<unknown>(memberOf, facts)
  return typeof found === 'string' && found !== '' ? found : null
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
