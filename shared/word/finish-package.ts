import { strToU8, zipSync } from 'fflate'
import { addCarriedData, type CarriedData } from './carried-data.ts'
import { wholeSeconds } from './comments.ts'
import { UNNUMBERED } from './content-control.ts'
import { TABLE_STYLE } from './data-tables.ts'
import type { DocxParts } from './docx-parts.ts'
import { addDurableIds } from './durable-ids.ts'
import { addLogo } from './letterhead.ts'
import { COLOURS, type Look } from './look.ts'
import { addOverride, addRelationship, escapeXml } from './package-parts.ts'
import { relationshipOf } from './pictures.ts'
import { addPlaceholders, type Blank } from './placeholders.ts'
import { deletedWords } from './tracked-changes.ts'

export type Finish = {
  /** Title and description of every table, in order. */
  tables: readonly ({ title: string; description: string } | null)[]
  /** Bytes of every picture, in order. */
  pictures: readonly Uint8Array[]
  date: Date
  language: string
  author: string
  look: Look
  data: CarriedData
  /** What stands in the cells of a form. */
  blanks: readonly Blank[]
}

/** The zip format knows no year before 1980, and Windows shows this one as it is. */
export const ZIP_DATE = new Date('1980-01-01T00:00:00')

/**
 * Adds what `docx` leaves out (descriptions of tables, the table style, languages, properties of the program), takes away what
 * Word stumbles over (relationship parts without a relationship), and replaces what differs from run to run: ids by their order,
 * dates by the given one.
 */
export function finishPackage(written: DocxParts, finish: Finish): Uint8Array {
  const parts = new Map(written)
  for (const name of [...parts.keys()]) if (isEmptyRelationships(name, parts.get(name))) parts.delete(name)
  rewrite(parts, 'word/document.xml', (xml) =>
    describeTables(joinContentsField(numberControls(numberBookmarks(xml))), finish.tables),
  )
  for (const name of [...parts.keys()]) if (HAS_FIELDS.test(name)) rewrite(parts, name, fieldsAsRuns)
  rewrite(parts, 'word/document.xml', deletedWords)
  rewrite(parts, 'word/comments.xml', wholeSeconds)
  rewrite(parts, 'word/styles.xml', (xml) => addTableStyle(hyphenateTablesOnly(xml), finish.look))
  rewrite(parts, 'word/settings.xml', (xml) => addThemeLanguage(xml, finish.language))
  rewrite(parts, 'docProps/core.xml', (xml) => finishCore(xml, finish))
  parts.set('docProps/app.xml', APP)
  addCarriedData(parts, finish.data)
  addPlaceholders(parts, finish.data.facts, finish.blanks)
  addDurableIds(parts, finish.data.known)
  const binary = addPictures(parts, finish.pictures)
  return zip(parts, new Map([...binary, ...addLogo(parts, finish.look)]))
}

type Parts = Map<string, string>

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** Names each picture in the package; gives their parts, which are no text. */
function addPictures(parts: Parts, pictures: Finish['pictures']): Map<string, Uint8Array> {
  const named = pictures.map((bytes, index) => {
    const name = `picture${index + 1}.emf`
    addRelationship(parts, 'word/document.xml', relationshipOf(index), IMAGE, `media/${name}`)
    addOverride(parts, `word/media/${name}`, 'image/x-emf')
    return [`word/media/${name}`, bytes] as const
  })
  return new Map(named)
}

function rewrite(parts: Parts, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name)
  if (xml !== undefined) parts.set(name, change(xml))
}

function isEmptyRelationships(name: string, xml = ''): boolean {
  return name.endsWith('.rels') && !xml.includes('<Relationship ')
}

/** Content types first, as the packaging convention advises, then by name: equal parts give equal bytes. */
function zip(parts: Parts, binary: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys(), ...binary.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries = names.map((name) => [name, binary.get(name) ?? strToU8(parts.get(name) ?? '')] as const)
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: ZIP_DATE })
}

function rank(name: string): number {
  return ['[Content_Types].xml', '_rels/.rels'].indexOf(name) + 1 || 3
}

/** `docx` counts bookmarks over all files of a process. */
function numberBookmarks(xml: string): string {
  const ids = new Map<string, string>()
  return xml.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)(")/g,
    (_, before, id: string, after) => {
      if (!ids.has(id)) ids.set(id, String(ids.size + 1))
      return `${before}${ids.get(id)}${after}`
    },
  )
}

