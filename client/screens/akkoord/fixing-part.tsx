import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Fixing } from '../../../shared/protocol/endpoints-fixing.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useAkkoord } from '../agreement/akkoord/akkoord-room.ts'
import type { PartyEntry } from '../agreement/overview-of.ts'
import { partyName } from '../agreement/people-list.tsx'
import { Failure } from '../failure.tsx'
import { formatDay } from '../format-day.ts'
import { useAction } from '../load.ts'
import { useFocusGoesOn } from '../use-focus-goes-on.ts'

type Props = {
  agreementId: string
  fixing: Fixing | null
  isLead: boolean
  /** Every party said yes to everything. */
  isWhole: boolean
  parties: readonly PartyEntry[]
}

/** Under the grid: fixing the text for who leads, and what it takes to open it again for everybody. */
export function FixingPart(props: Props) {
  const { fixing, isLead, agreementId, isWhole, parties } = props
  const goesOn = useFocusGoesOn({ end: 'h2' })
  return (
    <div {...goesOn}>
      {fixing !== null ? (
        <Fixed agreementId={agreementId} fixing={fixing} isLead={isLead} parties={parties} />
      ) : isLead ? (
        <ToFix agreementId={agreementId} isWhole={isWhole} />
      ) : null}
    </div>
  )
}

function ToFix({ agreementId, isWhole }: { agreementId: string; isWhole: boolean }) {
  const { fixing: words } = useText()
  const [decision, setDecision] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isLacking = !isWhole && decision.trim() === ''
  const ask = () => {
    setMissing(isLacking)
    if (isLacking) goTo(field)
    else setAsking(true)
  }
  const back = () => {
    setAsking(false)
    // What was asked goes, and the focus with it.
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <Part title={words.heading}>
      <p>{words.lead}</p>
      <p>{isWhole ? words.allAgreed : words.notAllAgreed}</p>
      {/* A party may take back its akkoord while this is asked: then a decision is needed after all. */}
      {isAsking && !isLacking ? (
        <Sure agreementId={agreementId} decision={isWhole ? '' : decision.trim()} onBack={back} />
      ) : (
        <>
          {isWhole ? null : (
            <div ref={field}>
              <TextArea
                label={words.decision}
                complaint={isMissing ? words.decisionMissing : null}
                value={decision}
                onChange={(next) => {
                  setDecision(next)
                  setAsking(false)
                }}
                maxLength={2000}
              />
            </div>
          )}
          <div>
            <Button ref={button} look="primary" icon="lock" onPress={ask}>
              {words.fix}
            </Button>
          </div>
        </>
      )}
    </Part>
  )
}

type SureProps = { agreementId: string; decision: string; onBack: () => void }

/** The second step: what comes of it, in the place of the button that asked for it. */
function Sure({ agreementId, decision, onBack }: SureProps) {
  const { fixing: words, everywhere } = useText()
  const { sure } = words
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const doing = useAction(
    (body: { decision: string }) => call(endpoints.fixText, { params: { id: agreementId }, body }),
    () => {},
  )
  return (
    <section className="hs-fixing__sure" aria-labelledby="sure-heading">
      <h3 id="sure-heading" ref={heading} tabIndex={-1}>
        {sure.heading}
      </h3>
      <ul>
        <li>{sure.nobodyWrites}</li>
        <li>{sure.wordFile}</li>
        <li>{sure.openAgain}</li>
        {decision === '' ? null : (
          <li>
            {sure.decision} <q dir="auto">{decision}</q>
          </li>
        )}
      </ul>
      <div className="hs-akkoord__acts">
        <Button look="primary" icon="lock" isBusy={doing.isBusy} onPress={() => doing.run({ decision })}>
          {doing.isBusy ? words.fixing : sure.yes}
        </Button>
        <Button isDisabled={doing.isBusy} onPress={onBack}>
          {everywhere.cancel}
        </Button>
      </div>
      {doing.failure === null ? null : <Failure failure={doing.failure} />}
    </section>
  )
}

type FixedProps = { agreementId: string; fixing: Fixing; isLead: boolean; parties: readonly PartyEntry[] }

