import { useCallback, useMemo } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import {
  checkFact,
  type FactComplaint,
  ibanComplaint,
  isHeldAgainstOthers,
} from '../../shared/agreement/checks/check-fact.ts'
import type { LineNorm } from '../../shared/agreement/checks/line-norms.ts'
import { formatMoney } from '../../shared/outline/format.ts'
import { useText } from '../text/index.ts'
import type { facts } from '../text/nl/facts.ts'
import { Icon } from '../ui/icon.tsx'
import { useOfFacts } from './forms-agreement.ts'

/** What looks wrong with a kept fact, as a sentence; null when nothing does. */
export function useFactWarning(address: string, value: unknown): string | null {
  const texts = useText().facts
  // Most facts are texts that are judged when they are drawn; only those that others can make wrong follow the agreement.
  const isFollowed = useMemo(() => isHeldAgainstOthers(address), [address])
  const found = useOfFacts(
    useCallback(
      (body: AgreementBody) => (isFollowed ? JSON.stringify(checkFact(address, body)) : null),
      [address, isFollowed],
    ),
  )
  const complaint = found === null ? ibanComplaint(value) : (JSON.parse(found) as FactComplaint | null)
  return complaint === null ? null : warningSentence(complaint, texts)
}

type Texts = typeof facts

export function warningSentence(complaint: FactComplaint, texts: Texts): string {
  if (complaint.reason === 'iban') return texts.iban(complaint.found)
  if (complaint.reason !== 'norm') return texts.warnings[complaint.reason]
  const { norm } = complaint
  const say = norm.bound === 'most' ? texts.tooMuch : texts.tooLittle
  return withSource(say(formatMoney(norm.amount), texts.per[norm.per]), norm, texts)
}

/** The year and source stand beside every amount of the law: people can look it up. */
export function withSource(sentence: string, norm: Pick<LineNorm, 'year' | 'source'>, texts: Texts): string {
  const inYear = norm.year === null ? '' : ` ${texts.inYear(norm.year)}`
  const source = norm.source === null ? '' : ` ${texts.source(norm.source)}.`
  return `${sentence}${inYear}.${source}`
}

/** It warns: what was written is kept. */
export function FactWarning({ id, sentence }: { id: string; sentence: string }) {
  return (
    <span className="hs-warning" id={id}>
      <Icon name="attention" size={16} /> {sentence}
    </span>
  )
}