/** No two controls have the same number. */
function numberControls(xml: string): string {
  let last = 0
  return xml.replaceAll(`<w:id w:val="${UNNUMBERED}"/>`, () => `<w:id w:val="${++last}"/>`)
}

const HAS_FIELDS = /^word\/(document|header\d+|footer\d+)\.xml$/

const FIELD = '<w:fldSimple w:instr="'
const FIELD_END = '</w:fldSimple>'
const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

/** Readers that know no fields skip a `w:fldSimple` with the result in it; of a field made of runs they read the result. */
function fieldsAsRuns(xml: string): string {
  const [before = '', ...fields] = xml.split(FIELD)
  return before + fields.map(fieldAsRuns).join('')
}

/** `field`: from behind the opening quote of the code to the next field. */
function fieldAsRuns(field: string): string {
  const code = field.slice(0, field.indexOf('"'))
  const end = field.indexOf(FIELD_END)
  const result = field.slice(code.length + '">'.length, end)
  const instruction = `<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>`
  const rest = field.slice(end + FIELD_END.length)
  return `${fieldMark('begin')}${instruction}${fieldMark('separate')}${result}${fieldMark('end')}${rest}`
}

/** `docx` begins and ends the field of the contents in paragraphs of their own, which show as empty lines. */
function joinContentsField(xml: string): string {
  return xml
    .replace(
      /<w:p>(<w:r><w:fldChar w:fldCharType="begin"[^>]*\/><w:instrText[^>]*>TOC (?:(?!<\/w:p>).)*)<\/w:p>(<w:p><w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)/s,
      '$2$1',
    )
    .replace(
      /<\/w:p><w:p>(<w:r><w:fldChar w:fldCharType="end"\/><\/w:r>)<\/w:p><\/w:sdtContent>/,
      '$1</w:p></w:sdtContent>',
    )
}

/** `w:tblCaption` and `w:tblDescription` stand last in `w:tblPr` (ECMA-376 part 1, 17.4.59): read aloud by screen readers. */
function describeTables(xml: string, tables: Finish['tables']): string {
  let index = 0
  return xml.replaceAll('</w:tblPr>', () => {
    const about = tables[index++]
    if (!about) return '</w:tblPr>'
    const title = about.title ? `<w:tblCaption w:val="${escapeXml(about.title)}"/>` : ''
    const description = about.description ? `<w:tblDescription w:val="${escapeXml(about.description)}"/>` : ''
    return `${title}${description}</w:tblPr>`
  })
}

const EDGE = `w:val="single" w:sz="4" w:space="0" w:color="${COLOURS.line}"`
const tableStyle = ({ tint }: Look) =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Handslag table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders><w:top ${EDGE}/><w:left ${EDGE}/><w:bottom ${EDGE}/><w:right ${EDGE}/><w:insideH ${EDGE}/><w:insideV ${EDGE}/></w:tblBorders><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${tint}"/></w:tcPr></w:tblStylePr></w:style>`

/**
 * A narrow column must break its long words, running text must not. `w:suppressAutoHyphens` stands before `w:spacing`
 * (ECMA-376 part 1, 17.3.1.26).
 */
function hyphenateTablesOnly(xml: string): string {
  const everywhere = xml.replace(/(<w:pPrDefault>\s*<w:pPr>)/, '$1<w:suppressAutoHyphens/>')
  return everywhere.replace(
    /(<w:style [^>]*w:styleId="Table[A-Za-z]+"(?:(?!<\/w:style>).)*?)(<w:spacing )/gs,
    '$1<w:suppressAutoHyphens w:val="0"/>$2',
  )
}

function addTableStyle(xml: string, look: Look): string {
  return xml.replace('</w:styles>', `${tableStyle(look)}</w:styles>`)
}

/** Its place in `w:settings` is fixed (ECMA-376 part 1, annex A.1, CT_Settings): after compat and the ids of the file. */
function addThemeLanguage(xml: string, language: string): string {
  if (xml.includes('<w:themeFontLang')) return xml
  const place = /<w:(?:clrSchemeMapping|decimalSymbol|listSeparator)\b|<\/w:settings>/
  return xml.replace(place, (found) => `<w:themeFontLang w:val="${language}"/>${found}`)
}

function finishCore(xml: string, { date, language }: Finish): string {
  const stamp = `${date.toISOString().slice(0, 19)}Z`
  const dated = xml.replace(
    /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<)/g,
    (_, open, _name, close) => `${open}${stamp}${close}`,
  )
  return dated.includes('<dc:language>')
    ? dated
    : dated.replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`)
}

const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Handslag</Application><AppVersion>1.0000</AppVersion></Properties>'