function Fixed({ agreementId, fixing, isLead, parties }: FixedProps) {
  const { fixing: words } = useText()
  const { language } = useLanguage()
  return (
    <Part title={`${words.fixed}: ${words.version(fixing.version)}`}>
      <Callout kind="good">{words.fixedOn(formatDay(fixing.at, language), fixing.name)}</Callout>
      {fixing.decision === '' ? null : (
        <p>
          {words.decided} <q>{fixing.decision}</q>
        </p>
      )}
      <details>
        <summary>{words.proof}</summary>
        <dl className="hs-fixing__proof">
          <dt>{words.fileHash}</dt>
          <dd>{fixing.fileHash}</dd>
          <dt>{words.textHash}</dt>
          <dd>{fixing.textHash}</dd>
        </dl>
      </details>
      {fixing.opening === null && !isLead ? null : (
        <Opening agreementId={agreementId} opening={fixing.opening} isLead={isLead} parties={parties} />
      )}
    </Part>
  )
}

type OpeningProps = {
  agreementId: string
  opening: Fixing['opening']
  isLead: boolean
  parties: readonly PartyEntry[]
}

function Opening({ agreementId, opening, isLead, parties }: OpeningProps) {
  const { fixing: words, everywhere } = useText()
  const { language } = useLanguage()
  const own = useAkkoord()?.ownParty ?? null
  const params = { id: agreementId }
  const asking = useAction(
    (body: { ask: boolean; reason: string }) => call(endpoints.askToOpenAgain, { params, body }),
    () => {},
  )
  const agreeing = useAction(
    (partyId: string) => call(endpoints.agreeToOpenAgain, { params, body: { partyId } }),
    () => {},
  )
  const failure = asking.failure ?? agreeing.failure
  const agreed = parties
    .filter(({ id }) => opening?.agreedPartyIds.includes(id))
    .map((party) => partyName(party, everywhere.unnamedParty))
  const hasSaid = own !== null && opening?.agreedPartyIds.includes(own.id)
  return (
    <section className="hs-fixing__opening" aria-labelledby="opening-heading">
      <h3 id="opening-heading">{words.ask.heading}</h3>
      <p>{words.ask.lead}</p>
      {opening === null ? (
        <Asking isBusy={asking.isBusy} onAsk={(reason) => asking.run({ ask: true, reason })} />
      ) : (
        <>
          <p>
            {words.ask.asked(opening.name, formatDay(opening.at, language))} <q>{opening.reason}</q>
          </p>
          <p role="status">{agreed.length === 0 ? words.ask.nobody : words.ask.agreed(agreed.join(', '))}</p>
          <div className="hs-akkoord__acts">
            {own === null || hasSaid ? null : (
              <Button look="primary" isBusy={agreeing.isBusy} onPress={() => agreeing.run(own.id)}>
                {words.ask.agree(partyName(own, everywhere.unnamedParty))}
              </Button>
            )}
            {isLead ? (
              <Button isBusy={asking.isBusy} onPress={() => asking.run({ ask: false, reason: '' })}>
                {words.ask.back}
              </Button>
            ) : null}
          </div>
          {hasSaid ? <p>{words.ask.said}</p> : null}
        </>
      )}
      {failure === null ? null : <Failure failure={failure} />}
    </section>
  )
}

function Asking({ isBusy, onAsk }: { isBusy: boolean; onAsk: (reason: string) => void }) {
  const { ask, busy } = useText().fixing
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const said = reason.trim()
  return (
    <>
      <div ref={field}>
        <TextArea
          label={ask.reason}
          complaint={isMissing ? ask.reasonMissing : null}
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
      </div>
      <div>
        <Button
          isBusy={isBusy}
          onPress={() => {
            setMissing(said === '')
            if (said === '') goTo(field)
            else onAsk(said)
          }}
        >
          {isBusy ? busy : ask.go}
        </Button>
      </div>
    </>
  )
}

/** What is missing is where one goes on. */
const goTo = (field: RefObject<HTMLDivElement | null>) => field.current?.querySelector('textarea')?.focus()

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="hs-fixing" aria-labelledby="fixing-heading">
      <h2 id="fixing-heading" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
