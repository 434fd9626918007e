import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getComments = ({ comments }: HttpParts) =>
  answer(endpoints.getComments, async ({ participation }) => ({
    threads: await comments.list(participation),
  }))
