import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderInUse, holdFolder } from '../../../server/storage/folder-hold.ts'

test('a folder is held by one, until that one lets go', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-hold-'))
  try {
    const letGo = holdFolder(folder)
    expect(() => holdFolder(folder)).toThrow(FolderInUse)
    letGo()
    holdFolder(folder)()
  } finally {
    await rm(folder, { recursive: true })
  }
})
