import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout, type CalloutKind } from '../../ui/callout.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Page } from '../page.tsx'
import { ReportForIct } from './report-for-ict.tsx'
import { type Check, type StepState, useCheck } from './use-check.ts'
import { paceOf, roundTripOf, type Verdict, verdictOf } from './verdict.ts'
import './check.css'

const STEPS = ['reached', 'socket', 'line', 'storage'] as const

/** Whether writing together works from here, found out before the meeting. */
export function CheckScreen() {
  const { check } = useText()
  const test = useCheck()
  return (
    <Page title={check.pageTitle}>
      <div className="hs-check">
        <h1>{check.heading}</h1>
        <p>{check.lead}</p>
        <section className="hs-sheet hs-stack" aria-labelledby="steps">
          <h2 id="steps">{check.steps}</h2>
          <ol className="hs-check__steps">
            {STEPS.map((step) => (
              <Step key={step} step={step} state={test.steps[step]} />
            ))}
          </ol>
        </section>
        <Outcome test={test} />
      </div>
    </Page>
  )
}

const SIGNS: Record<StepState, { icon: IconName; tone: string }> = {
  waiting: { icon: 'empty', tone: 'calm' },
  busy: { icon: 'progress', tone: 'calm' },
  good: { icon: 'check', tone: 'good' },
  bad: { icon: 'wrong', tone: 'wrong' },
}

function Step({ step, state }: { step: (typeof STEPS)[number]; state: StepState }) {
  const { check } = useText()
  const words = check.step[step]
  const { icon, tone } = SIGNS[state]
  return (
    <li className="hs-check__step">
      <span className={`hs-status hs-status--${tone}`}>
        <Icon name={icon} size={24} />
      </span>
      <span className="hs-check__words">
        <b>{words.name}</b>
        <span className={`hs-check__state hs-status--${tone}`}>{check.state[state]}</span>
        <span className="hs-soft hs-check__why">
          {state === 'good' || state === 'bad' ? words[state] : null}
        </span>
      </span>
    </li>
  )
}

const KINDS: Record<Verdict, CalloutKind> = {
  good: 'good',
  slower: 'attention',
  slow: 'attention',
  blocked: 'wrong',
  notReached: 'wrong',
}

function Outcome({ test }: { test: Check }) {
  const { check } = useText()
  const { result } = test
  if (result === null) {
    return (
      <p className="hs-soft" role="status">
        {check.running}
      </p>
    )
  }
  const verdict = verdictOf(result)
  const roundTrip = roundTripOf(result)
  const { title, body } = check.verdict[verdict]
  return (
    <>
      <Callout
        kind={KINDS[verdict]}
        title={title}
        isUrgent
        action={<Button onPress={test.again}>{check.again}</Button>}
      >
        <p>{body}</p>
        {roundTrip === null ? null : <p>{check.pace[paceOf(roundTrip)]}</p>}
      </Callout>
      {result.storage.isGood ? null : <Callout kind="attention">{check.step.storage.bad}</Callout>}
      <ReportForIct result={result} at={test.at} />
    </>
  )
}
