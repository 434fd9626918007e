import type { Finding } from '../../../shared/advice/finding.ts'
import { SEVERITIES } from '../../../shared/advice/rule-texts.ts'
import { mayWrite } from '../../connection/index.ts'
import { FormsProvider, useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Surroundings } from '../agreement/surroundings.ts'
import { type OpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { Failure } from '../failure.tsx'
import { useTasksAgreement } from '../tasks/open-tasks.ts'
import { SIGNS } from './finding-card.tsx'
import { takeStep } from './take-step.ts'
import {
  AdviceProvider,
  type LoadedAdvice,
  useAdviceEngine,
  useAdviceNow,
  useLoadedAdvice,
  useRule,
} from './use-advice.ts'
import './advice.css'

export type AdviceBesideProps = {
  agreementId: string
  open: OpenAgreement
  surroundings: Surroundings
  /** The article in view; null where none is. */
  entry: { id: string; key: string | null; heading: string; number: string | null } | null
  /** Leads to an article or a fact on the paper; false when it is not there yet. */
  goTo: (place: string) => boolean
}

/** The advice that belongs to the article in view, beside the paper. */
export function AdviceBeside(props: AdviceBesideProps) {
  const loaded = useLoadedAdvice(props.agreementId)
  if (loaded.state === 'broken') {
    return (
      <div className="hs-advice__beside">
        <Failure failure={loaded.failure} again={loaded.again} />
      </div>
    )
  }
  if (loaded.state === 'busy') return <Waiting />
  return <Running {...props} loaded={loaded.value} />
}

function Waiting() {
  const { advice } = useText()
  return (
    <div className="hs-advice__beside" aria-busy="true">
      <p className="hs-soft">{advice.busy}</p>
      <Skeleton width="100%" height="6rem" />
    </div>
  )
}

function Running({ loaded, ...props }: AdviceBesideProps & { loaded: LoadedAdvice }) {
  const { agreementId, open, surroundings } = props
  const around = useAdviceEngine(agreementId, open, surroundings, loaded)
  const forms = useTasksAgreement(open, surroundings)
  const connection = useStandingConnection(open.live)
  if (around === null || forms === null || !connection.opened) return <Waiting />
  return (
    <FormsProvider value={forms}>
      <AdviceProvider value={around}>
        <OfArticle {...props} canWrite={mayWrite(connection)} />
      </AdviceProvider>
    </FormsProvider>
  )
}

function OfArticle(props: AdviceBesideProps & { canWrite: boolean }) {
  const { entry, agreementId } = props
  const { panel, count } = useText().advice
  const { open } = useAdviceNow()
  const here = SEVERITIES.flatMap((severity) =>
    open.filter((each) => each.severity === severity && each.articleKeys.includes(entry?.key ?? '')),
  )
  const rest = open.length - here.length
  return (
    <div className="hs-advice__beside">
      {entry === null ? (
        <p className="hs-soft">{panel.choose}</p>
      ) : (
        <>
          <h3 lang="nl">
            {entry.number} {entry.heading}
          </h3>
          {here.length === 0 ? <p className="hs-soft">{panel.none}</p> : null}
        </>
      )}
      <ul className="hs-advice__cards">
        {here.map((finding) => (
          <BesideCard key={finding.slug} finding={finding} {...props} />
        ))}
      </ul>
      <p>{rest === 0 ? count(open.length) : panel.rest(rest)}</p>
      <ButtonLink href={`/agreements/${encodeURIComponent(agreementId)}/punten`}>{panel.all}</ButtonLink>
    </div>
  )
}

type CardProps = AdviceBesideProps & { finding: Finding; canWrite: boolean }

function BesideCard({ finding, agreementId, canWrite, ...paper }: CardProps) {
  const { advice } = useText()
  const rule = useRule(finding.slug)
  const isBack = useAdviceNow().returned.has(finding.slug)
  const point = `/agreements/${encodeURIComponent(agreementId)}/punten#${finding.slug}`
  return (
    <li className={`hs-advice__card hs-advice__card--${finding.severity} hs-advice__card--beside`}>
      <p className="hs-advice__severity">
        <Icon name={SIGNS[finding.severity]} size={18} />
        {advice.severity[finding.severity].word}
      </p>
      <h4 lang="nl">{rule.finding}</h4>
      {isBack ? <p className="hs-soft">{advice.panel.returned}</p> : null}
      <p lang="nl">{rule.advice}</p>
      <div className="hs-advice__actions">
        {canWrite && isTakenHere(rule.step.kind) ? <StepButton finding={finding} {...paper} /> : null}
        <ButtonLink look="quiet" href={point} aria-label={advice.panel.openLabel(rule.finding)}>
          {advice.panel.open}
        </ButtonLink>
      </div>
    </li>
  )
}

/** Choosing a task and answering a question ask for more room than a panel has. */
const isTakenHere = (kind: string) => kind !== 'pick_task' && kind !== 'answer'

function StepButton({ finding, goTo, entry }: Pick<CardProps, 'finding' | 'goTo' | 'entry'>) {
  const { card } = useText().advice
  const { doc, store } = useForms()
  const { step, finding: words } = useRule(finding.slug)
  const take = () => {
    const { goOn } = takeStep(doc, store.get(), step, finding)
    goWhenDrawn([...goOn.slice(0, 1), ...finding.targets, ...(entry === null ? [] : [entry.id])], goTo)
  }
  return (
    <Button aria-label={card.stepLabel(step.label, words)} onPress={take}>
      {step.label}
    </Button>
  )
}

/** How long (ms) a row that was just added may take to be drawn. */
const DRAWING = 1200

/** Leads to the first of these places that is on the paper; looks again while the paper is being drawn. */
function goWhenDrawn(places: readonly string[], goTo: (place: string) => boolean): void {
  const start = performance.now()
  const look = () => {
    const isLate = performance.now() - start > DRAWING
    if (places.slice(0, isLate ? places.length : 1).some(goTo) || isLate) return
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
