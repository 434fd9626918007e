import { useEffect, useMemo } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { OpenPoint } from '../../../shared/protocol/endpoints-open-points.ts'
import {
  call,
  callOrRecall,
  createKeptAndWaiting,
  type KeptAndWaitingStore,
  type OpenPointCommand,
  openPointQueues,
} from '../../connection/index.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { afterTime, followWaiting, guardUnsent } from '../waiting-commands.ts'
import { staysRefused } from './waiting-points.ts'

/** The open points as the server has them, and whether this person may change them. */
export type KeptPoints = { mayChange: boolean; points: readonly OpenPoint[] }

/** The open points of an agreement, followed, with what waits on this device until the server has it. */
export function usePointsStore(
  agreementId: string,
  { live }: OpenAgreement,
  you: { personId: string; role: string },
): KeptAndWaitingStore<KeptPoints, OpenPointCommand> {
  const { personId, role } = you
  const store = useMemo(
    () =>
      createKeptAndWaiting<KeptPoints, OpenPointCommand>({
        ...{ staysRefused, after: afterTime, nothing: { mayChange: false, points: [] } },
        queue: openPointQueues.of(agreementId, personId),
        load: () => callOrRecall(agreementId, endpoints.getOpenPoints, { params: { id: agreementId } }),
        send: (command) => send(agreementId, command),
      }),
    [agreementId, personId],
  )
  useEffect(() => followWaiting(store, live, 'open-points'), [store, live])
  // Another role may do other things.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it says
  useEffect(() => void store.refresh(), [store, role])
  useEffect(() => guardUnsent(openPointQueues.of(agreementId, personId)), [agreementId, personId])
  return store
}

async function send(id: string, command: OpenPointCommand): Promise<(kept: KeptPoints) => KeptPoints> {
  switch (command.kind) {
    case 'add':
      return withPoint(await call(endpoints.addOpenPoint, { params: { id }, body: command.point }))
    case 'change': {
      const { pointId, change } = command
      return withPoint(await call(endpoints.changeOpenPoint, { params: { id, pointId }, body: change }))
    }
    case 'remove': {
      const { pointId } = command
      await call(endpoints.removeOpenPoint, { params: { id, pointId } })
      return (kept) => ({ ...kept, points: kept.points.filter((point) => point.id !== pointId) })
    }
  }
}

/** Where it stood, or at the end when it is new. */
function withPoint(point: OpenPoint): (kept: KeptPoints) => KeptPoints {
  return (kept) => {
    const isKnown = kept.points.some(({ id }) => id === point.id)
    const points = isKnown
      ? kept.points.map((each) => (each.id === point.id ? point : each))
      : [...kept.points, point]
    return { ...kept, points }
  }
}
