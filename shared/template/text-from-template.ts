import type { RichText } from '../agreement/rich-text.ts'
import { richTextOf, textKindOf } from './rich-text-of.ts'
import type { Template, TemplateAnnex, TemplateArticle } from './template.ts'

/** Articles that a template's text refers to and an agreement lacks: an id for each, with the heading it has in the template. */
export type MissingArticle = { id: string; heading: string }

/**
 * The text of one article or annex of a template, for an agreement that is there already. `idOf` gives the article of the agreement
 * with a key, null when it has none: the reference is then broken by name, and stands in `missing`.
 */
export function textFromTemplate(
  template: Template,
  part: TemplateArticle | TemplateAnnex,
  idOf: (key: string) => string | null,
  newId: () => string,
): { body: RichText; missing: MissingArticle[] } {
  const articleIds = new Map<string, string>()
  const missing: MissingArticle[] = []
  for (const { key, heading } of template.articles.filter(({ key: named }) => refersTo(part, named))) {
    const id = idOf(key) ?? newId()
    if (idOf(key) === null) missing.push({ id, heading })
    articleIds.set(key, id)
  }
  const kind = 'numbered' in part ? textKindOf(part) : part.textKind
  return { body: richTextOf(part.text, kind, { articleIds, roleWords: template.roleWords }), missing }
}

function refersTo({ text }: Pick<TemplateArticle, 'text'>, key: string): boolean {
  return text.some((paragraph) => paragraph.text.includes(`{{ref:${key}}}`))
}
