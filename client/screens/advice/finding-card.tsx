import { useId, useState } from 'react'
import type { Finding } from '../../../shared/advice/finding.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout, Status } from '../../ui/callout.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { AsideForm } from './aside-form.tsx'
import { MendPlace } from './mend-place.tsx'
import { nameOfItem } from './names-of.ts'
import { type StepTaken, takeStep } from './take-step.ts'
import { ToArticle } from './to-article.tsx'
import { ToRound } from './to-round.tsx'
import { useAdviceNow, useRule } from './use-advice.ts'
import { WhereFrom } from './where-from.tsx'

/** The sign of each urgency; never without its word. */
export const SIGNS: Record<Finding['severity'], IconName> = {
  error: 'wrong',
  warning: 'attention',
  advice: 'info',
}

type Props = {
  finding: Finding
  /** The rule finds nothing any more; the card stays until the person is done with it. */
  isSolved: boolean
  /** The person begins to work on it: it must not go away under their hands. */
  onHold: (finding: Finding) => void
  onDone: (slug: string) => void
  onSaid: (words: string) => void
}

/** One advice: what is seen, why it matters, what can be done, and the step that does it, here and now. */
export function FindingCard({ finding, isSolved, onHold, onDone, onSaid }: Props) {
  const { card } = useText().advice
  const rule = useRule(finding.slug)
  const { canWrite, doc, store } = useForms()
  const [taken, setTaken] = useState<StepTaken | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const id = useId()
  const take = () => {
    onHold(finding)
    setTaken(takeStep(doc, store.get(), rule.step, finding))
  }
  const actions = isSolved ? null : (
    <div className="hs-advice__actions">
      {canWrite ? (
        <Button look="primary" aria-label={card.stepLabel(rule.step.label, rule.finding)} onPress={take}>
          {rule.step.label}
        </Button>
      ) : null}
      <ToArticle finding={finding} />
      <ToRound slug={finding.slug} />
      {canWrite && !finding.isHuman ? (
        <AsideButton rule={rule.finding} isOpen={isChoosing} onPress={() => setChoosing(!isChoosing)} />
      ) : null}
    </div>
  )
  return (
    <li
      id={finding.slug}
      className={`hs-advice__card hs-advice__card--${isSolved ? 'solved' : finding.severity}`}
      aria-labelledby={id}
    >
      <Severity finding={finding} isSolved={isSolved} />
      <h3 id={id} lang="nl" tabIndex={-1}>
        {rule.finding}
      </h3>
      <Items finding={finding} />
      <Returned slug={finding.slug} />
      <p lang="nl">{rule.explanation}</p>
      <p lang="nl">
        <strong>{card.what}:</strong> {rule.advice}
      </p>
      {actions}
      {isChoosing && !isSolved ? (
        <AsideForm
          finding={finding}
          onDone={(words) => {
            setChoosing(false)
            onSaid(words)
          }}
          onCancel={() => setChoosing(false)}
        />
      ) : null}
      {taken === null ? null : (
        <MendPlace finding={finding} taken={taken} onDone={() => onDone(finding.slug)} label={rule.finding} />
      )}
      <WhereFrom rule={rule} />
    </li>
  )
}

function AsideButton({ rule, isOpen, onPress }: { rule: string; isOpen: boolean; onPress: () => void }) {
  const { aside } = useText().advice
  return (
    <Button look="quiet" aria-label={aside.label(rule)} aria-expanded={isOpen} onPress={onPress}>
      {aside.button}
    </Button>
  )
}

function Severity({ finding, isSolved }: { finding: Finding; isSolved: boolean }) {
  const { advice } = useText()
  if (isSolved) {
    return (
      <Status icon="check" tone="good">
        {advice.card.solved}
      </Status>
    )
  }
  return (
    <p className="hs-advice__severity">
      <Icon name={SIGNS[finding.severity]} size={18} />
      {advice.severity[finding.severity].word}
    </p>
  )
}

/** The parties, tasks and other things that the advice is about, by name. */
function Items({ finding }: { finding: Finding }) {
  const { card } = useText().advice
  const { body } = useAdviceNow()
  const { catalog } = useForms()
  const names = finding.items.flatMap((item) => nameOfItem(item, body, catalog) ?? [])
  if (names.length === 0) return null
  return (
    <p className="hs-advice__items" lang="nl">
      {card.about}: {[...new Set(names)].join(', ')}
    </p>
  )
}

function Returned({ slug }: { slug: string }) {
  const { card, aside } = useText().advice
  const choice = useAdviceNow().returned.get(slug)
  if (choice === undefined) return null
  return <Callout kind="info">{card.returned(choice.name || aside.somebody, choice.reason)}</Callout>
}
