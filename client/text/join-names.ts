/** Names as a sentence has them: "A, B en C". `locale` is a language of the product. */
export function joinNames(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
