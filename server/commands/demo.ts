import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addressOf } from '../address.ts'
import { readConfig } from '../config/config.ts'
import { TEMPLATES_FOLDER } from '../library.ts'
import type { Parts } from '../parts.ts'
import { type Command, withParts } from './command.ts'

const EXAMPLES = join(TEMPLATES_FOLDER, 'examples')

/** Fills the data folder with the example agreements; a second time adds nothing that is there. */
export const demo: Command = {
  name: 'demo',
  summary: 'Fills DATA_DIR with four example agreements to look at and try out.',
  operands: [],
  options: [],
  run: async () => {
    const made = await withParts(addExamples)
    const address = addressOf(readConfig(process.env, process.cwd()))
    for (const { title, id } of made) process.stdout.write(`${title}\n  ${address}/agreements/${id}\n`)
    process.stdout.write(`Start Handslag (npm start) and open ${address}/\n`)
  },
}

async function addExamples({ agreements, listing, people }: Parts): Promise<{ id: string; title: string }[]> {
  const personId = await people.ensureFirstMember()
  const present = await listing.listFor(personId)
  const starter = {
    personId,
    name: '',
    staff: true,
    rights: 'admin' as const,
    credential: 'token' as const,
    bounds: null,
  }
  const made: { id: string; title: string }[] = []
  for (const name of (await readdir(EXAMPLES)).filter((file) => file.endsWith('.json')).sort()) {
    const snapshot: unknown = JSON.parse(await readFile(join(EXAMPLES, name), 'utf8'))
    const title = (snapshot as { title?: string }).title ?? ''
    const known = present.find((each) => each.title === title)
    made.push(known ?? (await agreements.start({ snapshot }, starter)))
  }
  return made
}
