import { z } from 'zod'
import { newOpenPoint, openPointChange } from '../../shared/protocol/endpoints-open-points.ts'
import { queuesOnDevice } from './command-queue.ts'

/** What somebody does with open points, as it is sent to the server. Each can be sent twice and is done once. */
export const openPointCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), point: newOpenPoint }),
  z.object({ kind: z.literal('change'), pointId: z.string(), change: openPointChange }),
  z.object({ kind: z.literal('remove'), pointId: z.string() }),
])
export type OpenPointCommand = z.output<typeof openPointCommand>

/** What people did here with open points and the server does not have. */
export const openPointQueues = queuesOnDevice<OpenPointCommand>('handslag.points.', openPointCommand)
