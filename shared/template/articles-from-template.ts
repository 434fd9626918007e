import type { AgreementBody } from '../agreement/agreement.ts'
import type { Article } from '../agreement/article.ts'
import type { Annex } from '../agreement/closing.ts'
import { emptyRichText, type RichText } from '../agreement/rich-text.ts'
import type { TextNames } from './paragraph-text.ts'
import { richTextFromLines, richTextOf, textKindOf } from './rich-text-of.ts'
import type { Template, TemplateArticle } from './template.ts'

/** An edited article as plain text; it takes the place of the template's. */
export type ClauseOverride = { key: string; text: string }

/** An annex of an agreement whose texts are still to come. */
export type AnnexFact = Pick<Annex, 'id' | 'title' | 'kind'> & { language?: string | null; body?: RichText }

/** Articles of a new agreement, and what the texts of its annexes need to name them. */
export type Texts = { articles: Article[]; names: TextNames }

/**
 * The articles of a template with new ids, and bodies for annexes that have none: for an agreement that is being made,
 * and for a snapshot that comes without articles (design 4.1). `clauseOverrides` replace the text of the article with
 * their key, one paragraph per line; those with a key that the template lacks become articles of their own, so that no
 * text is lost. `facts.annexes` keep id, title, kind, and their body when they have one.
 */
export function articlesFromTemplate(
  template: Template,
  facts: { annexes: readonly AnnexFact[] },
  newId: () => string,
  clauseOverrides: readonly ClauseOverride[] = [],
): Pick<AgreementBody, 'articles' | 'annexes'> {
  const articleIds = new Map(template.articles.map((article) => [article.key, newId()]))
  const names: TextNames = { articleIds, roleWords: template.roleWords }
  const overrides = new Map(clauseOverrides.map((each) => [each.key, each.text]))
  const own = clauseOverrides.filter((each) => !articleIds.has(each.key))
  const articles = template.articles.map((article) => articleOf(template, article, names, overrides))
  const strays = own.map((each) => strayArticle(each, newId(), names))
  return {
    articles: [...articles, ...strays],
    annexes: facts.annexes.map((annex) => ({
      ...annex,
      language: annex.language ?? null,
      body: annex.body ?? annexBody(template, annex, names),
    })),
  }
}

function articleOf(
  template: Template,
  article: TemplateArticle,
  names: TextNames,
  overrides: ReadonlyMap<string, string>,
): Article {
  const kind = textKindOf(article)
  const edited = overrides.get(article.key)
  return {
    id: names.articleIds.get(article.key) ?? '',
    key: article.key,
    heading: article.heading,
    numbered: article.numbered,
    origin: { templateId: template.id, edition: template.edition, key: article.key },
    body:
      edited === undefined ? richTextOf(article.text, kind, names) : richTextFromLines(edited, kind, names),
  }
}

function strayArticle(override: ClauseOverride, id: string, names: TextNames): Article {
  const body = richTextFromLines(override.text, 'clause', names)
  return { id, key: override.key, heading: override.key, numbered: true, origin: null, body }
}

/** The template's text for an annex of this kind; of several of one kind, the one with the same title or else the first. */
function annexBody(template: Template, annex: AnnexFact, names: TextNames): RichText {
  const ofKind = template.annexes.filter((each) => each.kind === annex.kind)
  const found = ofKind.find((each) => each.title === annex.title) ?? ofKind[0]
  return found ? richTextOf(found.text, found.textKind, names) : emptyRichText()
}
