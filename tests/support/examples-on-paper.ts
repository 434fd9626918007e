import { readdirSync, readFileSync } from 'node:fs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { parseSnapshot } from '../../shared/agreement/snapshot.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import { articlesFromTemplate } from '../../shared/template/articles-from-template.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { normsOf } from '../../shared/template/norms.ts'
import { parseCatalog } from '../../shared/template/parse-catalog.ts'
import { parseTemplate } from '../../shared/template/parse-template.ts'
import type { Template } from '../../shared/template/template.ts'
import { exampleJson } from './examples.ts'

const TEMPLATES = new URL('../../templates/', import.meta.url)

function filesIn(folder: string): { name: string; text: string }[] {
  const names = readdirSync(new URL(folder, TEMPLATES)).filter((name) => name.endsWith('.yaml'))
  return names.map((name) => ({ name, text: readFileSync(new URL(`${folder}${name}`, TEMPLATES), 'utf8') }))
}

/** The catalogue as it stands in `templates/catalog`. */
export function realCatalog(): Catalog {
  const read = parseCatalog(filesIn('catalog/'))
  if (!read.ok) throw new Error(`the catalogue is broken: ${JSON.stringify(read.messages)}`)
  return read.value
}

/** The templates as they stand in `templates/agreements`, by id. */
export function realTemplates(): Map<string, Template> {
  return new Map(
    filesIn('agreements/').map(({ name, text }) => {
      const read = parseTemplate(text, name)
      if (!read.ok) throw new Error(`${name} is broken: ${JSON.stringify(read.messages)}`)
      return [read.value.id, read.value]
    }),
  )
}

export const EXAMPLE_NAMES = [
  '01-weidehaven-samenwerkingsovereenkomst',
  '02-lindenveen-projectafspraak',
  '03-kanaalstad-programma',
  '04-duinerstad-convenant',
] as const

/** An example with the articles and annexes of its template, and ids that are the same on every run. */
export function exampleOnPaper(name: string): AgreementBody {
  const parsed = parseSnapshot(exampleJson(name))
  if (!parsed.ok) throw new Error(`${name} is not a snapshot: ${JSON.stringify(parsed.messages)}`)
  const template = realTemplates().get(parsed.value.templateId ?? '')
  if (!template) throw new Error(`${name} has no template`)
  let last = 0
  const facts = { annexes: parsed.value.annexes.map(({ id, title, kind }) => ({ id, title, kind })) }
  const texts = articlesFromTemplate(template, facts, () => `text_${++last}`, parsed.clauseOverrides)
  return { ...parsed.value, ...texts, norms: normsOf(parsed.value, realCatalog(), '2026-11-21') }
}

/** The outline of an example that is ready to sign, unless another status is given. */
export function exampleOutline(name: string, status = 'ready_to_sign'): Outline {
  return buildOutline(exampleOnPaper(name), realCatalog(), { status }).value
}
