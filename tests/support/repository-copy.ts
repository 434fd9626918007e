import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const REPOSITORY = join(import.meta.dirname, '../..')
const PARTS = [
  'client',
  'server',
  'shared',
  'templates',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]

/** A copy of the product in a folder of its own, for tests that change a file of it. */
export async function copyRepository(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-copy-'))
  for (const part of PARTS) await cp(join(REPOSITORY, part), join(folder, part), { recursive: true })
  await symlink(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
