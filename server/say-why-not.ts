import { ConfigError } from './config/config.ts'
import { LibraryError } from './library.ts'
import { FolderInUse } from './storage/folder-hold.ts'
import { NewerLayout } from './storage/migrations/layout.ts'
import { RestoreUnfinished } from './storage/restore.ts'

/** Says on standard error why something did not start: a sentence for what people can mend, all of it for what they can not. */
export function sayWhyNot(error: unknown): void {
  process.stderr.write(`${sentenceFor(error)}\n`)
}

function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof LibraryError) return `The templates can not be used:\n${error.message}`
  if (error instanceof FolderInUse)
    return `DATA_DIR expects a folder that no other server works in; ${error.message} is in use.`
  if (error instanceof NewerLayout)
    return `DATA_DIR holds the data of a newer Handslag (it knows "${error.message}"); start that one.`
  if (error instanceof RestoreUnfinished)
    return `A restore into ${error.message} was cut off. Start Handslag there once: that finishes it.`
  const { code, path, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number }
  if (code === 'EADDRINUSE') return `PORT expects a free port; ${port} on ${address} is taken.`
  if (code === 'EACCES' && port) return `PORT expects a port this user may open; ${port} is not.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST expects an address of this machine; found ${address ?? 'another'}.`
  if (path && ['EACCES', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENOENT'].includes(code ?? ''))
    return `DATA_DIR expects a folder that can be written; ${path} can not (${code}).`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
