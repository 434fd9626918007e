import { endpoints } from '../../shared/protocol/endpoints.ts'
import { reachesDocument } from '../access/token-bounds.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const listAgreements = ({ listing, deletion }: HttpParts) =>
  answer(endpoints.listAgreements, async ({ caller }) => {
    const all = await listing.listFor(caller.personId)
    const mine = all.filter(({ id }) => reachesDocument(caller.bounds, id))
    const led = mine.filter(({ role }) => role === 'facilitator').map(({ id }) => id)
    const deletions = await deletion.deletions(led)
    return { agreements: mine.map((one) => ({ ...one, deletesAt: deletions.get(one.id) ?? null })) }
  })
