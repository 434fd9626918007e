import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { fieldText } from '../../shared/outline/field-text.ts'
import type { Catalog } from '../../shared/template/catalog.ts'

/** The fields in the text that have nothing to show yet, each once, in the order in which they stand. */
export function unresolvedPlaceholders(body: AgreementBody, catalog: Catalog): string[] {
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
