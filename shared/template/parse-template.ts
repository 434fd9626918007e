import { checkTemplate } from './check-template.ts'
import type { Reading } from './placed-message.ts'
import { checkShape } from './schema-messages.ts'
import { type Template, template } from './template.ts'
import { readYaml } from './yaml-source.ts'

/**
 * Reads a template file. Takes its text and its name, which only serves the messages; gives the template, or everything
 * that is wrong with file, line, column, path, what was expected and what was found. Never throws.
 */
export function parseTemplate(text: string, fileName: string): Reading<Template> {
  const source = readYaml(text, fileName)
  if (!source.ok) return source
  const shaped = checkShape(source.value, template)
  if (!shaped.ok) return shaped
  const messages = checkTemplate(shaped.value, source.value)
  return messages.length > 0 ? { ok: false, messages } : shaped
}
