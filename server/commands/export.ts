import { writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import { type ExportOptions, exportOptions } from '../../shared/protocol/export-options.ts'
import type { ProblemName } from '../../shared/protocol/problem.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementFile } from '../agreements/agreement-file.ts'
import { REMARK_WORDS } from '../http/texts/remarks.ts'
import { check } from '../http/validation.ts'
import type { Parts } from '../parts.ts'
import { type Command, CommandError, type CommandInput, withParts } from './command.ts'
import { withProgress } from './progress.ts'

/** What an option names that can be any text. */
const NAMES: Record<string, string> = { since: 'versionId', until: 'versionId' }

/** Writes one agreement to a file, without the server. */
export const exportCommand: Command = {
  name: 'export',
  summary:
    'Writes an agreement to a file, docx when no format is said. --remarks takes along the comments that are for everyone and what is proposed; --since tells what differs from a version as tracked changes; odt and pdf need LibreOffice.',
  operands: ['agreementId'],
  options: [
    ...Object.entries(exportOptions.shape).map(([name, schema]) => ({
      name,
      value: name === 'remarks' ? null : (NAMES[name] ?? valuesOf(schema)),
      required: false,
    })),
    { name: 'out', value: 'file', required: false },
  ],
  run: async (input) => {
    const [id = ''] = input.operands
    const options = readOptions(input)
    const writing = withParts((parts) =>
      fileOf(parts, id, options).catch(async (error) => {
        throw error instanceof Refusal
          ? new CommandError(await sentenceFor(error, parts, id, options))
          : error
      }),
    )
    const file = await withProgress(process.stderr, `Making the ${options.format} file…`, writing)
    const out = input.options.out ?? file.name
    await writeFile(out, file.bytes).catch((error) => {
      throw new CommandError(`--out expects a file that can be written; ${out} can not (${error.code}).`)
    })
    process.stdout.write(`${out}\n`)
  },
}

/** Typed options are what the interface takes, with the same checks. Throws a `CommandError` that names the option. */
function readOptions({ options, flags }: CommandInput): ExportOptions {
  const { out, ...asked } = options
  const given = { ...asked, ...(flags.remarks ? { remarks: 'shared' } : {}) }
  try {
    return check(exportOptions, given)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const lines = error.messages.map(
      ({ path, expected, found }) => `--${path} expects ${expected}; found ${found}.`,
    )
    throw new CommandError(lines.join('\n'))
  }
}

/** Whoever can run this reads everything; what is for one organisation alone is in no file. */
async function fileOf(
  { agreements, people }: Parts,
  id: string,
  { format, version, remarks, variant, since, until }: ExportOptions,
): Promise<AgreementFile> {
  const by = await readerOf(people, id)
  const toWorkOn = remarks === 'shared' ? { by, words: REMARK_WORDS.nl } : null
  const compared = since === undefined ? null : { since, until }
  return agreements.file(id, format, by.personId, version ?? null, { toWorkOn, variant, compared })
}

async function readerOf(people: Parts['people'], agreementId: string) {
  const personId = await people.ensureFirstMember()
  return { agreementId, personId, name: '', partyId: null, role: 'facilitator' } as const
}

async function sentenceFor(
  { problem }: Refusal,
  parts: Parts,
  id: string,
  { format, version, since, until }: ExportOptions,
): Promise<string> {
  if (problem === 'unknown-version' && since !== undefined) {
    const asked = [since, until, version].filter((each) => each !== undefined).join(', or ')
    return `Agreement ${id} has no version ${asked}. It has these:\n${await versionsOf(parts, id)}`
  }
  const sentences: Partial<Record<ProblemName, string>> = {
    'unknown-agreement': `There is no agreement ${id} in DATA_DIR.`,
    'unknown-version': `Agreement ${id} has no fixed version ${version} as ${format}.`,
    'not-ready-to-sign': `The text of agreement ${id} is not fixed: only a fixed text is signed.`,
    'no-office': `${format} is made by LibreOffice, which is not here: put soffice on PATH, or name it in OFFICE_PROGRAM.`,
    'office-failed': `LibreOffice did not make the ${format} file; the line above says why.`,
  }
  return sentences[problem] ?? `The agreement can not be exported (${problem}).`
}

/** A line for each version: nobody knows its id by heart. */
async function versionsOf({ versions, people }: Parts, id: string): Promise<string> {
  const { versions: all } = await versions.list(await readerOf(people, id))
  const lines = all.map((each) => `${each.id}  ${each.madeAt}  ${each.name || each.kind}`)
  return lines.length === 0 ? '(none)' : lines.join('\n')
}

/** What an option can be, for who reads how the command is typed. */
function valuesOf(schema: z.core.$ZodType): string {
  const { def } = schema as z.ZodType & { def: { innerType?: z.core.$ZodType; entries?: object } }
  if ('innerType' in def && def.innerType) return valuesOf(def.innerType)
  if ('entries' in def && def.entries) return Object.keys(def.entries).join('|')
  return 'type' in def && def.type === 'number' ? 'number' : 'text'
}
