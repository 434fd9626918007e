import type { AgreementBody } from '../agreement/agreement.ts'
import { asItStands } from '../agreement/as-it-stands.ts'
import { conditionHolds } from './conditions.ts'
import { fieldText } from './field-text.ts'
import type { PaperCatalog } from './paper-catalog.ts'

/**
 * The fields in the text that have nothing to show yet, each once, in the order in which they stand. What the paper leaves out, a
 * field that may be empty or a paragraph whose condition does not hold, is no gap.
 */
export function unresolvedPlaceholders(body: AgreementBody, catalog: PaperCatalog): string[] {
  const texts = [...body.articles, ...body.annexes].map((each) => asItStands(each.body))
  const paragraphs = texts.flatMap(({ content }) => content.filter((block) => block.type === 'paragraph'))
  const shown = paragraphs.filter(({ attrs }) => attrs.onlyIf === null || conditionHolds(attrs.onlyIf, body))
  const names = shown.flatMap(({ content = [] }) =>
    content.flatMap((inline) => (inline.type === 'field' ? [inline.attrs.name] : [])),
  )
  return [...new Set(names)].filter((name) => {
    const { empty, optional } = fieldText(name, body, catalog)
    return empty && !optional
  })
}
