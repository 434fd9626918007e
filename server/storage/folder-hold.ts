import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another server works in this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Takes the folder for one server until the answer is called or the process ends, however it ends: two servers that both hold a
 * text in memory would each miss what the other keeps. Throws `FolderInUse`. Commands that add and read need no hold.
 */
export function holdFolder(dataDir: string): () => void {
  // The lock of an open transaction is the operating system's: it goes when the process goes.
  const hold = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: 0 })
  try {
    hold.exec('pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    hold.close()
    const { errcode = 0 } = error as { errcode?: number }
    throw (errcode & 0xff) === 5 ? new FolderInUse(dataDir) : error
  }
  return () => hold.close()
}
