import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { canStartHere } from './me.ts'
import type { HttpParts } from './parts.ts'
import { signInBrowser } from './sign-in-browser.ts'

export const startHere = (parts: HttpParts) =>
  answer(endpoints.startHere, async ({ body, request, reply }) => {
    if (!(await canStartHere(request, parts))) throw new Refusal('not-allowed')
    const { personId } = await parts.people.startAsFirstMember(body.name)
    return signInBrowser(parts, personId, request, reply)
  })
