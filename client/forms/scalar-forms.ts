import type { ScalarType } from '../../shared/agreement/field.ts'
import { formatDate, formatMoney, formatNumber } from '../../shared/outline/format.ts'
import { parseDate } from './parse-date.ts'
import { parseMoney, parseNumber } from './parse-number.ts'
import type { Parsed } from './parsed.ts'
import type { ScalarForm } from './scalar-draft.ts'

const plainNumber = (value: string | number): string => String(value).replace('.', ',')

/** A line of text: no line ends, no longer than the field may be; nothing typed means not answered. */
function parseLine(typed: string, max: number): Parsed<string> {
  const text = typed.replace(/[\r\n\u2028\u2029]+/g, ' ')
  if (text.length > max) return { ok: false, reason: 'tooLong' }
  return { ok: true, value: text === '' ? null : text }
}

/** How a value of this type is typed and shown; null for types that are chosen instead of typed. */
export function scalarForm(type: ScalarType): ScalarForm | null {
  switch (type.name) {
    case 'text':
      return { parse: (typed) => parseLine(typed, type.max), format: String, formatForEditing: String }
    case 'date':
      return {
        parse: parseDate,
        format: (value) => formatDate(String(value)),
        formatForEditing: (value) => formatDate(String(value)),
      }
    case 'money':
      return {
        parse: parseMoney,
        format: (value) => formatMoney(Number(value)),
        formatForEditing: (value) => Number(value).toFixed(2).replace('.', ','),
      }
    case 'number':
      return {
        parse: (typed) => parseNumber(typed, type.decimals),
        format: (value) =>
          isYear(Number(value), type.decimals) ? String(value) : formatNumber(Number(value)),
        formatForEditing: plainNumber,
      }
    case 'boolean':
    case 'choice':
    case 'reference':
      return null
  }
}

/** A whole number between 1900 and 2200 reads as a year and gets no thousands mark; other figures that large are amounts. */
const isYear = (value: number, decimals: number): boolean => decimals === 0 && value >= 1900 && value <= 2200
