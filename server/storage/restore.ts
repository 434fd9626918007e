import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BackupManifest, BackupRefused, readSeal, readSealed } from './backup-file.ts'
import { DATABASE_FILE } from './database-file.ts'
import { holdFolder } from './folder-hold.ts'
import { maybeUnknownStep } from './migrations/layout.ts'
import { syncFolder } from './sync-folder.ts'

/** Being written; worth nothing. */
const PARTIAL = `${DATABASE_FILE}.partial`
/** Whole and on disk: from here on the restore goes through, whatever happens. */
const RESTORED = `${DATABASE_FILE}.restored`
/** What SQLite keeps beside a database belongs to that one alone. */
const BESIDE = ['', '-wal', '-shm', '-journal']
/** What may stand in a folder that is empty for us: a disk's own folder, the lock, the secret that is never in a backup. */
const HARMLESS = ['lost+found', 'server.lock', 'server.lock-journal', 'session-secret', PARTIAL]

/** A restore in this folder was cut off and waits to be finished. */
export class RestoreUnfinished extends Error {
  override readonly name = 'RestoreUnfinished'
}

export type RestoreOptions = {
  /** The backup. */
  file: string
  dataDir: string
  /** Puts it in the place of what is there; that is set aside, not removed. */
  replace: boolean
  now: Date
}

export type Restored = BackupManifest & {
  agreements: number
  /** Where the database that was there stands now; null when there was none. */
  setAside: string | null
}

/**
 * Puts a backup in a data folder. The log gets a new epoch: clients set their own copies aside and offer what was not sent as text,
 * instead of filling up the server with what came after the backup. Until all of it is checked and on disk, nothing in the folder
 * changes; after that a crash only means that the next start finishes it. Throws `BackupRefused`, or `FolderInUse` while a server works there.
 */
export async function restoreBackup({ file, dataDir, replace, now }: RestoreOptions): Promise<Restored> {
  const backup = await open(file, 'r')
  try {
    const sealed = await readSeal(backup, file)
    refuseNewer(file, sealed.manifest.layout)
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const letGo = holdFolder(dataDir)
    try {
      await finishRestore(dataDir)
      await refuseFull(dataDir, replace)
      const agreements = await writeBeside(backup, file, sealed, dataDir, now)
      const setAside = await finishRestore(dataDir)
      return { ...sealed.manifest, agreements, setAside }
    } finally {
      await rm(join(dataDir, PARTIAL), { force: true })
      letGo()
    }
  } finally {
    await backup.close()
  }
}

/** True when a restore was cut off after it was sure to go through: nothing may be opened before `finishRestore`. */
export function isRestoreUnfinished(dataDir: string): boolean {
  return existsSync(join(dataDir, RESTORED))
}

/**
 * Finishes a restore that was cut off; does nothing when there is none. The caller holds the folder. Gives where the database that was
 * there stands now, or null.
 */
export async function finishRestore(dataDir: string): Promise<string | null> {
  const restored = join(dataDir, RESTORED)
  const database = join(dataDir, DATABASE_FILE)
  if (!existsSync(restored)) return null
  // The same name at each attempt: a database and what stands beside it stay together.
  const moment = (await stat(restored)).mtime.toISOString().replace(/[-:]|\.\d+/g, '')
  const aside = `${database}.before-${moment}`
  for (const suffix of BESIDE)
    if (existsSync(database + suffix)) await rename(database + suffix, aside + suffix)
  await rename(restored, database)
  await syncFolder(dataDir)
  return existsSync(aside) ? aside : null
}

function refuseNewer(file: string, layout: readonly string[]): void {
  const unknown = maybeUnknownStep(layout)
  if (unknown !== null)
    throw new BackupRefused(
      `${file} was made by a newer Handslag (it knows "${unknown}"); update this one and restore again.`,
    )
}

async function refuseFull(dataDir: string, replace: boolean): Promise<void> {
  const found = (await readdir(dataDir)).filter((name) => !HARMLESS.includes(name)).sort()
  if (found.length > 0 && !replace)
    throw new BackupRefused(
      `${dataDir} is not empty (it holds ${found[0]}). Name an empty folder with --into, or add --replace: ` +
        'the data that are there are then set aside.',
    )
}

/** Gives how many agreements are in it. */
async function writeBeside(
  backup: FileHandle,
  name: string,
  sealed: Awaited<ReturnType<typeof readSeal>>,
  dataDir: string,
  now: Date,
): Promise<number> {
  const partial = join(dataDir, PARTIAL)
  await rm(partial, { force: true })
  const file = await open(partial, 'wx', 0o600)
  try {
    await readSealed(backup, name, sealed, (piece) => file.writeFile(piece))
    await file.sync()
  } finally {
    await file.close()
  }
  const agreements = beginEpoch(partial, name, now)
  await rename(partial, join(dataDir, RESTORED))
  await syncFolder(dataDir)
  return agreements
}

/** Gives how many agreements are in the database, once it has a new epoch. SQLite syncs it itself. */
function beginEpoch(file: string, name: string, now: Date): number {
  const database = new DatabaseSync(file)
  try {
    checkWhole(database)
    database.exec('pragma synchronous = full')
    // The newest row counts, so it is later than all that are there, whatever the clock says.
    const since = 'max(?, coalesce((select max(since) + 1 from log_epoch), 0))'
    database
      .prepare(`insert into log_epoch (epoch, since) values (?, ${since})`)
      .run(randomUUID(), now.getTime())
    const row = database.prepare('select count(*) as agreements from agreement').get()
    return (row as { agreements: number }).agreements
  } catch (error) {
    if (isOfDisk(error)) throw error
    throw new BackupRefused(`${name} holds no data that can be used. Use another backup.`, { cause: error })
  } finally {
    database.close()
  }
}

function checkWhole(database: DatabaseSync): void {
  const [check] = database.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[]
  if (check?.integrity_check !== 'ok') throw new Error(check?.integrity_check)
}

/** Full, input or output error, can not open, read-only: the disk refuses, not the backup. */
function isOfDisk(error: unknown): boolean {
  const { errcode = 0 } = error as { errcode?: number }
  return [8, 10, 13, 14].includes(errcode & 0xff)
}
