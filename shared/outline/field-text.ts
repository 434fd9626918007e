import type { AgreementBody } from '../agreement/agreement.ts'
import { isPlaceholderName, PLACEHOLDERS, type Placeholder } from '../agreement/placeholders.ts'
import { DERIVED, type Numbers } from './field-values.ts'
import { formatAmount, formatDate, formatList, formatNumber, formatYear } from './format.ts'
import { drawNumbers } from './numbers.ts'
import type { PaperCatalog } from './paper-catalog.ts'

export type FieldText = {
  /** The fact as it stands in the sentence; an empty one says in brackets what is missing: "[doel]". */
  text: string
  empty: boolean
  /** The sentence is whole without it: the paper then shows nothing instead of the brackets. */
  optional: boolean
  /** Dotted path of the fact in the agreement; null for a name that no placeholder has. */
  target: string | null
}

/** What a field in the text shows. An unknown name shows itself in brackets and has no target. Without `numbers` they are drawn. */
export function fieldText(
  name: string,
  body: AgreementBody,
  catalog: PaperCatalog,
  numbers?: Numbers,
): FieldText {
  if (!isPlaceholderName(name)) return { text: `[${name}]`, empty: true, optional: false, target: null }
  const placeholder = PLACEHOLDERS[name]
  const derive = DERIVED[name]
  const value = derive ? derive(body, catalog, numbers ?? drawNumbers(body)) : readFact(placeholder, body)
  const about = { optional: placeholder.mayBeEmpty, target: placeholder.target }
  return value?.trim()
    ? { text: value.trim(), empty: false, ...about }
    : { text: `[${catalog.words.placeholders[name] ?? name}]`, empty: true, ...about }
}

function readFact(placeholder: Placeholder, body: AgreementBody): string | null {
  const value = valueAt(placeholder.target, body)
  if (value === null || value === undefined) return null
  switch (placeholder.type) {
    case 'text':
      return String(value)
    case 'date':
      return formatDate(String(value))
    case 'number':
      return formatNumber(Number(value))
    case 'year':
      return formatYear(Number(value))
    case 'money':
      return formatAmount(Number(value))
    case 'list':
      return Array.isArray(value) && value.length > 0 ? formatList(value.map(String)) : null
  }
}

/** The value at a dotted path of groups and fields; not for places inside lists. */
function valueAt(path: string, body: AgreementBody): unknown {
  let value: unknown = body
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Record<string, unknown>)[step]
  }
  return value
}
