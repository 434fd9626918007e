import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { mayDelete } from '../access/retention.ts'
import { answer } from './answer.ts'
import { contentDisposition } from './export-agreement.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'
import { clearSessionCookie } from './session-cookie.ts'

export const getPrivacy = ({ deletion }: HttpParts) =>
  answer(endpoints.getPrivacy, async () => {
    const { workspace, months } = await deletion.term()
    return { workspace, months }
  })

export const getMyData = ({ privacy }: HttpParts) =>
  answer(endpoints.getMyData, async ({ caller, reply }) => {
    const file = await privacy.fileOf(caller.personId)
    reply.type('application/json; charset=utf-8')
    reply.header('content-disposition', contentDisposition('mijn-gegevens.json'))
    return file
  })

export const eraseMe = ({ privacy, site }: HttpParts) =>
  answer(endpoints.eraseMe, async ({ caller, reply }) => {
    await privacy.erase(caller.personId)
    clearSessionCookie(reply, site)
    reply.header('clear-site-data', '"cache", "cookies", "storage"')
    return undefined
  })

export const deleteAgreement = ({ deletion }: HttpParts) =>
  answer(endpoints.deleteAgreement, async ({ participation, body }) => {
    if (!mayDelete(participation)) throw new Refusal('not-allowed')
    await deletion.delete(participation, body.title)
    return undefined
  })

export const getRetention = ({ deletion }: HttpParts) =>
  answer(endpoints.getRetention, async ({ participation }) => {
    const { agreementId } = leading(participation)
    const { months } = await deletion.term()
    return { months, deletesAt: (await deletion.deletions([agreementId])).get(agreementId) ?? null }
  })

export const changeRetention = ({ deletion }: HttpParts) =>
  answer(endpoints.changeRetention, async ({ body, caller }) => {
    await deletion.setTerm(body.months, caller.personId)
    return { months: (await deletion.term()).months }
  })
