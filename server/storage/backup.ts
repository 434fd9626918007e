import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BackupManifest, BackupRefused, seal } from './backup-file.ts'
import { DATABASE_FILE } from './database-file.ts'
import { layoutOf } from './migrations/layout.ts'
import { syncFolder } from './sync-folder.ts'

export type BackupOptions = {
  dataDir: string
  /** File to write; it may not exist yet. */
  out: string
  version: string
  now: Date
}

/** How long (ms) it waits for another that holds the database. */
const PATIENCE = 30_000

/**
 * Writes all that is kept in a data folder into one file, also while a server works there: SQLite reads one moment, and writers go on
 * meanwhile. What was kept before the call is in it. The file gets its name when it is whole and on disk. Throws `BackupRefused`.
 */
export async function writeBackup({ dataDir, out, version, now }: BackupOptions): Promise<BackupManifest> {
  const database = join(dataDir, DATABASE_FILE)
  if (!existsSync(database)) throw new BackupRefused(`${dataDir} holds no data of Handslag.`)
  if (existsSync(out)) throw new BackupRefused(`--out expects a file that does not exist yet; ${out} does.`)
  const partial = `${out}.partial`
  await rm(partial, { force: true })
  // SQLite fills the empty file: so nobody else can read it, not even while it grows.
  const file = await open(partial, 'wx+', 0o600)
  try {
    copyDatabase(database, partial)
    const { size } = await file.stat()
    const manifest = { madeAt: now.toISOString(), version, layout: layoutOfCopy(partial), size }
    await seal(file, manifest)
    await file.sync()
    await rename(partial, out)
    await syncFolder(dirname(out))
    return manifest
  } finally {
    await file.close()
    await rm(partial, { force: true })
  }
}

/** `vacuum into` leaves out the pages of what was deleted: what is gone from the database is gone from its backups too. */
function copyDatabase(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true, timeout: PATIENCE })
  try {
    source.prepare('vacuum into ?').run(to)
  } finally {
    source.close()
  }
}

/** A copy that can not be read through would be found out on the day it is needed. */
function layoutOfCopy(file: string): string[] {
  const copy = new DatabaseSync(file, { readOnly: true })
  try {
    const [check] = copy.prepare('pragma quick_check(1)').all() as { quick_check: string }[]
    if (check?.quick_check !== 'ok')
      throw new BackupRefused(`The database is damaged (${check?.quick_check}); there is no backup of it.`)
    return layoutOf(copy)
  } finally {
    copy.close()
  }
}
