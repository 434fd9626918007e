import { accessSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'

/** Which office program may be used: one that is named, else (null) the first that is found in these folders. */
export type OfficeSetting = { program: string | null; folders: readonly string[] }

const USUAL_NAMES = ['soffice', 'libreoffice']

/** The file of the office program; null when there is none. */
export function maybeOfficeProgram({ program, folders }: OfficeSetting): string | null {
  if (program !== null) return canRun(program) ? program : null
  const files = USUAL_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return files.find(canRun) ?? null
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
