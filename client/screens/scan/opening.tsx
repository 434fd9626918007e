import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { joinNames, useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import type { InScan } from './in-scan.ts'

/** For who leads: open the scores before all are in, or let parties score on. */
export function Opening({ agreementId, store, view, parties }: InScan) {
  const { scan, everywhere } = useText()
  const { language } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const action = useAction(
    (open: boolean) => call(endpoints.openScan, { params: { id: agreementId }, body: { open } }),
    (next) => {
      setAsking(false)
      store.take(next)
    },
  )
  const isOpen = view.opened !== null
  const takingPart = view.parties.filter(({ takesPart }) => takesPart)
  const names = takingPart
    .filter(({ readyAt }) => readyAt === null)
    .map(({ partyId }) => parties.find(({ id }) => id === partyId)?.name ?? '')
  return (
    <section className="hs-sheet hs-stack hs-scan-opening" aria-labelledby="scan-opening">
      <h2 id="scan-opening">{isOpen ? scan.opening.resumeHeading : scan.opening.heading}</h2>
      <p>
        {isOpen
          ? scan.opening.resumeHelp
          : takingPart.length === 0
            ? scan.opening.nothing
            : scan.opening.help}
      </p>
      {isOpen ? (
        <Button isBusy={action.isBusy} onPress={() => action.run(false)}>
          {scan.opening.resume}
        </Button>
      ) : takingPart.length === 0 ? null : (
        <Button onPress={() => setAsking(true)}>{scan.opening.button}</Button>
      )}
      {action.failure && !isAsking ? <Failure failure={action.failure} /> : null}
      <Dialog
        title={scan.opening.confirmHeading}
        closeLabel={everywhere.close}
        isOpen={isAsking && !isOpen}
        onClose={() => setAsking(false)}
      >
        <div className="hs-stack">
          <p>
            {names.length === 0 ? scan.opening.confirmAll : scan.opening.confirm(joinNames(names, language))}
          </p>
          {action.failure ? <Failure failure={action.failure} /> : null}
          <div className="hs-scan-buttons">
            <Button look="primary" isBusy={action.isBusy} onPress={() => action.run(true)}>
              {scan.opening.button}
            </Button>
            <Button onPress={() => setAsking(false)}>{everywhere.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </section>
  )
}
