import type { AgreementBody } from '../agreement/agreement.ts'
import { fieldText } from './field-text.ts'
import type { PaperCatalog } from './paper-catalog.ts'

/** The fields in the text that have nothing to show yet, each once, in the order in which they stand. */
export function unresolvedPlaceholders(body: AgreementBody, catalog: PaperCatalog): string[] {
  const texts = [...body.articles, ...body.annexes].map((each) => each.body)
  const paragraphs = texts.flatMap(({ content }) => content.filter((block) => block.type === 'paragraph'))
  const names = paragraphs.flatMap(({ content = [] }) =>
    content.flatMap((inline) => (inline.type === 'field' ? [inline.attrs.name] : [])),
  )
  return [...new Set(names)].filter((name) => {
    const { empty, optional } = fieldText(name, body, catalog)
    return empty && !optional
  })
}
