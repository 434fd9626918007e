import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import type { TextList } from '../../../../shared/document/article-edit.ts'
import type { Template, TemplateAnnex, TemplateArticle } from '../../../../shared/template/template.ts'

/** Something of a template that can be added. */
export type TemplatePart = {
  key: string
  heading: string
  guidance: string | null
  part: TemplateArticle | TemplateAnnex
}

/** All articles or annexes of a template. */
export function partsOf(template: Template, list: TextList): TemplatePart[] {
  return list === 'articles'
    ? template.articles.map((part) => ({ ...part, part }))
    : template.annexes.map((part) => ({ key: part.kind, heading: part.title, guidance: part.guidance, part }))
}

/** Those that the agreement does not have. */
export function partsLeft(template: Template, list: TextList, body: AgreementBody): TemplatePart[] {
  const here = new Set(
    list === 'articles'
      ? body.articles.map(({ key }) => key)
      : body.annexes.map(({ kind, title }) => `${kind} ${title}`),
  )
  return partsOf(template, list).filter(({ key, heading }) =>
    list === 'articles' ? !here.has(key) : !here.has(`${key} ${heading}`),
  )
}

/** The part of a template an article or annex came from; null when it has it no longer. */
export function partFor(
  template: Template,
  list: TextList,
  key: string,
  heading: string,
): TemplatePart | null {
  const ofKey = partsOf(template, list).filter((part) => part.key === key)
  return ofKey.find((part) => part.heading === heading) ?? ofKey[0] ?? null
}

/** After which article one of the template belongs: the last of those that come before it there; null for the beginning. */
export function placeInOrder(template: Template, key: string, body: AgreementBody): string | null {
  const index = template.articles.findIndex((article) => article.key === key)
  const earlier = new Set(template.articles.slice(0, index).map((article) => article.key))
  return body.articles.findLast((article) => article.key !== null && earlier.has(article.key))?.id ?? null
}
