import type { AgreementBody } from '../agreement/agreement.ts'
import { type ArticleContent, partySign, textSign, withoutSigns } from '../agreement/article-content.ts'
import { agreementAsItStands } from '../agreement/as-it-stands.ts'
import { sha256 } from '../support/sha256.ts'
import { drawSection } from './build-outline.ts'
import { contentLines, hashedFacts } from './content-of-section.ts'
import type { Paper } from './inlines.ts'
import { keyedCatalog } from './keyed-catalog.ts'
import { drawNumbers } from './numbers.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'
import { partyById } from './parties.ts'

/**
 * What the articles and annexes of an agreement say, for a party's akkoord (design rule 4.12). It is taken from the outline, so from all that stands
 * on paper there and nothing else (not what is only proposed), but drawn with an id for each party name and each number of an article or annex.
 */
export type ArticleContents = {
  /** Ids of all texts that a party agrees to: the articles, then the annexes. */
  ids: readonly string[]
  /** The hash of one; null when there is none with this id. The words of the catalogue are no part of it. */
  hashOf(id: string): string | null
  /** What one says, in words; null when there is none with this id. */
  contentOf(id: string): ArticleContent | null
}

/** Nothing is drawn before it is asked for, and each text once. */
export function articleContents(body: AgreementBody, catalog: PaperCatalog): ArticleContents {
  let drawn: Paper | null = null
  const paper = (words: PaperCatalog): Paper => {
    drawn ??= { body: withoutNames(agreementAsItStands(body)), catalog, numbers: signsOf(body) }
    return { ...drawn, catalog: words }
  }
  const hashes = new Map<string, string | null>()
  return {
    ids: [...body.articles, ...body.annexes].map(({ id }) => id),
    hashOf(id) {
      const known = hashes.get(id)
      if (known !== undefined) return known
      const section = drawSection(id, paper(keyed(catalog)))
      const hash = section && sha256(JSON.stringify(hashedFacts(section)))
      hashes.set(id, hash)
      return hash
    },
    contentOf(id) {
      const section = drawSection(id, paper(catalog))
      return section && { heading: section.heading, lines: contentLines(section) }
    },
  }
}

/** The hash of one article or annex of an agreement; null when there is none with this id. */
export function articleHash(body: AgreementBody, catalog: PaperCatalog, id: string): string | null {
  return articleContents(body, catalog).hashOf(id)
}

/** A content with the names and numbers that parties and articles have now. */
export function inWordsOfNow(
  { heading, lines }: ArticleContent,
  body: AgreementBody,
  catalog: PaperCatalog,
): ArticleContent {
  const numbers = drawNumbers(body)
  const nameOf = (kind: 'party' | 'text', id: string): string => {
    if (kind === 'party') return partyById(id, body, catalog)
    const heading = body.articles.find((article) => article.id === id)?.heading
    return numbers.get(id) ?? (heading || paperWord(catalog, 'brokenReference'))
  }
  const said = (text: string) => withoutSigns(text, nameOf)
  return { heading: said(heading), lines: lines.map(said) }
}

/** Articles and annexes stand by id, so that moving one changes nothing where several are named. */
function withoutNames(body: AgreementBody): AgreementBody {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return {
    ...body,
    parties: body.parties.map((party) => {
      const sign = partySign(party.id)
      return { ...party, name: sign, shortName: sign }
    }),
    articles: [...body.articles].sort(byId),
    annexes: [...body.annexes].sort(byId),
  }
}

/** A number that is not there counts too: whether an article is numbered is no content of the one that names it. */
function signsOf({ articles, annexes }: AgreementBody): Map<string, string> {
  return new Map([...articles, ...annexes].map(({ id }) => [id, textSign(id)]))
}

const KEYED = new WeakMap<PaperCatalog, PaperCatalog>()

function keyed(catalog: PaperCatalog): PaperCatalog {
  const known = KEYED.get(catalog) ?? keyedCatalog(catalog)
  KEYED.set(catalog, known)
  return known
}
