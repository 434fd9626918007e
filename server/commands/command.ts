import { readConfig } from '../config/config.ts'
import { openParts, type Parts } from '../parts.ts'

export type CommandInput = { operands: string[]; options: Record<string, string | undefined> }

/** One thing the command line can do. */
export type Command = {
  name: string
  summary: string
  /** What must be named, in order. */
  operands: readonly string[]
  options: readonly { name: string; value: string; required: boolean }[]
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
