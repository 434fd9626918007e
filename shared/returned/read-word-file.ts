import type { ReturnTrouble } from '../agreement/returned-change.ts'
import { readComments, readNotes } from './read-comments.ts'
import { isOurData, readData } from './read-data.ts'
import { readLines } from './read-lines.ts'
import { maybeOrigin, type SaidOrigin } from './read-origin.ts'
import { readPackage, type WordPackage } from './read-package.ts'
import type { ReturnedText, ReturnedWordFile } from './returned-word-file.ts'
import { XmlError } from './walk-xml.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** A file of which the data was spoilt, and which says where it comes from. */
export type LostFile = { origin: SaidOrigin; text: ReturnedText }

/** `lost` goes with `data-lost` alone: who has the text that the file was made of can go on with it (`data-of-text.ts`). */
export type ReadWordFile =
  | { ok: true; file: ReturnedWordFile }
  | { ok: false; trouble: ReturnTrouble; lost: LostFile | null }

/** Reads a Word file that came back. Never throws for what is in it; what it costs is bounded by `limits.ts`. Pure: the same in a browser and on a server. */
export function readWordFile(bytes: Uint8Array): ReadWordFile {
  const read = readPackage(bytes)
  if (!read.ok) return refused(read.trouble)
  try {
    return readParts(read)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return refused(error.trouble)
  }
}

const refused = (trouble: ReturnTrouble, lost: LostFile | null = null): ReadWordFile => ({
  ok: false,
  trouble,
  lost,
})

function readParts(read: WordPackage): ReadWordFile {
  const ours = rootsIn(read, 'customXml').find(isOurData)
  const data = ours === undefined ? null : readData(ours)
  if (data !== null && typeof data !== 'string') return { ok: true, file: { ...data, ...textIn(read) } }
  if (data !== null && data !== 'damaged') return refused(data)
  const origin = originIn(read)
  if (origin === null) return refused(data ?? 'not-ours')
  return refused('data-lost', { origin, text: textIn(read) })
}

function textIn(read: WordPackage): ReturnedText {
  const roots = (kind: string) => rootsIn(read, kind)
  const [footnotes = null] = roots('footnotes')
  const [endnotes = null] = roots('endnotes')
  const [comments = null] = roots('comments')
  const [extended = null] = roots('commentsExtended')
  const [ids = null] = roots('commentsIds')
  const notes = new Map([...readNotes('footnote', footnotes), ...readNotes('endnote', endnotes)])
  return {
    lines: readLines(parsed(read.main, read), notes),
    comments: comments === null ? [] : readComments(comments, extended, ids),
  }
}

/** The strict form has other names for the same parts. */
function originIn(read: WordPackage): SaidOrigin | null {
  const [custom = null] = [...rootsIn(read, 'custom-properties'), ...rootsIn(read, 'customProperties')]
  const [core = null] = [...rootsIn(read, 'core-properties'), ...rootsIn(read, 'coreProperties')]
  return maybeOrigin(custom, core)
}

const rootsIn = (read: WordPackage, kind: string): XmlElement[] =>
  read.related.flatMap((part) => (part.kind === kind ? [parsed(part.name, read)] : []))

const parsed = (name: string, { parts }: WordPackage): XmlElement => parseXml(parts.get(name) ?? '')
