import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

/** How long (ms) one proof serves: asking is free for everybody, and each proof costs a sync to disk. */
const SERVES = 1000

export function ready({ proveWritable, log }: HttpParts) {
  let proof: Promise<void> | null = null
  let provenAt = 0

  return answer(endpoints.ready, async () => {
    if (!proof || Date.now() - provenAt > SERVES) {
      proof = proveWritable()
      provenAt = Date.now()
    }
    try {
      await proof
    } catch (error) {
      log.error({ error: String(error) }, 'the storage can not be written')
      throw new Refusal('cannot-keep')
    }
    return { status: 'ready' as const }
  })
}
