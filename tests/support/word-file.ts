import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { REPOSITORY } from './sources.ts'

/** The parts of a Word file as text, by name. */
export function partsOf(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The text of a Word file as mammoth reads it, which shares no code with the writer. */
export async function textByMammoth(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
  return value
}

export type SchemaFault = { id: string; description: string; path: string; xPath: string }

/** What the Open XML SDK's validator finds wrong with a Word file. */
export async function schemaFaults(docx: Uint8Array): Promise<SchemaFault[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-docx-'))
  const file = join(folder, 'file.docx')
  await writeFile(file, docx)
  const output = await run(join(REPOSITORY, 'node_modules/.bin/ooxml-validator'), [file])
  await rm(folder, { recursive: true })
  const result = JSON.parse(output)
  if (typeof result.ok !== 'boolean') throw new Error(`the validator answered: ${output}`)
  return result.errors ?? []
}

/** The validator ends with 1 when it found something; what it found stands in its output. */
function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim() === '') reject(error ?? new Error(`no answer from ${command}: ${stderr}`))
      else resolve(stdout)
    })
  })
}
