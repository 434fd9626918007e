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
  const { opened, canWrite, hold } = connection
  if (!opened || canWrite) return null
  if (hold === null) return <Callout kind="info">{ownPart}</Callout>
  return (
    <Callout kind="info" action={takesBack(connection) ? <TakeBack agreementId={agreementId} /> : null}>
      {holds[hold]}
    </Callout>
  )
}

/** Who leads takes an agreement back from the archive. */
export const takesBack = ({ hold, role }: Pick<ConnectionState, 'hold' | 'role'>): boolean =>
  hold === 'archived' && role === 'facilitator'

/** Takes an agreement back from the archive. The open page hears by its connection that it may write again. */
export function TakeBack({ agreementId }: { agreementId: string }) {
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
