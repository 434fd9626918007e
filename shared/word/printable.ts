/**
 * Characters that XML 1.0 (section 2.2, production Char) does not allow, and halves of surrogate pairs. A file with one of
 * them does not open.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The text without what XML cannot hold; a lone half of a surrogate pair becomes U+FFFD. */
export function printableText(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '')
}

/** The same value with every text in it made printable. */
export function printable<T>(value: T): T {
  if (typeof value === 'string') return printableText(value) as T
  if (Array.isArray(value)) return value.map(printable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)])) as T
}
