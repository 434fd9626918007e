import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { RETURN_TROUBLES, type ReturnTrouble } from '../../shared/agreement/returned-change.ts'
import { findChanges } from '../../shared/returned/find-changes.ts'
import { readWordFile } from '../../shared/returned/read-word-file.ts'
import { realCatalog } from './examples-on-paper.ts'

const catalog = realCatalog()

/**
 * Reads what may be a Word file that came back, and looks for what it says otherwise than an agreement. Gives why it is refused, or `read` when it
 * is a package that can be read, ours or not; throws what is no answer of a reader.
 */
export function readToTheEnd(bytes: Uint8Array, body: AgreementBody | null = null): ReturnTrouble | 'read' {
  const read = readWordFile(bytes)
  if (read.ok && body !== null) findChanges(read.file, body, catalog)
  if (read.ok || read.trouble === 'not-ours' || read.trouble === 'data-lost') return 'read'
  if (!RETURN_TROUBLES.includes(read.trouble)) throw new Error(`an unknown trouble: ${read.trouble}`)
  return read.trouble
}
