import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Catalog } from '../../../shared/template/catalog.ts'
import type { Step, Steps } from '../../../shared/template/steps.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { PrintButton } from '../print-button.tsx'
import { Checklists } from './checklist.tsx'
import { FillList } from './fill-list.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { Profiles } from './profiles.tsx'
import { type Progress, progressOf, type StepProgress } from './progress.ts'
import { Questions } from './questions.tsx'
import { StepPath } from './step-path.tsx'
import { useAllNotes, useSteps } from './steps-context.ts'

type Props = { steps: Steps; open: OpenAgreement; catalog: Catalog; canWrite: boolean }

/** Where people are on the path, and one step in full. Begins at the step of the address, else where people seem to be. */
export function StepsView({ steps, open, catalog, canWrite }: Props) {
  const { body, notes } = useSteps()
  const progress = progressOf(steps.steps, body, useAllNotes(notes))
  const [at, setAt] = useState(() => stepInAddress(steps.steps.length) ?? progress.here)
  const heading = useRef<HTMLHeadingElement>(null)
  const go = (index: number) => {
    setAt(index)
    history.replaceState(history.state, '', `#stap-${index + 1}`)
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }
  useEffect(() => {
    const onHash = () => setAt((now) => stepInAddress(steps.steps.length) ?? now)
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [steps])
  const step = steps.steps[at]
  const stepState = progress.steps[at]
  if (!step || !stepState) return null
  return (
    <div className="hs-steps">
      <StepPath steps={steps.steps} progress={progress} at={at} onGo={go} />
      <div className="hs-steps__middle">
        <WhereNow steps={steps} progress={progress} at={at} onGo={go} />
        <article className="hs-steps__step" aria-labelledby="step-title">
          <StepHead step={step} number={at + 1} progress={stepState} heading={heading} />
          <Checklists key={`check-${step.id}`} step={step} />
          <Questions key={`ask-${step.id}`} step={step} />
          <Profiles key={`profile-${step.id}`} step={step} />
          <Explanations step={step} />
          <FillList step={step} open={open} catalog={catalog} canWrite={canWrite} />
          <Turn steps={steps.steps} at={at} onGo={go} />
        </article>
        <Moments steps={steps} />
      </div>
      <PrintSheet steps={steps} step={step} number={at + 1} />
    </div>
  )
}

/** `#stap-3` names the third step. */
function stepInAddress(count: number): number | null {
  const number = Number(/^#stap-(\d+)$/.exec(location.hash)?.[1])
  return number >= 1 && number <= count ? number - 1 : null
}

type WhereProps = { steps: Steps; progress: Progress; at: number; onGo: (index: number) => void }

function WhereNow({ steps: file, progress, at, onGo }: WhereProps) {
  const { steps } = useText()
  const { here } = progress
  const title = file.steps[here]?.title ?? ''
  const action =
    here === at ? undefined : <Button onPress={() => onGo(here)}>{steps.goThere(here + 1)}</Button>
  return (
    <Callout kind="info" title={steps.hereSentence(here + 1, title)} action={action}>
      <p>{steps.hereWhy}</p>
    </Callout>
  )
}

type HeadProps = {
  step: Step
  number: number
  progress: StepProgress
  heading: RefObject<HTMLHeadingElement | null>
}

function StepHead({ step, number, progress, heading }: HeadProps) {
  const { steps } = useText()
  const { ticked, toTick, filled, toFill } = progress
  return (
    <header className="hs-steps__step-head">
      <h2 id="step-title" ref={heading} tabIndex={-1}>
        {steps.stepTitle(number, step.title)}
        <span className="hs-steps__subject" lang="nl">
          {step.subject}
        </span>
      </h2>
      <p className="hs-soft">
        {steps.ticked(ticked, toTick)}
        {toFill === 0 ? '' : `, ${steps.filled(filled, toFill)}`}
      </p>
      <dl className="hs-steps__facts">
        <dt>{steps.goal}</dt>
        <dd lang="nl">{step.goal}</dd>
        <dt>{steps.who}</dt>
        <dd lang="nl">{step.who}</dd>
      </dl>
      <Callout kind="attention" title={steps.caution}>
        {step.cautions.map((caution) => (
          <p key={caution} lang="nl">
            {caution}
          </p>
        ))}
      </Callout>
      <div className="hs-steps__print">
        <PrintButton>{steps.print.button}</PrintButton>
        <p className="hs-soft">{steps.print.help}</p>
      </div>
    </header>
  )
}

function Explanations({ step }: { step: Step }) {
  const { steps } = useText()
  if (step.explanations.length === 0) return null
  return (
    <section className="hs-steps__part" aria-label={steps.explanation}>
      {step.explanations.map(({ heading, ordered, items }) => {
        const List = ordered ? 'ol' : 'ul'
        return (
          <div key={heading} lang="nl" className="hs-steps__list-part">
            <h3>{heading}</h3>
            <List className="hs-steps__words">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </List>
          </div>
        )
      })}
    </section>
  )
}

type TurnProps = { steps: readonly Step[]; at: number; onGo: (index: number) => void }

function Turn({ steps: all, at, onGo }: TurnProps) {
  const { steps } = useText()
  const before = all[at - 1]
  const after = all[at + 1]
  return (
    <div className="hs-steps__turn">
      {before ? (
        <Button icon="back" onPress={() => onGo(at - 1)}>
          {steps.stepTitle(at, before.title)}
        </Button>
      ) : (
        <span />
      )}
      {after ? (
        <Button look="primary" icon="right" onPress={() => onGo(at + 1)}>
          {steps.stepTitle(at + 2, after.title)}
        </Button>
      ) : null}
    </div>
  )
}

function Moments({ steps: { moments, guide, duration } }: { steps: Steps }) {
  const { steps } = useText()
  return (
    <details className="hs-steps__moments">
      <summary>{steps.moments.title}</summary>
      <p lang="nl">{guide}</p>
      <p lang="nl">{duration}</p>
      <dl className="hs-steps__facts hs-steps__facts--wide" lang="nl">
        {moments.map(({ when, ask }) => (
          <div key={when}>
            <dt>{when}</dt>
            <dd>{ask}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
