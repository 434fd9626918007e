import { Button as AriaButton } from 'react-aria-components/Button'
import type { Step } from '../../../shared/template/steps.ts'
import { useText } from '../../text/index.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Progress } from './progress.ts'
import './step-path.css'

type Props = { steps: readonly Step[]; progress: Progress; at: number; onGo: (index: number) => void }

/** The whole path: each step a button, with its state in a sign and in words. Every step can be opened at any time. */
export function StepPath({ steps: all, progress, at, onGo }: Props) {
  const { steps } = useText()
  return (
    <nav className="hs-path" aria-label={steps.path}>
      <ol className="hs-path__list">
        {all.map((step, index) => {
          const state = progress.steps[index]?.state ?? 'open'
          const isHere = progress.here === index
          return (
            <li key={step.id}>
              <AriaButton
                className={`hs-path__step hs-path__step--${state}`}
                aria-current={index === at ? 'step' : false}
                onPress={() => onGo(index)}
              >
                <span className="hs-path__number">
                  <span className="hs-hidden">{steps.step(index + 1)}: </span>
                  <span aria-hidden="true">{index + 1}</span>
                  {state === 'done' ? <Icon name="check" size={14} /> : null}
                </span>
                <span className="hs-path__words">
                  <span className="hs-path__title" lang="nl">
                    {step.title}
                  </span>
                  <span className="hs-path__state">
                    {steps.states[state]}
                    {isHere ? `. ${steps.here}` : ''}
                  </span>
                </span>
              </AriaButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
