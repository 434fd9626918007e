import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { Pace } from './pace.ts'
import type { HttpParts } from './parts.ts'

/** Remarks by one link within a minute: a hall of people writes no faster, whatever number of devices opened it. */
const BY_LINK = 120

export function sendRemark({ consultation }: HttpParts) {
  const pace = new Pace(BY_LINK)
  return answer(endpoints.sendRemark, async ({ reader, body }) => {
    if (!pace.allows(reader.roundId, Date.now())) throw new Refusal('too-many-requests')
    return consultation.remark(reader, body)
  })
}
