import type { ReturnView } from '../../../shared/protocol/endpoints-returns.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import type { AgreementOverview } from '../agreement/overview-of.ts'
import { Failure } from '../failure.tsx'
import { paperWithProposals } from '../proposals/asked-in-address.ts'
import { ChangeCard } from './change-card.tsx'
import { countsOf, groupsOf, isOpen, isSo } from './groups-of.ts'
import { type Done, type ReturnState, useReturn } from './use-return.ts'

type Props = {
  agreementId: string
  view: ReturnView
  overview: AgreementOverview
  mayDecide: boolean
}

/** All that a file says otherwise, by article, with what is chosen of it and one button for all of that. */
export function ChangeList({ agreementId, view: first, overview, mayDecide }: Props) {
  const { returned } = useText()
  const state = useReturn(agreementId, first)
  const { changes } = state.view
  if (changes.length === 0)
    return (
      <>
        <Callout kind="good">{returned.nothing}</Callout>
        <p className="hs-soft">{returned.notCompared}</p>
      </>
    )
  const heading = (place: string | null): string =>
    overview.entries.find(({ id }) => id === place)?.heading ?? ''
  const name = (place: string | null): string => {
    if (place === null) return returned.facts
    const number = overview.entries.find(({ id }) => id === place)?.number ?? ''
    return `${number ?? ''} ${heading(place) || returned.unnamed}`.trim()
  }
  const groups = groupsOf(
    changes,
    overview.entries.map(({ id }) => id),
  )
  const already = changes.filter(isSo)
  return (
    <>
      <Sum state={state} mayDecide={mayDecide} />
      {groups.map(({ place, changes: found }) => (
        <section key={place ?? ''} className="hs-returned__group" aria-label={name(place)}>
          <h2 lang={place === null ? undefined : 'nl'}>{name(place)}</h2>
          <ul>
            {found.map((change) => (
              <ChangeCard
                key={change.id}
                change={change}
                state={state}
                mayDecide={mayDecide}
                heading={heading(place)}
              />
            ))}
          </ul>
        </section>
      ))}
      {already.length === 0 ? null : (
        <details className="hs-returned__already">
          <summary>{returned.alreadySo(already.length)}</summary>
          <ul>
            {already.map((change) => (
              <ChangeCard key={change.id} change={change} state={state} mayDecide={false} heading="" />
            ))}
          </ul>
        </details>
      )}
      <Below agreementId={agreementId} state={state} mayDecide={mayDecide} />
    </>
  )
}

function Sum({ state, mayDecide }: { state: ReturnState; mayDecide: boolean }) {
  const { returned } = useText()
  const { changes } = state.view
  const conflicts = changes.filter((each) => isOpen(each) && each.meanwhile === 'changed').length
  return (
    <div className="hs-stack">
      <p className="hs-returned__sum">
        {returned.sum(changes.filter((each) => !isSo(each)).length)}{' '}
        {conflicts === 0 ? null : returned.conflicts(conflicts)}
      </p>
      <p className="hs-soft">
        {returned.legend} {returned.notCompared}
      </p>
      {changes.some(isOpen) ? null : <Callout kind="info">{returned.nothingFree}</Callout>}
      {mayDecide && changes.some(isOpen) ? (
        <div className="hs-change__buttons">
          <Button onPress={() => state.chooseAll(true)}>{returned.selectAll}</Button>
          <Button look="quiet" onPress={() => state.chooseAll(false)}>
            {returned.selectNone}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type BelowProps = Pick<Props, 'agreementId' | 'mayDecide'> & { state: ReturnState }

/** Stays in sight at the bottom: what came of the last decision, and one button for all that is chosen. */
function Below({ agreementId, state, mayDecide }: BelowProps) {
  const { returned } = useText()
  const { failure, done, isBusy } = state
  const chosen = state.view.changes.filter(({ id }) => state.chosen.has(id))
  const { proposals, comments } = countsOf(chosen)
  const label = chosen.length === 0 ? returned.chooseFirst : returned.takeAll(proposals, comments)
  return (
    <div className="hs-returned__below">
      <div role="status">
        {done === null ? null : <Outcome agreementId={agreementId} done={done} />}
        {isBusy ? <p>{returned.taking}</p> : null}
      </div>
      {failure === null ? null : <Failure failure={failure} />}
      {mayDecide && state.view.changes.some(isOpen) && (chosen.length > 0 || done === null) ? (
        <Button
          look="primary"
          isBusy={isBusy}
          isDisabled={chosen.length === 0}
          onPress={() => state.decide(chosen, 'take')}
        >
          {label}
        </Button>
      ) : null}
    </div>
  )
}

function Outcome({ agreementId, done }: { agreementId: string; done: Done }) {
  const { returned } = useText()
  const { outcome, proposals, comments, failed, place } = done
  return (
    <>
      {failed === 0 ? null : <p className="hs-returned__failed">{returned.notDone(failed)}</p>}
      {proposals + comments === 0 ? null : outcome === 'leave' ? (
        <p>{returned.doneLeft}</p>
      ) : (
        <p>
          {returned.done(proposals, comments)} {returned.before}{' '}
          <Link href={paperWithProposals(agreementId, place)}>{returned.toProposals}</Link>
        </p>
      )}
    </>
  )
}
