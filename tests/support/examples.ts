import { readFileSync } from 'node:fs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { parseSnapshot } from '../../shared/agreement/snapshot.ts'

const FILES = [
  '01-weidehaven-samenwerkingsovereenkomst',
  '02-lindenveen-projectafspraak',
  '03-kanaalstad-programma',
  '04-duinerstad-convenant',
]

/** The example of that number as it stands in the repository: the domain pack's form, without articles. */
export function exampleJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../templates/examples/${name}.json`, import.meta.url), 'utf8'))
}

function load(name: string): { name: string; body: AgreementBody } {
  const parsed = parseSnapshot(exampleJson(name))
  if (!parsed.ok) throw new Error(`${name} is not a snapshot: ${JSON.stringify(parsed.messages)}`)
  return { name, body: parsed.value }
}

/** The four filled agreements of the domain pack; articles come from their templates and are empty here. */
export const EXAMPLES = FILES.map(load)
