import type { AgreementBody } from '../agreement/agreement.ts'
import type { Article } from '../agreement/article.ts'
import { isPlaceholderName, PLACEHOLDERS } from '../agreement/placeholders.ts'
import type { AgreementRecord } from '../agreement/record.ts'
import { fieldsIn, placeholderName } from './articles-concerned.ts'
import type { Finding } from './finding.ts'
import { ownersIn } from './owners.ts'
import { type Gap, partyGaps, type RowGap, rowGaps } from './required-fields.ts'

/** What a part of the agreement still lacks: empty places, and findings about it. */
export type Lacks = { gaps: Gap[]; findings: Finding[] }
/** `notAgreed`: ids of parties that have not said yes to the article. */
export type ArticleLacks = Lacks & { articleId: string; notAgreed: string[] }

export type Completeness = {
  /** In the order of the text. */
  articles: ArticleLacks[]
  /** In the order of the parties; those that left are not asked. */
  parties: (Lacks & { partyId: string })[]
  /** What must be done before the parties agree, and what comes on top of that before they sign: errors and gaps. */
  beforeAgreeing: Lacks
  beforeSigning: Lacks
}

type CompletenessRecord = Pick<AgreementRecord, 'unresolvedPlaceholders' | 'clauseAgreements'>

/**
 * What is empty, open or inconsistent, per article and per party. Takes a canonical body, what the server keeps about it, and
 * the findings on it that are not set aside; pure. It says what is left, and holds nothing back itself.
 */
export function completeness(
  body: AgreementBody,
  record: CompletenessRecord,
  findings: readonly Finding[],
): Completeness {
  const present = body.parties.filter((party) => !party.leftOn)
  const rows = rowGaps(body)
  const articles = body.articles.map((article) => ({
    articleId: article.id,
    gaps: [...emptyArticle(article), ...placeholderGaps(article, record), ...gapsBeside(article, rows)],
    findings: findings.filter(({ articleKeys }) => articleKeys.includes(article.key ?? '')),
    notAgreed: present.flatMap(({ id }) => (hasAgreed(id, article, record) ? [] : [id])),
  }))
  const parties = present.map((party) => ({
    partyId: party.id,
    gaps: partyGaps(party),
    findings: findings.filter((finding) => ownersIn(body, finding).has(party.id)),
  }))
  const gaps = eachOnce([...articles, ...parties].flatMap((part) => part.gaps))
  return {
    articles,
    parties,
    beforeAgreeing: holdingBack('before_agreement', gaps, findings),
    beforeSigning: holdingBack('before_signing', gaps, findings),
  }
}

function holdingBack(phase: Gap['before'], gaps: readonly Gap[], findings: readonly Finding[]): Lacks {
  return {
    gaps: gaps.filter(({ before }) => before === phase),
    findings: findings.filter((finding) => finding.severity === 'error' && finding.phase === phase),
  }
}

function emptyArticle({ id, key, body }: Article): Gap[] {
  const isEmpty = body.content.every((block) => block.type === 'paragraph' && !block.content?.length)
  const address = `articles.${id}.body`
  return isEmpty ? [{ kind: 'article', address, name: key ?? '', before: 'before_agreement' }] : []
}

function placeholderGaps({ body }: Article, { unresolvedPlaceholders }: CompletenessRecord): Gap[] {
  const unresolved = new Set(unresolvedPlaceholders.map(placeholderName))
  const names = [...new Set(fieldsIn(body))].filter((name) => unresolved.has(name))
  return names.map((name) => ({
    kind: 'placeholder',
    address: isPlaceholderName(name) ? PLACEHOLDERS[name].target : null,
    name,
    before: 'before_signing',
  }))
}

function gapsBeside({ key }: Article, rows: readonly RowGap[]): Gap[] {
  return rows.filter(({ articleKeys }) => articleKeys.includes(key ?? '')).map(({ gap }) => gap)
}

function hasAgreed(partyId: string, { key }: Article, { clauseAgreements }: CompletenessRecord): boolean {
  return clauseAgreements.some(
    (each) =>
      each.partyId === partyId &&
      each.key === key &&
      (each.state === 'agreed' || each.state === 'agreed_with_concern'),
  )
}

function eachOnce(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.kind} ${gap.address} ${gap.name}`, gap])).values()]
}
