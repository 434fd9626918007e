import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { CallFailed, call } from '../../connection/index.ts'
import { joinNames, useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import type { InScan } from './in-scan.ts'
import type { ScanParty } from './scan-parties.ts'

/** Id of the part where a party says that it is ready. */
export const READY_ID = 'scan-ready'

/** The party says that it is ready, and sees whom it waits for. */
export function Ready({ scan, party, skipped }: { scan: InScan; party: ScanParty; skipped: number }) {
  const { ready } = useText().scan
  const { agreementId, store, view, catalog } = scan
  const action = useAction(
    async (isReady: boolean) => {
      if (!(await store.settle())) throw new CallFailed({ kind: 'unreachable' })
      const body = { partyId: party.id, ready: isReady }
      return call(endpoints.readyForScan, { params: { id: agreementId }, body })
    },
    (next) => store.take(next),
  )
  const isReady = view.parties.some(({ partyId, readyAt }) => partyId === party.id && readyAt !== null)
  const isEmpty = skipped === catalog.factors.length
  return (
    <div className="hs-stack hs-scan-ready">
      <h3 id={READY_ID} tabIndex={-1}>
        {ready.heading}
      </h3>
      {isReady ? (
        <Callout kind="good" title={ready.done}>
          <Waiting scan={scan} /> {ready.mayChange}
        </Callout>
      ) : (
        <p>{isEmpty ? ready.none : skipped === 0 ? ready.all : ready.skipped(skipped)}</p>
      )}
      <Button
        look={isReady ? 'secondary' : 'primary'}
        isBusy={action.isBusy}
        isDisabled={isEmpty && !isReady}
        onPress={() => action.run(!isReady)}
      >
        {isReady ? ready.notYet : ready.button}
      </Button>
      {action.failure ? <Failure failure={action.failure} /> : null}
    </div>
  )
}

function Waiting({ scan: { view, parties } }: { scan: InScan }) {
  const { ready } = useText().scan
  const { language } = useLanguage()
  const names = view.parties
    .filter(({ takesPart, readyAt }) => takesPart && readyAt === null)
    .map(({ partyId }) => parties.find(({ id }) => id === partyId)?.name ?? '')
  return names.length === 0 ? ready.waitingAlone : ready.waiting(joinNames(names, language))
}
