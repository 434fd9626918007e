import { endpoints } from '../../shared/protocol/endpoints.ts'
import { type ConnectionState, call } from '../connection/index.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Failure } from './failure.tsx'
import { useAction } from './load.ts'

type ReadOnlyProps = {
  agreementId: string
  connection: Pick<ConnectionState, 'opened' | 'canWrite' | 'hold' | 'role'>
  /** What somebody is told whose part is reading alone. */
  ownPart: string
}

/** Why somebody reads and does not write: nobody writes in the text now, or it is not theirs to write. Nothing for who writes. */
export function ReadOnly({ agreementId, connection, ownPart }: ReadOnlyProps) {
  const { holds } = useText().agreement
  const { opened, canWrite, hold, role } = connection
  if (!opened || canWrite) return null
  if (hold === null) return <Callout kind="info">{ownPart}</Callout>
  const takesBack = hold === 'archived' && role === 'facilitator'
  return (
    <Callout kind="info" action={takesBack ? <TakeBack agreementId={agreementId} /> : null}>
      {holds[hold]}
    </Callout>
  )
}

/** The open page hears by its connection that it may write again. */
function TakeBack({ agreementId }: { agreementId: string }) {
  const { takeBack } = useText().agreement
  const taking = useAction(
    () => call(endpoints.archiveAgreement, { params: { id: agreementId }, body: { archived: false } }),
    () => {},
  )
  return (
    <>
      <Button isBusy={taking.isBusy} onPress={() => taking.run(undefined)}>
        {takeBack}
      </Button>
      {taking.failure === null ? null : <Failure failure={taking.failure} />}
    </>
  )
}
