import type { AdviceRecord } from '../../../shared/advice/facts.ts'
import { findFindings } from '../../../shared/advice/find-findings.ts'
import type { Finding } from '../../../shared/advice/finding.ts'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { ADVICE, SETTINGS } from '../../support/advice.ts'
import { agreement } from '../../support/agreement.ts'

const CALM: AdviceRecord = {
  unresolvedPlaceholders: [],
  openItems: { comments: 0, proposals: 0 },
  coDrafterPartyIds: [],
}

export type Parts = Record<string, unknown>

/** An agreement from the main template with just these parts. */
export const body = (parts: Parts): AgreementBody => agreement({ templateId: 'coop_youth', ...parts })

/** Every finding, with a record in which nothing is open unless it says so. */
export const findings = (of: AgreementBody, record: Partial<AdviceRecord> = {}): Finding[] =>
  findFindings(of, { ...CALM, ...record }, SETTINGS, ADVICE.rules)

/** The items a rule names, empty when it is silent. */
export function items(slug: string, of: AgreementBody, record?: Partial<AdviceRecord>): string[] {
  return findings(of, record).find((finding) => finding.slug === slug)?.items ?? []
}

export const mo = (parts: Parts = {}) => ({ id: 'mo', role: 'migrant_organisation', ...parts })
export const ycp = { id: 'ycp', role: 'youth_care_provider' }
export const mun = { id: 'mun', role: 'municipality' }
