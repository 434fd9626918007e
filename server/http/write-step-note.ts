import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const writeStepNote = ({ stepNotes }: HttpParts) =>
  answer(endpoints.writeStepNote, ({ body, participation }) => stepNotes.write(participation, body))
