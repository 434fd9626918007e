import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { parseCatalog, type SourceFile } from '../../../shared/template/parse-catalog.ts'
import { parseTemplate } from '../../../shared/template/parse-template.ts'
import { type Reading, sentenceOf } from '../../../shared/template/placed-message.ts'
import type { Template } from '../../../shared/template/template.ts'

const TEMPLATES = join(import.meta.dirname, '../../../templates')

function filesIn(folder: string): SourceFile[] {
  const names = readdirSync(join(TEMPLATES, folder)).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => ({ name, text: readFileSync(join(TEMPLATES, folder, name), 'utf8') }))
}

/** The files as they lie in `templates`. */
export const templateFiles = filesIn('agreements')
export const catalogFiles = filesIn('catalog')

/** The value, or an error that shows every message as people read it. */
export function expectRead<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value
  throw new Error(reading.messages.map(sentenceOf).join('\n'))
}

export const readCatalog = (): Catalog => expectRead(parseCatalog(catalogFiles))

export function readTemplate(id: string): Template {
  const file = templateFiles.find(({ name }) => name === `${id}.yaml`)
  if (!file) throw new Error(`no template file ${id}.yaml`)
  return expectRead(parseTemplate(file.text, file.name))
}

/** Ids in the order of asking: n1, n2, … */
export function counter(): () => string {
  let last = 0
  return () => {
    last += 1
    return `n${last}`
  }
}
