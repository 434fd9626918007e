import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AdviceTexts, adviceTexts } from '../shared/advice/rule-texts.ts'
import { parseCatalog, type SourceFile } from '../shared/template/parse-catalog.ts'
import { parseTemplate } from '../shared/template/parse-template.ts'
import { type PlacedMessage, type Reading, sentenceOf } from '../shared/template/placed-message.ts'
import { checkShape } from '../shared/template/schema-messages.ts'
import type { Template } from '../shared/template/template.ts'
import { readYaml } from '../shared/template/yaml-source.ts'
import type { Library } from './agreements/library.ts'

export const TEMPLATES_FOLDER = join(import.meta.dirname, '../templates')

/** A template or a list that can not be used. Its message says file, place, expected and found, one line each. */
export class LibraryError extends Error {
  override name = 'LibraryError'

  constructor(messages: readonly PlacedMessage[]) {
    super(messages.map(sentenceOf).join('\n'))
  }
}

/** Reads every template and the catalogue. Throws a `LibraryError` with everything that is wrong in any file. */
export async function loadLibrary(folder = TEMPLATES_FOLDER): Promise<Library> {
  const lists = await readYamlFiles(join(folder, 'catalog'))
  const catalog = parseCatalog(lists)
  const advice = parseAdvice(lists)
  const files = await readYamlFiles(join(folder, 'agreements'))
  const templates = files.map(({ name, text }) =>
    parseTemplate(text, name, catalog.ok ? catalog.value : null),
  )
  const wrong = [...templates, catalog, advice].flatMap((read) => (read.ok ? [] : read.messages))
  if (wrong.length > 0 || !catalog.ok || !advice.ok) throw new LibraryError(wrong)
  const known = templates.flatMap((read) => (read.ok ? [read.value] : []))
  return { templates: byId(known), catalog: catalog.value, advice: advice.value }
}

/** The words of the advice stand beside the catalogue, and are no part of it: who only writes does not need them. */
function parseAdvice(files: readonly SourceFile[]): Reading<AdviceTexts> {
  const file = files.find(({ name }) => name.endsWith('/advice.yaml'))
  const source = readYaml(file?.text ?? '', file?.name ?? 'catalog/advice.yaml')
  return source.ok ? checkShape(source.value, adviceTexts) : source
}

/** Names in messages stand as people find the files: `templates/agreements/coop_youth.yaml`. */
async function readYamlFiles(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort()
  const shown = folder.split('/').slice(-2).join('/')
  return Promise.all(
    names.map(async (name) => ({
      name: `${shown}/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  )
}

function byId(templates: readonly Template[]): Map<string, Template> {
  const known = new Map<string, Template>()
  for (const template of templates) {
    if (known.has(template.id))
      throw new Error(`Two templates have the id ${template.id}; each needs its own.`)
    known.set(template.id, template)
  }
  return known
}
