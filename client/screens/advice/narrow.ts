import type { Finding } from '../../../shared/advice/finding.ts'
import type { AdviceNow } from './advice-engine.ts'

/** What somebody wants to see: the advice of one article, of one party, or all of it. */
export type Choice = { articleKey: string | null; partyId: string | null }

export const ALL: Choice = { articleKey: null, partyId: null }

/** The findings that a choice leaves. Which party a finding is about, completeness knows. */
export function narrowed(
  findings: readonly Finding[],
  { completeness }: Pick<AdviceNow, 'completeness'>,
  { articleKey, partyId }: Choice,
): Finding[] {
  const ofParty = completeness.parties.find((each) => each.partyId === partyId)
  const slugs = new Set(ofParty?.findings.map(({ slug }) => slug))
  return findings.filter(
    (finding) =>
      (articleKey === null || finding.articleKeys.includes(articleKey)) &&
      (partyId === null || slugs.has(finding.slug)),
  )
}
