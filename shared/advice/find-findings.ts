import type { AgreementBody } from '../agreement/agreement.ts'
import { agreementAsItStands } from '../agreement/as-it-stands.ts'
import { articleKeysFor } from './articles-concerned.ts'
import { EVERY_CHECK } from './checks/every-check.ts'
import { type AdviceRecord, type Facts, gatherFacts } from './facts.ts'
import { type Finding, factsKeyOf } from './finding.ts'
import type { Offence } from './offence.ts'
import { appliesTo, type RuleText } from './rule-texts.ts'
import type { AdviceSettings } from './settings.ts'

/**
 * What the machine rules find in one agreement, in the order of the rules. Takes a canonical body, what the server keeps
 * about it, the settings and the rules; pure. What is only proposed in the text is not judged. Domain pack, conditions.json.
 */
export function findFindings(
  body: AgreementBody,
  record: AdviceRecord,
  settings: AdviceSettings,
  rules: readonly RuleText[],
): Finding[] {
  const facts = gatherFacts(agreementAsItStands(body), record, settings)
  return rules
    .filter((rule) => rule.check === 'machine' && appliesTo(rule, body.templateId))
    .flatMap((rule) => findingOf(rule, facts) ?? [])
}

/**
 * The questions that no program can answer and that the parties have not answered yet (yes, or not applicable). They stand
 * apart from findings: nothing is known to be wrong.
 */
export function findQuestions(body: AgreementBody, rules: readonly RuleText[]): Finding[] {
  const settled = new Set(
    body.humanChecks.filter(({ answer }) => answer === 'yes' || answer === 'not_applicable').map(slugOf),
  )
  return rules
    .filter((rule) => rule.check === 'human' && appliesTo(rule, body.templateId))
    .filter((rule) => !settled.has(rule.slug) && isAsked(rule.slug, body))
    .map((rule) => findingFrom(rule, body, []))
}

const slugOf = ({ ruleSlug }: { ruleSlug: string }) => ruleSlug

/** Who employs paid intermediaries is asked only where there are any. */
function isAsked(slug: string, body: AgreementBody): boolean {
  return (
    slug !== 'employment_form_checked' ||
    body.financing.lines.some(({ kind }) => kind === 'paraprofessional_fee')
  )
}

function findingOf(rule: RuleText, facts: Facts): Finding | null {
  const offences = EVERY_CHECK.get(rule.slug)?.(facts) ?? []
  return offences.length === 0 ? null : findingFrom(rule, facts.body, offences)
}

function findingFrom(rule: RuleText, body: AgreementBody, offences: readonly Offence[]): Finding {
  const targets = rule.check === 'human' ? rule.targets : offences.flatMap(({ at }) => at)
  return {
    slug: rule.slug,
    severity: rule.severity,
    phase: rule.phase,
    items: offences.map(({ item }) => item),
    articleKeys: articleKeysFor(rule, offences, body),
    targets: [...new Set(targets)],
    factsKey: factsKeyOf(
      rule.slug,
      offences.map(({ item, saw }) => [item, saw]),
    ),
    isHuman: rule.check === 'human',
  }
}
