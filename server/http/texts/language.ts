export type Language = 'nl' | 'en'

/** The language a reader wants most of the two we have; Dutch when nothing is asked for. RFC 9110, section 12.5.4. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map(readWish)
  const weightOf = (language: Language) =>
    Math.max(0, ...wishes.filter(({ range }) => range === language).map(({ weight }) => weight))
  return weightOf('en') > weightOf('nl') ? 'en' : 'nl'
}

function readWish(text: string): { range: string; weight: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality ? Number(quality.slice(2)) : 1
  // Of `nl-BE` only the language counts.
  return { range: range.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 }
}
