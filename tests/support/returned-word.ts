import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { ReturnedChange } from '../../shared/agreement/returned-change.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { emptiedForForm, formOutline } from '../../shared/outline/form-outline.ts'
import { textHash } from '../../shared/outline/text-hash.ts'
import { findChanges } from '../../shared/returned/find-changes.ts'
import { readWordFile } from '../../shared/returned/read-word-file.ts'
import type { ReturnedWordFile } from '../../shared/returned/returned-word-file.ts'
import type { Remarks } from '../../shared/word/remarks.ts'
import { shownSnapshot } from '../../shared/word/shown-snapshot.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { realCatalog } from './examples-on-paper.ts'

/** When `takenAlong` says that a file was made. */
export const TAKEN_ALONG = new Date('2026-11-26T12:00:00Z')

/** An agreement as a Word file that can be brought back, as a server makes it. */
export async function takenAlong(body: AgreementBody, remarks: Remarks | null = null): Promise<Uint8Array> {
  const catalog = realCatalog()
  const paper = { status: 'draft', toWorkOn: remarks !== null, toFillIn: true }
  const outline = buildOutline(body, catalog, paper).value
  const hash = textHash(buildOutline(body, catalog, { status: 'draft' }).value)
  const snapshot = { format: 'handslag-agreement/1', id: 'a1', version: 3, ...shownSnapshot(body, outline) }
  const properties = { agreementId: 'a1', version: 3, date: TAKEN_ALONG, snapshot, textHash: hash }
  return (await writeWord(outline, properties, remarks)).bytes
}

/** An agreement as an empty form, taken along. */
export async function emptyForm(body: AgreementBody): Promise<Uint8Array> {
  const empty = emptiedForForm(body, realCatalog())
  const guidance = Object.fromEntries(empty.articles.map(({ id }) => [id, `Waarvoor is ${id}?`]))
  const outline = formOutline(empty, realCatalog(), { status: 'draft', toFillIn: true }, guidance)
  const snapshot = { format: 'handslag-agreement/1', id: 'a1', version: 3, ...shownSnapshot(empty, outline) }
  const properties = { agreementId: 'a1', version: 3, date: TAKEN_ALONG, snapshot }
  return (await writeWord(outline, properties)).bytes
}

/** A Word file with one part changed, as somebody's program would save it. */
export function withPart(docx: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx)
  const before = parts[part]
  if (before === undefined) throw new RangeError(`there is no part ${part}`)
  return zipSync({ ...parts, [part]: strToU8(edit(strFromU8(before))) })
}

/** A Word file with its main text changed. Throws when the change changes nothing: then the test proves nothing. */
export function edited(docx: Uint8Array, edit: (xml: string) => string): Uint8Array {
  return withPart(docx, 'word/document.xml', (xml) => {
    const after = edit(xml)
    if (after === xml) throw new RangeError('the edit changed nothing')
    return after
  })
}

export function readBack(docx: Uint8Array): ReturnedWordFile {
  const read = readWordFile(docx)
  if (!read.ok) throw new Error(`refused: ${read.trouble}`)
  return read.file
}

/** What a file that came back says otherwise, beside the agreement as it is. */
export function changesIn(docx: Uint8Array, now: AgreementBody): ReturnedChange[] {
  return findChanges(readBack(docx), now, realCatalog())
}
