import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage, type Storage } from '../../server/storage/storage.ts'
import { MemoryLog } from '../support/memory-log.ts'
import { documentLogContract, type OpenedLog } from './document-log.ts'

documentLogContract('the log in memory, for tests', async () => ({
  log: new MemoryLog(),
  reopen: null,
  stop: async () => {},
}))

documentLogContract('the log in SQLite', async (): Promise<OpenedLog> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'handslag-log-'))
  const opened: Storage[] = []
  const open = async () => {
    const storage = await openStorage({ dataDir })
    opened.push(storage)
    return storage.log
  }
  return {
    log: await open(),
    // Without closing the first: the second connection reads what the file holds at this moment.
    reopen: open,
    stop: async () => {
      await Promise.all(opened.map((storage) => storage.close()))
      rmSync(dataDir, { recursive: true })
    },
  }
})
