import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ReturnedChange } from '../../shared/agreement/returned-change.ts'
import type { FoundChange, RETURN_RESULTS } from '../../shared/protocol/endpoints-returns.ts'
import { RETURN_BOUNDS } from '../../shared/protocol/endpoints-returns.ts'
import { Refusal } from '../access/refusal.ts'
import { readConfig } from '../config/config.ts'
import { en } from '../http/texts/en.ts'
import { RETURN_WORDS } from '../http/texts/returns.ts'
import type { Parts } from '../parts.ts'
import { holdFolder } from '../storage/folder-hold.ts'
import { type Command, CommandError, withParts } from './command.ts'

/** Says what a Word file that came back has otherwise, and makes proposals of that where it is asked to. */
export const importCommand: Command = {
  name: 'import',
  summary:
    'Lists what a Word file that was worked on elsewhere says otherwise than the agreement. --take makes proposals of what did not change here meanwhile, in the name of --as (the first member when not said); no server may run on DATA_DIR then.',
  operands: ['agreementId'],
  options: [
    { name: 'file', value: 'file.docx', required: true },
    { name: 'as', value: 'personId', required: false },
    { name: 'take', value: null, required: false },
    { name: 'json', value: null, required: false },
  ],
  run: async ({ operands: [agreementId = ''], options, flags }) => {
    const file = options.file ?? ''
    const bytes = await readBytes(file)
    const told = flags.take
      ? await takeAlone(agreementId, { bytes, fileName: basename(file) }, options.as)
      : {
          changes: await orSay(
            agreementId,
            withParts(({ returns }) => returns.find(agreementId, bytes)),
          ),
        }
    process.stdout.write(flags.json ? `${JSON.stringify(told, null, 2)}\n` : inText(told))
  },
}

type Result = { changeId: string; result: (typeof RETURN_RESULTS)[number] }
type Told = { changes: readonly ReturnedChange[]; results?: readonly Result[] }
type Brought = { bytes: Uint8Array; fileName: string }

async function readBytes(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error) => {
    throw new CommandError(`--file expects a file that can be read; ${file} can not (${error.code}).`)
  })
  if (bytes.length > RETURN_BOUNDS.bytes) throw new CommandError(en['file-too-large'].detail)
  return bytes
}

/** A server on the same folder would not see what is put in a text that it has open. */
async function takeAlone(agreementId: string, brought: Brought, as: string | undefined): Promise<Told> {
  const letGo = holdFolder(readConfig(process.env, process.cwd()).dataDir)
  try {
    return await orSay(
      agreementId,
      withParts((parts) => take(parts, agreementId, brought, as)),
    )
  } finally {
    letGo()
  }
}

async function take(
  { agreements, people, returns }: Parts,
  agreementId: string,
  brought: Brought,
  as: string | undefined,
): Promise<Told> {
  const personId = as ?? (await people.ensureFirstMember())
  const by = await agreements.participation(agreementId, personId)
  if (by === null) throw new CommandError(`${personId} does not take part in ${agreementId}.`)
  const view = await returns.bring(by, brought)
  const free = view.changes.filter(isFree)
  if (free.length === 0) return { changes: view.changes, results: [] }
  const wanted = free.map(({ id, here }) => ({ changeId: id, outcome: 'take' as const, here }))
  const { results, view: after } = await returns.decide(by, view.returnId, wanted, RETURN_WORDS.nl)
  return { changes: after.changes, results }
}

const isFree = ({ meanwhile, what, decision }: FoundChange): boolean =>
  decision === null && meanwhile === 'unchanged' && what.kind !== 'remark'

async function orSay<T>(agreementId: string, work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    if (!(error instanceof Refusal)) throw error
    if (error.problem === 'unknown-agreement')
      throw new CommandError(`There is no agreement ${agreementId} in DATA_DIR.`)
    throw new CommandError(en[error.problem].detail)
  })
}

function inText({ changes, results }: Told): string {
  const lines = changes.map((change) => {
    const { where, what, meanwhile, was, file, here, hands } = change
    const kind = what.kind === 'change' ? what.change.kind : what.kind
    const result = results?.find(({ changeId }) => changeId === change.id)?.result
    return [
      `${where || 'The whole'}: ${kind}, ${meanwhile}${result === undefined ? '' : `, ${result}`}`,
      ...(hands.length === 0 ? [] : [`  by: ${[...new Set(hands.map(({ author }) => author))].join(', ')}`]),
      ...(was === null ? [] : [`  was:  ${onOneLine(was)}`]),
      ...(file === null ? [] : [`  file: ${onOneLine(file)}`]),
      ...(here === null || here === was ? [] : [`  here: ${onOneLine(here)}`]),
    ].join('\n')
  })
  const done = results?.filter(({ result }) => result === 'done').length
  const sum = `${changes.length} differences${done === undefined ? '' : `, ${done} taken over`}.`
  return `${[...lines, sum].join('\n')}\n`
}

/** Nothing from a file moves the cursor of a terminal. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
