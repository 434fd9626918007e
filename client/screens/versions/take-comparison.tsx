import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { callForFile } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { handOver } from '../hand-over.ts'
import { useAction } from '../load.ts'

/** Ids of two versions; `until` is null for the text of now. */
type Props = { agreementId: string; since: string; until: string | null }

/** Takes a comparison along as a Word file with what differs as tracked changes. The server makes it, of what it has. */
export function TakeComparison({ agreementId, since, until }: Props) {
  const { versions } = useText()
  const [isTaken, setTaken] = useState(false)
  const taking = useAction(
    () =>
      callForFile(endpoints.exportAgreement, {
        params: { id: agreementId },
        query: { format: 'docx', since, ...(until === null ? {} : { until }) },
      }),
    (file) => {
      handOver(file)
      setTaken(true)
    },
  )
  const start = () => {
    setTaken(false)
    taking.run(undefined)
  }
  return (
    <div className="hs-versions__take">
      <Button icon="download" isBusy={taking.isBusy} onPress={start}>
        {versions.take}
      </Button>
      <p role="status" className="hs-soft">
        {taking.isBusy ? versions.taking : isTaken ? versions.taken : versions.takeHelp}
      </p>
      {taking.failure === null ? null : <Failure failure={taking.failure} again={start} />}
    </div>
  )
}
