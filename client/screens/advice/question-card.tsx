import { useId, useState } from 'react'
import type { RuleText } from '../../../shared/advice/rule-texts.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { FieldsByRecord } from './fields-by-record.tsx'
import { useAdvice, useAdviceNow } from './use-advice.ts'
import { WhereFrom } from './where-from.tsx'

/** A question that only people can answer: read it out, talk, and write down what was said. */
export function QuestionCard({ rule, isAnswered }: { rule: RuleText; isAnswered: boolean }) {
  const { questions, card } = useText().advice
  const { canWrite } = useForms()
  const { askQuestions } = useAdvice()
  const { body } = useAdviceNow()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const hasRecord = body.humanChecks.some(({ ruleSlug }) => ruleSlug === rule.slug)
  const asking = useAction(askQuestions, () => setOpen(true))
  const open = () => {
    if (hasRecord) setOpen(true)
    else asking.run(undefined)
  }
  const question = rule.question ?? rule.title
  return (
    <li id={rule.slug} className="hs-advice__card hs-advice__card--question" aria-labelledby={id}>
      <h3 id={id} lang="nl">
        {question}
      </h3>
      <p lang="nl">{rule.explanation}</p>
      <p lang="nl">
        <strong>{card.what}:</strong> {rule.advice}
      </p>
      {isOpen && hasRecord ? (
        <div className="hs-advice__mend">
          <FieldsByRecord addresses={['answer', 'note'].map((name) => `humanChecks.${rule.slug}.${name}`)} />
        </div>
      ) : null}
      {canWrite ? (
        <div className="hs-advice__actions">
          {isOpen ? (
            <Button icon="check" aria-label={card.doneLabel(question)} onPress={() => setOpen(false)}>
              {card.done}
            </Button>
          ) : (
            <Button
              look={isAnswered ? 'quiet' : 'primary'}
              isBusy={asking.isBusy}
              aria-label={
                isAnswered ? questions.againLabel(question) : card.stepLabel(rule.step.label, question)
              }
              onPress={open}
            >
              {isAnswered ? questions.again : rule.step.label}
            </Button>
          )}
        </div>
      ) : null}
      {asking.failure === null ? null : <Failure failure={asking.failure} />}
      <WhereFrom rule={rule} />
    </li>
  )
}
