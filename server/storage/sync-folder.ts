import { open } from 'node:fs/promises'

/** Puts on disk which names stand in a folder: a file that was renamed has its new name after a power cut too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
