import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Library } from '../agreements/library.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export function listTemplates({ library }: HttpParts) {
  const templates = [...library.templates.values()].map((template) => summaryOf(template, library))
  return answer(endpoints.listTemplates, async () => ({ templates }))
}

function summaryOf(template: Template, { catalog }: Library) {
  const { id, edition, title, when, documentType } = template
  const labels: Record<string, string> = catalog.words.enums.partyRole ?? {}
  const roles = template.roles.map((role) => ({ role, label: labels[role] ?? role }))
  return { id, edition, title, when, documentType, roles }
}
