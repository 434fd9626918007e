import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCatalog } from '../shared/template/parse-catalog.ts'
import { parseTemplate } from '../shared/template/parse-template.ts'
import { type PlacedMessage, sentenceOf } from '../shared/template/placed-message.ts'
import type { Template } from '../shared/template/template.ts'
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
  const catalog = parseCatalog(await readYamlFiles(join(folder, 'catalog')))
  const files = await readYamlFiles(join(folder, 'agreements'))
  const templates = files.map(({ name, text }) =>
    parseTemplate(text, name, catalog.ok ? catalog.value : null),
  )
  const wrong = [...templates, catalog].flatMap((read) => (read.ok ? [] : read.messages))
  if (wrong.length > 0 || !catalog.ok) throw new LibraryError(wrong)
  const known = templates.flatMap((read) => (read.ok ? [read.value] : []))
  return { templates: byId(known), catalog: catalog.value }
}

/** Names in messages stand as people find the files: `templates/agreements/coop_youth.yaml`. */
async function readYamlFiles(folder: string): Promise<{ name: string; text: string }[]> {
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
