import { useEffect, useMemo } from 'react'
import type { Catalog } from '../../../shared/template/catalog.ts'
import type { Step, StepFill } from '../../../shared/template/steps.ts'
import { FactForm, type FormsAgreement, FormsProvider, followCells } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { ToAgreement } from '../beside-agreement.tsx'
import { type FillPlace, type FillState, fillPlace, fillState } from './fill-state.ts'
import { addressIn } from './places.ts'
import { ScreenLink } from './screen-link.tsx'
import { useSteps } from './steps-context.ts'

type Props = { step: Step; open: OpenAgreement; catalog: Catalog; canWrite: boolean }

/** What this step fills in the agreement, whether it is there, and the way to the place. */
export function FillList({ step, open, catalog, canWrite }: Props) {
  const { steps } = useText()
  const forms = useFormsFor(open, catalog, canWrite)
  return (
    <section className="hs-steps__part" aria-labelledby={`fill-${step.id}`}>
      <h3 id={`fill-${step.id}`}>{steps.fill}</h3>
      <p className="hs-soft">{steps.fillHelp}</p>
      <FormsProvider value={forms}>
        <ul className="hs-steps__list">
          {step.fill.map((fill) => (
            <Fill key={fill.label} fill={fill} />
          ))}
        </ul>
      </FormsProvider>
    </section>
  )
}

const SIGNS: Record<FillState, IconName> = { empty: 'empty', partly: 'progress', filled: 'check' }

function Fill({ fill }: { fill: StepFill }) {
  const { steps } = useText()
  const { body } = useSteps()
  const state = fill.target === null ? null : fillState(body, fill.target)
  return (
    <li className="hs-steps__item">
      <p className="hs-fill">
        {state === null ? null : <Icon name={SIGNS[state]} />}
        <span lang="nl">{fill.label}</span>
        {state === null ? null : <span className="hs-fill__state">({steps.fillStates[state]})</span>}
      </p>
      {fill.screen === null ? null : <ScreenLink screen={fill.screen} forWords={fill.label} />}
      <FillWay place={fillPlace(body, fill)} label={fill.label} />
    </li>
  )
}

function FillWay({ place, label }: { place: FillPlace; label: string }) {
  const { steps } = useText()
  const { agreementId } = useSteps()
  switch (place.in) {
    case 'article': {
      const { number, heading } = place.article
      const words = steps.toArticle(number, heading)
      return (
        <Link href={addressIn(agreementId, place.targets)}>
          {words}
          <span className="hs-hidden">, {label}</span>
        </Link>
      )
    }
    case 'agreement':
      return <ToAgreement agreementId={agreementId} />
    case 'here':
      return (
        <>
          <p className="hs-soft">{steps.hereToFill}</p>
          <FactForm addresses={[place.address]} />
        </>
      )
    case 'nowhere':
      return <p className="hs-soft">{steps.nowhere}</p>
  }
}

function useFormsFor({ live, observed }: OpenAgreement, catalog: Catalog, canWrite: boolean): FormsAgreement {
  const presence = useMemo(() => followCells(live.awareness), [live])
  useEffect(() => presence.stop, [presence])
  return useMemo(
    () => ({
      doc: live.doc,
      store: observed,
      catalog,
      awareness: live.awareness,
      presence,
      canWrite,
      undo: () => {},
    }),
    [live, observed, catalog, presence, canWrite],
  )
}
