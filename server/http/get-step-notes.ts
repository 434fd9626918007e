import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getStepNotes = ({ stepNotes }: HttpParts) =>
  answer(endpoints.getStepNotes, async ({ participation }) => ({
    notes: await stepNotes.list(participation),
  }))
