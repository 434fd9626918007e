import { RETURN_TROUBLES } from '../../shared/agreement/returned-change.ts'
import { readPackage } from '../../shared/returned/read-package.ts'
import { parseXml } from '../../shared/returned/xml.ts'

/** Reads what may be a Word file to the end. Gives what became of it; throws what is no answer of the reader. */
export function readToTheEnd(bytes: Uint8Array): string {
  const read = readPackage(bytes)
  if (!read.ok) {
    if (!RETURN_TROUBLES.includes(read.trouble)) throw new Error(`an unknown trouble: ${read.trouble}`)
    return read.trouble
  }
  for (const xml of read.parts.values()) parseXml(xml)
  return 'read'
}
