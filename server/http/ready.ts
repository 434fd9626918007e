import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

/** The truth about keeping, for what watches the server: a 503 names why. */
export const ready = ({ whyNotReady }: HttpParts) =>
  answer(endpoints.ready, async () => {
    const why = await whyNotReady()
    if (why !== null)
      throw new Refusal('cannot-keep', [
        { path: '', reason: why, expected: 'what is written can be kept', found: why },
      ])
    return { status: 'ready' as const }
  })
