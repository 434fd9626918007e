import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'

export const health = () => answer(endpoints.health, async () => ({ status: 'ok' as const }))
