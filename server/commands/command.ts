import { resolve } from 'node:path'
import { readConfig } from '../config/config.ts'
import { openParts, type Parts } from '../parts.ts'
import { BackupRefused } from '../storage/backup-file.ts'

/** An option without a value is `true` when it is named. */
export type CommandInput = {
  operands: string[]
  options: Record<string, string | undefined>
  flags: Record<string, boolean>
}

/** One thing the command line can do. */
export type Command = {
  name: string
  summary: string
  /** What must be named, in order. */
  operands: readonly string[]
  /** `value` says what is to be given; null: naming the option is enough. */
  options: readonly { name: string; value: string | null; required: boolean }[]
  run: (input: CommandInput) => Promise<void>
}

/** Something the person at the command line can mend; its message is for that person. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Opens the data folder for the work and lets go of it after, also when the work fails. */
export async function withParts<T>(work: (parts: Parts) => Promise<T>): Promise<T> {
  const parts = await openParts(readConfig(process.env, process.cwd()))
  try {
    return await work(parts)
  } finally {
    await parts.close()
  }
}

/** Lets the person at the command line know why a backup or restore went no further: `place` is where it writes, `file` what it reads. */
export async function orSayWhy<T>(work: Promise<T>, place: string, file?: string): Promise<T> {
  return work.catch((error) => {
    const { code, errcode = 0, path } = error as NodeJS.ErrnoException & { errcode?: number }
    if (error instanceof BackupRefused) throw new CommandError(error.message)
    if (code === 'ENOSPC' || (errcode & 0xff) === 13)
      throw new CommandError(`There is no room for it in ${place}. Nothing was changed.`)
    if (file !== undefined && path !== undefined && resolve(file) === path)
      throw new CommandError(`The file ${file} can not be read (${code}).`)
    if (path !== undefined)
      throw new CommandError(`${path} can not be written (${code}). Nothing was changed.`)
    throw error
  })
}
