import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const withdrawRemark = ({ consultation }: HttpParts) =>
  answer(endpoints.withdrawRemark, async ({ reader, params }) => {
    await consultation.withdraw(reader, params.remarkId)
    return undefined
  })
