import { endpoints } from '../../shared/protocol/endpoints.ts'
import { mayArchive } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { letterFor, linkAddress } from './mail-letter.ts'
import type { HttpParts } from './parts.ts'

export const getWorkspace = ({ members }: HttpParts) =>
  answer(endpoints.getWorkspace, ({ caller }) => members.view(caller))

export const renameWorkspace = ({ members }: HttpParts) =>
  answer(endpoints.renameWorkspace, async ({ body, caller }) => {
    await members.rename(body.name)
    return members.view(caller)
  })

/** When no mail goes out, the link comes back to be handed over another way. */
export const inviteMember = ({ members, post, site, log }: HttpParts) =>
  answer(endpoints.inviteMember, async ({ body, caller, request }) => {
    const link = await members.invite(caller, body)
    const workspace = await members.view(caller)
    const letter = letterFor(link, request, site, workspace.name)
    const wentOut = post !== null && (await post.send(letter).then(() => true, noMail(log)))
    return { url: wentOut ? null : linkAddress(site, link.secret), workspace }
  })

const noMail = (log: HttpParts['log']) => (err: unknown) => {
  log.error({ err }, 'a mail did not go out')
  return false
}

export const withdrawMemberInvitation = ({ members }: HttpParts) =>
  answer(endpoints.withdrawMemberInvitation, async ({ params, caller }) => {
    await members.withdraw(caller, params.invitationId)
    return members.view(caller)
  })

export const changeRights = ({ members }: HttpParts) =>
  answer(endpoints.changeRights, async ({ params, body, caller }) => {
    await members.setRights(caller, params.personId, body.rights)
    return members.view(caller)
  })

export const removeMember = ({ members }: HttpParts) =>
  answer(endpoints.removeMember, async ({ params, body, caller }) => {
    await members.remove(caller, params.personId, body.handOverTo)
    return members.view(caller)
  })

export const archiveAgreement = ({ agreements }: HttpParts) =>
  answer(endpoints.archiveAgreement, async ({ body, participation }) => {
    if (!mayArchive(participation)) throw new Refusal('not-allowed')
    await agreements.setArchived(participation.agreementId, participation.personId, body.archived)
    return undefined
  })
