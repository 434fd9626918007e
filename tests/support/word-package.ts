import { strToU8, zipSync } from 'fflate'

/** The parts of the smallest Word file, to change for a test. */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export type Parts = Record<string, string | Uint8Array>

export const contentTypes = (...more: string[]) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${more.join('')}</Types>`

export const override = (part: string, type: string) =>
  `<Override PartName="/${part}" ContentType="${type.includes('/') ? type : `${TYPE}.${type}+xml`}"/>`

/** Each relationship as its kind and target, with the word External when it goes elsewhere; ids by their order. */
export const relationships = (...all: [kind: string, target: string, mode?: 'External'][]) => {
  const each = all.map(([kind, target, mode], index) => {
    const type = kind.includes(':') ? kind : `${OFFICE}/${kind}`
    return `<Relationship Id="r${index + 1}" Type="${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`
  })
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

/** A main text of given paragraphs, as XML. */
export const body = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${W}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${inside}</w:body></w:document>`

export const said = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

export const SMALLEST: Parts = {
  '[Content_Types].xml': contentTypes(override('word/document.xml', 'document.main')),
  '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
  'word/document.xml': body(said('Hallo')),
}

/** The smallest Word file with other or more parts; what is `null` is left out. */
export function wordPackage(changes: Record<string, string | Uint8Array | null> = {}): Uint8Array {
  const parts = Object.entries({ ...SMALLEST, ...changes }).filter(([, part]) => part !== null)
  return zipSync(
    Object.fromEntries(
      parts.map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : (part ?? new Uint8Array()),
      ]),
    ),
    { mtime: new Date('1980-01-01T00:00:00') },
  )
}
