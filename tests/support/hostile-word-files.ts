/* One table of everything that people may bring in place of a Word file, each with what becomes of it: read from top to bottom, by kind. */
import { randomBytes } from 'node:crypto'
import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import type { ReturnTrouble } from '../../shared/agreement/returned-change.ts'
import { type RawEntry, rawZip } from './raw-zip.ts'
import {
  body,
  contentTypes,
  OFFICE,
  override,
  relationships,
  SMALLEST,
  said,
  wordPackage,
} from './word-package.ts'

export type HostileFile = {
  name: string
  make: () => Uint8Array
  /** Why it is refused as a package, or that it can be read: what it says is another matter. */
  expected: ReturnTrouble | 'read'
}

type Row = [name: string, expected: HostileFile['expected'], make: () => Uint8Array]
type Changes = Parameters<typeof wordPackage>[0]

const MB = 1_000_000

/** The smallest Word file as entries, for a zip that lies. */
const entries = (...more: RawEntry[]): RawEntry[] => [
  ...Object.entries(SMALLEST).map(([name, content]) => ({ name, content })),
  ...more,
]
const changed = (name: string, change: Partial<RawEntry>) =>
  entries().map((entry) => (entry.name === name ? { ...entry, ...change } : entry))

/** So many megabytes of spaces, packed a thousand to one, that are never there whole; the check number is wrong, as nobody gets there. */
function bomb(megabytes: number): { data: Uint8Array; size: number } {
  const piece = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { finishFlush: constants.Z_SYNC_FLUSH })
  const end = deflateRawSync(Buffer.alloc(0))
  return {
    data: Buffer.concat([...Array.from({ length: megabytes }, () => piece), end]),
    size: megabytes * 2 ** 20,
  }
}

/** A compound file with a directory that names one stream ([MS-CFB] 2.2, 2.6). */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  bytes.write('Root Entry', 1024, 'utf16le')
  bytes.write(stream, 1152, 'utf16le')
  return bytes
}

const main = (inside: string) => wordPackage({ 'word/document.xml': body(inside) })
const mainXml = (xml: string | Uint8Array) => wordPackage({ 'word/document.xml': xml })
const related = (kind: string, target: string, mode?: 'External', more: Changes = {}) =>
  wordPackage({
    'word/_rels/document.xml.rels': relationships([kind, target, ...(mode ? [mode] : [])] as never),
    ...more,
  })
const otherType = (type: string, more: Changes = {}) =>
  wordPackage({ '[Content_Types].xml': contentTypes(override('word/document.xml', type)), ...more })

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (text: string, name = 'instrText') => `<w:r><w:${name}>${text}</w:${name}></w:r>`
const field = (...codes: string[]) =>
  `<w:p>${mark('begin')}${codes.join('')}${mark('separate')}<w:r><w:t>x</w:t></w:r>${mark('end')}</w:p>`
const nested = (count: number, open: string, close: string) => open.repeat(count) + close.repeat(count)
const withDoctype = (doctype: string, inside: string) =>
  mainXml(body(said(inside)).replace('<w:document', () => `${doctype}<w:document`))

