import type { Catalog } from './catalog.ts'
import { checkClusters } from './check-clusters.ts'
import { checkTemplate } from './check-template.ts'
import type { Reading } from './placed-message.ts'
import { checkShape } from './schema-messages.ts'
import { type Template, template } from './template.ts'
import { readYaml } from './yaml-source.ts'

/**
 * Reads a template file. Takes its text and its name, which only serves the messages; with a catalogue the clusters it
 * names are checked as well. Gives the template, or everything that is wrong with file, line, column, path, what was
 * expected and what was found. Never throws.
 */
export function parseTemplate(
  text: string,
  fileName: string,
  catalog: Catalog | null = null,
): Reading<Template> {
  const source = readYaml(text, fileName)
  if (!source.ok) return source
  const shaped = checkShape(source.value, template)
  if (!shaped.ok) return shaped
  const messages = checkTemplate(shaped.value, source.value)
  if (catalog) messages.push(...checkClusters(shaped.value, source.value, catalog))
  return messages.length > 0 ? { ok: false, messages } : shaped
}
