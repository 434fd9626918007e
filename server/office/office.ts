import { readFile, stat, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OfficeFormat } from '../../shared/protocol/export-options.ts'
import { Refusal } from '../access/refusal.ts'
import { FORMATS } from './formats.ts'
import { ProgramFailed, runProgram } from './run-program.ts'
import { inWorkFolder, makeProfile, sweepWorkFolders } from './work-folder.ts'

/** Makes other files of a Word file with the office program of this machine. */
export type Office = {
  /**
   * The Word file as another one. Rejects with the refusals `too-many-requests` when too many wait already, and `office-failed` when the
   * program does not make it, or takes too long.
   */
  convert(word: Uint8Array, to: OfficeFormat): Promise<Uint8Array>
  /** Ends what is under way, and takes nothing more. */
  close(): Promise<void>
}

export type OfficeParts = {
  program: string
  /** Where the program finds what it starts itself. */
  folders: readonly string[]
  /** Hears why a file was not made. */
  onError: (error: unknown) => void
}

/** Bounds: time (ms) for one file, how many may wait or be at work, and how large (bytes) a result may be. */
export type OfficeBounds = { time: number; waiting: number; size: number }

// The first file after a start takes a slow machine many seconds; a large agreement takes three.
const BOUNDS: OfficeBounds = { time: 120_000, waiting: 10, size: 200 * 1024 * 1024 }

/** One file at a time: each costs the machine a few hundred megabytes for some seconds. */
export function createOffice(parts: OfficeParts, bounds = BOUNDS): Office {
  const ending = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const make = async (word: Uint8Array, to: OfficeFormat): Promise<Uint8Array> => {
    ending.signal.throwIfAborted()
    await sweepWorkFolders(2 * bounds.time)
    return inWorkFolder((folder) => convertIn(folder, { word, to, signal: ending.signal }, parts, bounds))
  }

  return {
    convert: async (word, to) => {
      if (waiting >= bounds.waiting) throw new Refusal('too-many-requests')
      waiting += 1
      const mine = last.then(() => make(word, to))
      last = mine.catch(() => {})
      try {
        return await mine
      } catch (error) {
        parts.onError(error)
        throw new Refusal('office-failed')
      } finally {
        waiting -= 1
      }
    },
    close: async () => {
      ending.abort()
      await last
    },
  }
}

type Job = { word: Uint8Array; to: OfficeFormat; signal: AbortSignal }

async function convertIn(
  folder: string,
  { word, to, signal }: Job,
  { program, folders }: OfficeParts,
  { time, size }: OfficeBounds,
): Promise<Uint8Array> {
  const profile = await makeProfile(folder)
  const input = join(folder, 'in.docx')
  await writeFile(input, word)
  const { filter, isWhole } = FORMATS[to]
  const words = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--invisible', '--nodefault', '--nologo', '--norestore', '--nolockcheck'],
    ...['--convert-to', filter, '--outdir', folder, input],
  ]
  await runProgram({ file: program, words, folder, env: environmentFor(folder, folders) }, { time, signal })
  const bytes = await readResult(join(folder, `in.${to}`), size)
  if (!isWhole(bytes)) throw new ProgramFailed(`it made something else than ${to}`)
  return bytes
}

/** It ends well also when it made nothing. */
async function readResult(file: string, size: number): Promise<Buffer> {
  const found = await stat(file).catch(() => null)
  if (found === null) throw new ProgramFailed('it made no file')
  if (found.size > size) throw new ProgramFailed(`it made a file of ${found.size} bytes`)
  return readFile(file)
}

/** Nothing of the server's own environment, in which secrets stand. Home and temporary files go with the folder. */
function environmentFor(folder: string, folders: readonly string[]): Record<string, string> {
  return {
    PATH: folders.length > 0 ? folders.join(delimiter) : '/usr/bin:/bin',
    HOME: folder,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    // Draws without a screen.
    SAL_USE_VCLPLUGIN: 'svp',
  }
}
