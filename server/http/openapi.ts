import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { openapiDocument } from './openapi-document.ts'

export function openapi() {
  const document = openapiDocument(Object.values(endpoints))
  return answer(endpoints.openapi, async () => document)
}
