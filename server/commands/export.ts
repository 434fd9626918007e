import { writeFile } from 'node:fs/promises'
import { Refusal } from '../access/refusal.ts'
import type { FileFormat } from '../agreements/agreement-file.ts'
import { type Command, CommandError, withParts } from './command.ts'

const FORMATS = ['docx', 'html', 'json'] as const

/** Writes one agreement to a file, without the server. */
export const exportCommand: Command = {
  name: 'export',
  summary: `Writes an agreement to a file: ${FORMATS.join(', ')} (docx when not said).`,
  operands: ['agreementId'],
  options: [
    { name: 'format', value: FORMATS.join('|'), required: false },
    { name: 'out', value: 'file', required: false },
  ],
  run: async ({ operands, options }) => {
    const [id = ''] = operands
    const format = readFormat(options.format)
    const file = await withParts(async ({ agreements, people }) =>
      agreements.file(id, format, await people.ensureFirstMember()),
    ).catch((error) => {
      if (error instanceof Refusal) throw new CommandError(`There is no agreement ${id} in DATA_DIR.`)
      throw error
    })
    const out = options.out ?? file.name
    await writeFile(out, file.bytes).catch((error) => {
      throw new CommandError(`--out expects a file that can be written; ${out} can not (${error.code}).`)
    })
    process.stdout.write(`${out}\n`)
  },
}

function readFormat(text: string | undefined): FileFormat {
  if (text === undefined) return 'docx'
  const format = FORMATS.find((known) => known === text)
  if (!format) throw new CommandError(`--format expects ${FORMATS.join(', ')}; found "${text}".`)
  return format
}
