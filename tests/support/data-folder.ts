import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DATABASE_FILE } from '../../server/storage/storage.ts'

/** A copy of a data folder whose server stands still, and putting it back as an operator does: the log begins a new epoch. */
export async function copyDataFolder(dataDir: string) {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-backup-'))
  await cp(dataDir, folder, { recursive: true })
  return {
    putBack: async () => {
      await rm(dataDir, { recursive: true })
      await cp(folder, dataDir, { recursive: true })
      const database = new DatabaseSync(join(dataDir, DATABASE_FILE))
      database.prepare('insert into log_epoch values (?, ?)').run(randomUUID(), Date.now())
      database.close()
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
