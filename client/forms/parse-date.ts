import { isIsoDate } from '../../shared/agreement/field.ts'
import type { Parsed } from './parsed.ts'

const LANGUAGES = ['nl', 'en'] as const
const monthOf = (language: string, month: number, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
    .format(Date.UTC(2027, month, 1))
    .toLowerCase()
    .replace('.', '')

/** Every name of a month in Dutch and English, long and short, with its number. */
const MONTHS: readonly [name: string, month: number][] = LANGUAGES.flatMap((language) =>
  Array.from({ length: 12 }, (_, month) => month).flatMap((month): [string, number][] => [
    [monthOf(language, month, 'long'), month + 1],
    [monthOf(language, month, 'short'), month + 1],
  ]),
)

function monthNamed(word: string): number | null {
  const name = word.toLowerCase().replace('.', '')
  if (name.length < 3) return null
  const exact = MONTHS.find(([known]) => known === name)
  return (exact ?? MONTHS.find(([known]) => known.startsWith(name)))?.[1] ?? null
}

/** Two digits mean this century: agreements look ahead. */
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/**
 * A date as people type it: `1 maart 2027`, `1-3-2027`, `1/3/27`, `1.3.2027`, `2027-03-01`, with English names of months too. Gives
 * `YYYY-MM-DD`; nothing typed gives null. The day must exist.
 */
export function parseDate(typed: string): Parsed<string> {
  const text = typed.trim()
  if (text === '') return { ok: true, value: null }
  const date = readDate(text)
  return date !== null && isIsoDate(date) ? { ok: true, value: date } : { ok: false, reason: 'date' }
}

function readDate(text: string): string | null {
  const year = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (year) return iso(Number(year[1]), Number(year[2]), Number(year[3]))
  const digits = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/.exec(text)
  if (digits) return iso(fullYear(digits[3] ?? ''), Number(digits[2]), Number(digits[1]))
  const words = /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)?[\s-]+(\p{L}+\.?)[\s-]+(\d{4}|\d{2})$/u.exec(text)
  const month = words && monthNamed(words[2] ?? '')
  return words && month ? iso(fullYear(words[3] ?? ''), month, Number(words[1])) : null
}
