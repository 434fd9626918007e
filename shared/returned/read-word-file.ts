import type { ReturnTrouble } from '../agreement/returned-change.ts'
import { readComments, readNotes } from './read-comments.ts'
import { isOurData, readData } from './read-data.ts'
import { readLines } from './read-lines.ts'
import { readPackage, type WordPackage } from './read-package.ts'
import type { ReturnedWordFile } from './returned-word-file.ts'
import { XmlError } from './walk-xml.ts'
import { parseXml, type XmlElement } from './xml.ts'

export type ReadWordFile = { ok: true; file: ReturnedWordFile } | { ok: false; trouble: ReturnTrouble }

/** Reads a Word file that came back. Never throws for what is in it; what it costs is bounded by `limits.ts`. Pure: the same in a browser and on a server. */
export function readWordFile(bytes: Uint8Array): ReadWordFile {
  const read = readPackage(bytes)
  if (!read.ok) return { ok: false, trouble: read.trouble }
  try {
    return readParts(read)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return { ok: false, trouble: error.trouble }
  }
}

function readParts(read: WordPackage): ReadWordFile {
  const roots = (kind: string) =>
    read.related.flatMap((part) => (part.kind === kind ? [parsed(part.name, read)] : []))
  const ours = roots('customXml').find(isOurData)
  if (ours === undefined) return { ok: false, trouble: 'not-ours' }
  const data = readData(ours)
  if (typeof data === 'string') return { ok: false, trouble: data }
  const [footnotes = null] = roots('footnotes')
  const [endnotes = null] = roots('endnotes')
  const [comments = null] = roots('comments')
  const [extended = null] = roots('commentsExtended')
  const notes = new Map([...readNotes('footnote', footnotes), ...readNotes('endnote', endnotes)])
  return {
    ok: true,
    file: {
      ...data,
      lines: readLines(parsed(read.main, read), notes),
      comments: comments === null ? [] : readComments(comments, extended),
    },
  }
}

const parsed = (name: string, { parts }: WordPackage): XmlElement => parseXml(parts.get(name) ?? '')
