import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

type Edit = (xml: string) => string

/** A Word file with one part changed, as somebody's program would save it. Throws when an edit changes nothing: then a test proves nothing. */
export function editPart(docx: Uint8Array, part: string, ...edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(docx)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = edits.reduce((xml, edit) => {
    const next = edit(xml)
    if (next === xml) throw new RangeError(`an edit of ${part} changed nothing`)
    return next
  }, before)
  return new Uint8Array(zipSync({ ...parts, [part]: strToU8(after) }))
}

/** The same with its main text. */
export const editWord = (docx: Uint8Array, ...edits: readonly Edit[]): Uint8Array<ArrayBuffer> =>
  editPart(docx, 'word/document.xml', ...edits)

/** Other words in a run, without tracking. */
export const reword = (was: string, now: string) => (xml: string) => xml.replace(was, now)

/** A whole run becomes another, tracked in the name of somebody. */
export const rewordTracked = (was: string, now: string, author: string) => (xml: string) => {
  const by = `w:author="${author}" w:date="2027-05-03T10:00:00Z"`
  const gone = `<w:del w:id="9001" ${by}><w:r><w:delText xml:space="preserve">${was}</w:delText></w:r></w:del>`
  const came = `<w:ins w:id="9002" ${by}><w:r><w:t xml:space="preserve">${now}</w:t></w:r></w:ins>`
  return xml.replace(`<w:r><w:t xml:space="preserve">${was}</w:t></w:r>`, gone + came)
}

/** Fills a control, wherever the fact stands, as Word does: what stood there to show that it is empty goes. */
export const fillFact = (tag: string, value: string) => (xml: string) =>
  xml.replace(
    new RegExp(`(<w:tag w:val="${tag}"/>.*?<w:sdtContent>)(.*?)(</w:sdtContent>)`, 'gs'),
    (_, before: string, content: string, after: string) =>
      before.replace('<w:showingPlcHdr/>', '') +
      content.replace(/(<w:t(?: [^>]*)?>)[^<]*(<\/w:t>)/, `$1${value}$2`) +
      after,
  )
