import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeBackup } from '../../server/storage/backup.ts'
import { holdFolder } from '../../server/storage/folder-hold.ts'
import { finishRestore, isRestoreUnfinished } from '../../server/storage/restore.ts'
import { DATABASE_FILE, openStorage } from '../../server/storage/storage.ts'
import { programPath } from '../support/programs.ts'

let folder: string
let dataDir: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-backup-'))
  dataDir = join(folder, 'data')
  file = join(folder, 'backup')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Keeps one more document, as a server would. */
async function keep(documentId: string): Promise<void> {
  const storage = await openStorage({ dataDir })
  await storage.log.create(documentId, { personId: 'p', at: 1, bytes: new Uint8Array(5000).fill(7) })
  await storage.close()
}

/** The documents in the folder, once its database is found to be whole. */
function documentsIn(into: string): string[] {
  const database = new DatabaseSync(join(into, DATABASE_FILE))
  try {
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    const rows = database.prepare('select id from document order by id').all() as { id: string }[]
    return rows.map(({ id }) => id)
  } finally {
    database.close()
  }
}

test('killed at any sync or change of a name, a restore leaves the data of before or those of the backup, whole', async () => {
  await keep('first')
  await writeBackup({ dataDir, out: file, version: '1.2.3', now: new Date() })
  await keep('second')
  const pristine = join(folder, 'pristine')
  cpSync(dataDir, pristine, { recursive: true })
  const found = new Map<string, number>()
  for (const call of ['rename', 'fsync', 'unlink']) {
    for (let nth = 1, killed = true; killed; nth += 1) {
      rmSync(dataDir, { recursive: true })
      cpSync(pristine, dataDir, { recursive: true })
      killed = endAtCall(call, nth)
      const documents = await afterNextStart()
      found.set(documents, (found.get(documents) ?? 0) + 1)
    }
  }
  expect([...found.keys()].sort()).toEqual(['first', 'first second'])
  // On either side of the moment from which it goes through.
  expect(Math.min(...found.values())).toBeGreaterThan(3)
})

/** The documents after a start as the server makes it; until then nothing else may open them half-way. */
async function afterNextStart(): Promise<string> {
  const letGo = holdFolder(dataDir)
  if (isRestoreUnfinished(dataDir))
    await expect(openStorage({ dataDir })).rejects.toThrow(
      expect.objectContaining({ name: 'RestoreUnfinished' }),
    )
  await finishRestore(dataDir)
  letGo()
  return documentsIn(dataDir).join(' ')
}

/** Restores in a process of its own, ended at the nth call of a kind. False: it came to its end before that. */
function endAtCall(call: string, nth: number): boolean {
  const program = join(import.meta.dirname, '../support/restore-once.ts')
  // Calls are counted by thread: with one thread for files all of them are met.
  const { signal, status, stderr } = spawnSync(
    programPath('strace'),
    [
      ...['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`],
      ...['-e', `inject=${call}:signal=KILL:when=${nth}`],
      ...[process.execPath, program, file, dataDir],
    ],
    { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } },
  )
  if (signal === null && status !== 0) throw new Error(`the restore ended with ${status}: ${stderr}`)
  return signal === 'SIGKILL'
}