const OTHER_FILES: Row[] = [
  ['nothing at all', 'no-word-file', () => new Uint8Array()],
  ['one byte', 'no-word-file', () => new Uint8Array([0x50])],
  ['a text', 'no-word-file', () => Buffer.from('Beste mensen,\n'.repeat(100))],
  ['a PDF', 'no-word-file', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')],
  ['a picture', 'no-word-file', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  [
    'rich text with an object',
    'no-word-file',
    () => Buffer.from('{\\rtf1{\\object\\objautlink{\\*\\objdata 01}}}'),
  ],
  ['a page with a script', 'no-word-file', () => Buffer.from('<html><script>alert(1)</script></html>')],
  ['random bytes', 'no-word-file', () => randomBytes(100_000).fill(0, 0, 4)],
  ['a Word file from before 2007', 'no-word-file', () => compoundFile('WordDocument')],
  ['the first bytes of such a file', 'no-word-file', () => compoundFile('').subarray(0, 8)],
  ['a Word file with a password', 'encrypted', () => compoundFile('EncryptedPackage')],
  ['an empty zip', 'no-word-file', () => rawZip([])],
  ['a zip of photos', 'no-word-file', () => zipSync({ 'a.jpg': randomBytes(1000) })],
  [
    'an ODT',
    'no-word-file',
    () =>
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<x/>'),
      }),
  ],
  [
    'a workbook',
    'no-word-file',
    () => otherType('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
  ],
  ['a file just over what is taken', 'too-large', () => Buffer.alloc(20 * MB + 1, 'PK')],
]

const ZIP_TRICKS: Row[] = [
  ['half a file', 'damaged', () => wordPackage().subarray(0, 500)],
  ['a file that lacks its last byte', 'damaged', () => wordPackage().subarray(0, -1)],
  ['more behind its end', 'damaged', () => Buffer.concat([wordPackage(), Buffer.from('x')])],
  ['a program before its begin', 'no-word-file', () => Buffer.concat([Buffer.from('MZ'), wordPackage()])],
  ['a directory that begins too early', 'damaged', () => rawZip(entries(), { start: 10 })],
  ['a directory that counts more than it has', 'damaged', () => rawZip(entries(), { count: 4 })],
  ['a directory that counts less than it has', 'damaged', () => rawZip(entries(), { count: 2 })],
  ['the second of two disks', 'damaged', () => rawZip(entries(), { disk: 1 })],
  ['zip64', 'damaged', () => rawZip(entries(), { count: 0xffff, start: 0xffffffff })],
  [
    'a directory in the comment of the directory',
    'damaged',
    () => rawZip(entries(), { comment: Buffer.from(rawZip([])).toString('latin1') }),
  ],
  ['an encrypted entry', 'encrypted', () => rawZip(changed('word/document.xml', { flags: 1 }))],
  [
    'an entry packed by another method',
    'damaged',
    () => rawZip(changed('word/document.xml', { method: 12 })),
  ],
  [
    'an entry that is no deflate',
    'damaged',
    () => rawZip(changed('word/document.xml', { data: Buffer.alloc(99, 7) })),
  ],
  [
    'an entry that ends too early',
    'damaged',
    () => rawZip(changed('word/document.xml', { data: Buffer.from([5]) })),
  ],
  ['an entry with another check number', 'damaged', () => rawZip(changed('word/document.xml', { crc: 1 }))],
  ['an entry smaller than it says', 'damaged', () => rawZip(changed('word/document.xml', { size: 9999 }))],
  [
    'an entry that begins behind the file',
    'damaged',
    () => rawZip(changed('_rels/.rels', { header: () => 9999999 })),
  ],
  ['an entry that begins in the data of another', 'damaged', () => rawZip(inOneAnother())],
  ['two entries with the same data', 'damaged', () => rawZip(changed('_rels/.rels', { header: () => 0 }))],
  ['an entry with two names', 'damaged', () => rawZip(changed('_rels/.rels', { localName: '_rels/.rela' }))],
  ['a part twice', 'damaged', () => rawZip(entries({ name: 'word/document.xml', content: 'x' }))],
  [
    'a part twice but for case',
    'damaged',
    () => rawZip(entries({ name: 'WORD/document.xml', content: 'x' })),
  ],
  ...[
    '../../etc/passwd',
    'word/../../x',
    '/etc/passwd',
    'word\\document.xml',
    'C:/x',
    'x\0.xml',
    './x',
    'a//b',
    '...',
  ].map(
    (name): Row => [`an entry called ${JSON.stringify(name)}`, 'damaged', () => rawZip(entries({ name }))],
  ),
  ['a name of 60,000 signs', 'damaged', () => rawZip(entries({ name: 'x'.repeat(60_000) }))],
  ['an entry called __proto__', 'read', () => rawZip(entries({ name: '__proto__', content: '{}' }))],
  [
    '2,001 entries',
    'too-large',
    () => rawZip(Array.from({ length: 2001 }, (_, index) => ({ name: `word/${index}.xml` }))),
  ],
]

/** The second entry lies whole in the data of the first, which is stored as it is. */
function inOneAnother(): RawEntry[] {
  const inner = rawZip([{ name: 'b', content: 'x' }]).subarray(0, 34)
  const header = 30 + 'a'.length
  return [
    { name: 'a', content: inner, method: 0 },
    { name: 'b', content: 'x', header: () => header },
  ]
}

const BOMBS: Row[] = [
  ['a gigabyte of main text', 'too-large', () => rawZip(changed('word/document.xml', bomb(1024)))],
  [
    'a gigabyte of main text that says to be small',
    'damaged',
    () => rawZip(changed('word/document.xml', { ...bomb(1024), size: 2000 })),
  ],
  ['a gigabyte of content types', 'too-large', () => rawZip(changed('[Content_Types].xml', bomb(1024)))],
  ['a gigabyte of relationships', 'too-large', () => rawZip(changed('_rels/.rels', bomb(1024)))],
  [
    'a gigabyte of relationships of nothing',
    'too-large',
    () => rawZip(entries({ name: 'x/_rels/y.rels', ...bomb(1024) })),
  ],
  [
    'four gigabytes of picture',
    'read',
    () => rawZip(entries({ name: 'word/media/foto.png', ...bomb(4095) })),
  ],
  [
    'a picture of nineteen megabytes',
    'read',
    () => wordPackage({ 'word/media/foto.png': randomBytes(19 * MB) }),
  ],
  [
    'a zip in a zip',
    'read',
    () => wordPackage({ 'word/media/a.zip': rawZip([{ name: 'b.zip', ...bomb(100) }]) }),
  ],
  ['a hundred headers of half a megabyte', 'too-large', () => manyHeaders(`<x>${' '.repeat(MB / 2)}</x>`)],
  [
    'a hundred headers of ten thousand elements',
    'too-large',
    () => manyHeaders(`<x>${'<y/>'.repeat(10_000)}</x>`),
  ],
  ['main text of six megabytes of words', 'read', () => main(said('woord '.repeat(MB)))],
  ['main text of two megabytes of entities', 'read', () => main(said('&amp;'.repeat(400_000)))],
  ['a comment of two megabytes', 'read', () => main(`<!--${' -'.repeat(MB)} -->`)],
]

function manyHeaders(xml: string): Uint8Array {
  const names = Array.from({ length: 100 }, (_, index) => `header${index}.xml`)
  return wordPackage({
    'word/_rels/document.xml.rels': relationships(...names.map((name): [string, string] => ['header', name])),
    ...Object.fromEntries(names.map((name) => [`word/${name}`, xml])),
  })
}

const LAUGHS = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

const XML_TRICKS: Row[] = [
  ['a billion laughs', 'damaged', () => withDoctype(`<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]>`, '&l10;')],
  [
    'one long entity a hundred thousand times',
    'damaged',
    () => withDoctype(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(100_000)),
  ],
  [
    'an entity that is a file',
    'damaged',
    () => withDoctype('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'),
  ],
  ['a DTD from elsewhere', 'damaged', () => withDoctype('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">', 'x')],
  [
    'a parameter entity',
    'damaged',
    () => withDoctype('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]>', 'x'),
  ],
  [
    'an entity in the content types',
    'damaged',
    () => wordPackage({ '[Content_Types].xml': `<!DOCTYPE x>${contentTypes()}` }),
  ],
  [
    'an entity in the relationships',
    'damaged',
    () => wordPackage({ '_rels/.rels': `<!DOCTYPE x>${relationships()}` }),
  ],
  [
    'a style sheet to draw it with',
    'read',
    () => mainXml(`<?xml-stylesheet href="http://127.0.0.1/"?>${body('').slice(55)}`),
  ],
  [
    'a hundred thousand elements inside one another',
    'too-large',
    () => main(nested(100_000, '<w:p>', '</w:p>')),
  ],
  ['a million elements', 'too-large', () => main('<w:p/>'.repeat(MB))],
  [
    'ten thousand attributes',
    'too-large',
    () => main(`<w:p ${Array.from({ length: 10_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
  ],
  ['an attribute of two million signs', 'too-large', () => main(`<w:p a="${'x'.repeat(2 * MB)}"/>`)],
  ['a name of a million signs', 'too-large', () => main(`<${'x'.repeat(MB)}/>`)],
  [
    'a namespace with an address of a million signs',
    'too-large',
    () => main(`<x xmlns="${'x'.repeat(MB)}"/>`),
  ],
  [
    'a hundred thousand names of one long namespace',
    'read',
    () =>
      main(
        `<y:x xmlns:y="${'x'.repeat(200)}">${Array.from({ length: 100_000 }, (_, n) => `<y:a${n}/>`).join('')}</y:x>`,
      ),
  ],
  [
    'alternatives of alternatives of alternatives',
    'too-large',
    () => main(nested(90, '<mc:AlternateContent><mc:Fallback>', '</mc:Fallback></mc:AlternateContent>')),
  ],
  ['XML that does not end', 'damaged', () => mainXml(body('').slice(0, -5))],
  ['no XML', 'damaged', () => mainXml('Beste mensen')],
  ['an empty part', 'damaged', () => mainXml('')],
  ['bytes that are no UTF-8', 'damaged', () => mainXml(Buffer.from(body(said('é')), 'latin1'))],
  ['another encoding', 'damaged', () => mainXml(body(said('x')).replace('UTF-8', 'windows-1252'))],
  ['UTF-7, to hide its signs', 'damaged', () => mainXml(body(said('+ADw-')).replace('UTF-8', 'UTF-7'))],
  [
    'half a sign in UTF-16',
    'damaged',
    () => mainXml(Buffer.from(`\ufeff${body(said('\ud800'))}`, 'utf16le')),
  ],
  ['a sign that XML does not have', 'damaged', () => main(said('&#0;'))],
  ['the root of a page', 'read', () => mainXml('<html><script>alert(1)</script></html>')],
  [
    'a picture in the place of its styles',
    'damaged',
    () => related('styles', 'a.png', undefined, { 'word/a.png': randomBytes(999).fill(0xff, 0, 9) }),
  ],
]

const WRONG_PACKAGES: Row[] = [
  ['no relationships', 'no-word-file', () => wordPackage({ '_rels/.rels': null })],
  ['no document', 'no-word-file', () => wordPackage({ '_rels/.rels': relationships() })],
  ['a document that is not there', 'damaged', () => wordPackage({ 'word/document.xml': null })],
  [
    'two documents',
    'damaged',
    () =>
      wordPackage({
        '_rels/.rels': relationships(['officeDocument', 'word/document.xml'], ['officeDocument', 'x.xml']),
      }),
  ],
  [
    'a document outside the package',
    'damaged',
    () => wordPackage({ '_rels/.rels': relationships(['officeDocument', '../../x']) }),
  ],
  ['styles outside the package', 'damaged', () => related('styles', '../../../../etc/passwd')],
  [
    'parts that belong to one another in a ring',
    'read',
    () =>
      related('header', 'document.xml', undefined, { 'word/_rels/x.rels': relationships(['header', 'x']) }),
  ],
  [
    'a document that is its own content types',
    'no-word-file',
    () => wordPackage({ '_rels/.rels': relationships(['officeDocument', '[Content_Types].xml']) }),
  ],
]

const MACROS: Row[] = [
  [
    'the type of a file with macros',
    'macros',
    () => otherType('application/vnd.ms-word.document.macroEnabled.main+xml'),
  ],
  ['a macro project', 'macros', () => wordPackage({ 'word/vbaProject.bin': 'x' })],
  [
    'a macro project by another name',
    'macros',
    () => related('http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'a.xml'),
  ],
  ['an ActiveX part', 'macros', () => wordPackage({ 'word/activeX/activeX1.xml': '<x/>' })],
  ['an ActiveX control', 'macros', () => related('control', 'x.xml')],
  ['an object of another program', 'macros', () => related('oleObject', 'embeddings/x.bin')],
  ['an object that is only there', 'macros', () => wordPackage({ 'word/embeddings/oleObject1.bin': 'x' })],
  ['a button that starts a macro', 'macros', () => main(field(code('MACROBUTTON AutoOpen Klik hier')))],
]

const EXTERNAL: Row[] = [
  ...[
    'attachedTemplate',
    'image',
    'frame',
    'subDocument',
    'mailMergeSource',
    'footer',
    'settings',
    'urn:x',
  ].map(
    (kind): Row => [
      `a ${kind} from elsewhere`,
      'external-links',
      () => related(kind, 'https://127.0.0.1/x', 'External'),
    ],
  ),
  [
    'a template in a folder of the office',
    'external-links',
    () => related('attachedTemplate', 'file:///\\\\127.0.0.1\\x.dotm', 'External'),
  ],
  [
    'a picture on a share, said to be inside',
    'external-links',
    () => related('image', '\\\\127.0.0.1\\x.png'),
  ],
  [
    'a picture from elsewhere, said to be inside',
    'external-links',
    () => related('image', 'http://127.0.0.1/x.png'),
  ],
  [
    'a relationship of a part that nobody reads',
    'external-links',
    () =>
      wordPackage({
        'word/theme/_rels/theme1.xml.rels': relationships(['image', 'http://127.0.0.1/x', 'External']),
      }),
  ],
  [
    'a kind that ends as a link does',
    'external-links',
    () => related('urn:x/hyperlink', 'http://127.0.0.1/x', 'External'),
  ],
  [
    'a page to take up',
    'external-links',
    () => related('aFChunk', 'a.html', undefined, { 'word/a.html': '<img src="http://127.0.0.1/">' }),
  ],
  ['a field that takes up a file', 'external-links', () => main(field(code(' INCLUDETEXT "C:\\\\x.docx" ')))],
  [
    'a field that takes up a picture',
    'external-links',
    () => main('<w:p><w:fldSimple w:instr="includepicture http://127.0.0.1/x"/></w:p>'),
  ],
  [
    'a field that starts a program',
    'external-links',
    () => main(field(code('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'))),
  ],
  [
    'such a field in pieces',
    'external-links',
    () => main(field(code('D'), code('DE'), code('AUTO c'), code('md'))),
  ],
  ['such a field that was deleted', 'external-links', () => main(field(code('DDE x y', 'delInstrText')))],
  [
    'such a field without an end',
    'external-links',
    () => main(`<w:p>${mark('begin')}${code('DDE x y')}</w:p>`),
  ],
  ['such a field in a field', 'external-links', () => main(field(code('IF '), field(code('DDE x y'))))],
  [
    'a field that is called by another field',
    'external-links',
    () => main(field(code('DDE'), field(code('QUOTE AUTO')))),
  ],
  [
    'such a field in a way that is not taken',
    'external-links',
    () =>
      main(
        `<mc:AlternateContent><mc:Choice Requires="x">${field(code('DDE x y'))}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
      ),
  ],
  [
    'such a field in a header',
    'external-links',
    () => related('header', 'h.xml', undefined, { 'word/h.xml': body(field(code('DDE x y'))) }),
  ],
  [
    'such a field in a footnote',
    'external-links',
    () => related('footnotes', 'f.xml', undefined, { 'word/f.xml': body(field(code('LINK x y'))) }),
  ],
  [
    'a drawn picture by its address',
    'external-links',
    () => main('<w:pict><v:imagedata src="http://127.0.0.1/x"/></w:pict>'),
  ],
  ['a picture that is linked', 'external-links', () => main('<a:blip r:link="r1"/>')],
  ['a document in the document', 'external-links', () => main('<w:subDoc r:id="r1"/>')],
  ['a link to click on', 'read', () => related(`${OFFICE}/hyperlink`, 'https://127.0.0.1/x', 'External')],
]

/** Everything that is not a Word file of ours, or is more than that; none of it may harm who reads it. */
export const HOSTILE_WORD_FILES: readonly HostileFile[] = [
  ...OTHER_FILES,
  ...ZIP_TRICKS,
  ...BOMBS,
  ...XML_TRICKS,
  ...WRONG_PACKAGES,
  ...MACROS,
  ...EXTERNAL,
].map(([name, expected, make]) => ({ name, expected, make }))
