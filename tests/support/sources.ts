import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The top of the repository. */
export const REPOSITORY = join(import.meta.dirname, '../..')

export type SourceFile = { path: string; source: string }

/** Files below some folders of the repository whose path matches, as paths from its top with `/`, sorted. */
export function filesIn(folders: readonly string[], pattern: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(join(REPOSITORY, folder)))
    .flatMap((folder) => readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(REPOSITORY, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => pattern.test(path) && !path.includes('node_modules/'))
    .sort()
}

/** The same files with their text. */
export function sourcesIn(folders: readonly string[], pattern: RegExp): SourceFile[] {
  return filesIn(folders, pattern).map((path) => ({
    path,
    source: readFileSync(join(REPOSITORY, path), 'utf8'),
  }))
}
