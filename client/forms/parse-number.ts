import type { Parsed } from './parsed.ts'

/** More than any agreement holds; above it a typing mistake is likelier. */
const LIMIT = 1e12

/**
 * A number as it is typed in Dutch: comma for decimals, dots or spaces between thousands. One dot with one or two digits
 * behind it is a decimal too, because telephones offer only that key. Null when it is no number.
 */
export function readNumber(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/,[-–]+$/, '')
  const grouped = /^\d{1,3}(\.\d{3})+(,\d*)?$|^\d+(,\d*)?$/.test(text)
  if (grouped) return Number(text.replaceAll('.', '').replace(',', '.'))
  return /^\d+\.\d{1,2}$/.test(text) ? Number(text) : null
}

/** A number with at most so many decimals, 0 or more; nothing typed gives null. */
export function parseNumber(typed: string, decimals: number): Parsed<number> {
  if (typed.trim() === '') return { ok: true, value: null }
  const value = readNumber(typed)
  if (value === null) return { ok: false, reason: 'number' }
  if (value > LIMIT) return { ok: false, reason: 'tooLarge' }
  const fits = Math.abs(value - Number(value.toFixed(decimals))) < 1e-9
  if (!fits) return { ok: false, reason: decimals === 0 ? 'wholeNumber' : 'tooManyDecimals' }
  return { ok: true, value }
}

/** An amount in euro: as a number with two decimals, with or without the sign. */
export function parseMoney(typed: string): Parsed<number> {
  const text = typed.replace(/€|\beur(o|\.)?(?![\p{L}\d])/giu, '')
  const parsed = parseNumber(text, 2)
  return !parsed.ok && parsed.reason === 'number' ? { ok: false, reason: 'money' } : parsed
}
