import { useState } from 'react'
import { type Step, stepItemId } from '../../../shared/template/steps.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ItemNotes } from './item-notes.tsx'

/** The questions of a step, large enough to read out, each with room for what was said. */
export function Questions({ step }: { step: Step }) {
  const { steps } = useText()
  if (step.questions.length === 0) return null
  return (
    <section className="hs-steps__part" aria-labelledby={`questions-${step.id}`}>
      <h3 id={`questions-${step.id}`}>{steps.questions}</h3>
      <p className="hs-soft">{steps.questionsHelp}</p>
      {step.questions.map((list) => (
        <QuestionList key={list.heading ?? ''} stepId={step.id} list={list} />
      ))}
    </section>
  )
}

type List = Step['questions'][number]

function QuestionList({ stepId, list }: { stepId: string; list: List }) {
  const { steps } = useText()
  const [isLarge, setLarge] = useState(false)
  return (
    <div className="hs-steps__list-part">
      <div className="hs-steps__list-head">
        <h4 lang="nl">{list.heading}</h4>
        <Button look="quiet" icon="page" onPress={() => setLarge(true)}>
          {steps.oneByOne}
        </Button>
      </div>
      <ol className="hs-steps__questions">
        {list.items.map((item) => (
          <li key={item.id}>
            <p className="hs-steps__question" lang="nl">
              {item.text}
            </p>
            <ItemNotes itemId={stepItemId(stepId, item.id)} itemText={item.text} />
          </li>
        ))}
      </ol>
      <LargeQuestions list={list} isOpen={isLarge} onClose={() => setLarge(false)} />
    </div>
  )
}

/** One question at a time, for the screen in the meeting room. */
function LargeQuestions({ list, isOpen, onClose }: { list: List; isOpen: boolean; onClose: () => void }) {
  const { steps, everywhere } = useText()
  const [at, setAt] = useState(0)
  const item = list.items[at]
  return (
    <Dialog
      title={list.heading ?? steps.questions}
      closeLabel={everywhere.close}
      isOpen={isOpen}
      onClose={onClose}
    >
      <div className="hs-steps__large">
        <p className="hs-soft" role="status">
          {steps.questionOf(at + 1, list.items.length)}
        </p>
        <p className="hs-steps__large-words" lang="nl" aria-live="polite">
          {item?.text}
        </p>
        <div className="hs-steps__turn">
          <Button icon="back" isDisabled={at === 0} onPress={() => setAt(at - 1)}>
            {steps.previousQuestion}
          </Button>
          <Button
            look="primary"
            icon="right"
            isDisabled={at === list.items.length - 1}
            onPress={() => setAt(at + 1)}
          >
            {steps.nextQuestion}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
