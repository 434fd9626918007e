import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret kept in the data folder; made there, readable by its owner alone, when there is none. */
export async function loadSessionSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'session-secret')
  const made = randomBytes(32).toString('base64url')
  try {
    // `wx`: of two processes that start at once, one makes it and the other reads it.
    await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const kept = (await readFile(path, 'utf8')).trim()
  if (kept.length < 32) throw new Error(`${path} expects at least 32 characters; found ${kept.length}.`)
  return kept
}
