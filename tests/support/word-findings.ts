import { partsOf } from './word-file.ts'

/** What a lawyer, a screen reader or Word itself would find wanting in a Word file that its schema allows. */
export type Finding = { rule: string; found: string }

const RULES: Readonly<Record<string, (document: string, parts: Record<string, string>) => string[]>> = {
  'no contents': (document) => (/> ?TOC [^<]*</.test(document) ? [] : ['no field']),
  'an entry of the contents without a page': (document) =>
    paragraphs(document).flatMap((each) =>
      styleOf(each) === 'TOC1' && !each.includes('PAGEREF') ? [textOf(each)] : [],
    ),
  'a fact that is missing': (document) =>
    [...document.matchAll(/<w:rStyle w:val="MissingFact"\/>.*?<w:t[^>]*>([^<]*)</g)].map(
      ([, text = '']) => text,
    ),
  'a number that is typed': (document) =>
    paragraphs(document).flatMap((each) => {
      const text = textOf(each)
      return /^(?:\d+\.)+\d*\s|^[a-z]\.\s/.test(text) ? [`${styleOf(each)}: ${text}`] : []
    }),
  'a style that is not there': (document, { 'word/styles.xml': styles = '' }) =>
    [...document.matchAll(/<w:[prt](?:Style|blStyle) w:val="([^"]*)"/g)].flatMap(([, id = '']) =>
      styles.includes(`w:styleId="${id}"`) ? [] : [id],
    ),
  'a row that may split': (document) =>
    dataTables(document).flatMap((each) => rowsOf(each).filter((row) => !row.includes('<w:cantSplit/>'))),
  'a table without a head on every page': (document) =>
    dataTables(document).filter((each) => !rowsOf(each)[0]?.includes('<w:tblHeader/>')),
  'a table that says not what it is': (document) =>
    dataTables(document).filter((each) => !/<w:tblCaption w:val="[^"]/.test(each)),
  'a picture that says not what it shows': (document) =>
    [...document.matchAll(/<wp:docPr [^>]*>/g)].flatMap(([each]) =>
      / descr="[^"]/.test(each) ? [] : [each],
    ),
  'a number of a list that is not there': (document, { 'word/numbering.xml': numbering = '' }) =>
    [...document.matchAll(/<w:numId w:val="(\d+)"/g)].flatMap(([, id = '']) =>
      id === '0' || numbering.includes(`<w:num w:numId="${id}"`) ? [] : [id],
    ),
  'a reference to nowhere': (document) =>
    [...document.matchAll(/> ?(?:PAGE)?REF (\S+)/g)].flatMap(([, name = '']) =>
      document.includes(`w:name="${name}"`) ? [] : [name],
    ),
}

/** All that one of the rules finds in a Word file. */
export function wordFindings(docx: Uint8Array): Finding[] {
  const parts = partsOf(docx)
  const document = parts['word/document.xml'] ?? ''
  return Object.entries(RULES).flatMap(([rule, find]) =>
    find(document, parts).map((found) => ({ rule, found })),
  )
}

const paragraphs = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
const rowsOf = (table: string): string[] => table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
/** Of facts; not those that lay out the places to sign. */
const dataTables = (xml: string): string[] =>
  (xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter((each) => each.includes('<w:tblStyle '))
const styleOf = (paragraph: string): string => /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? ''
const textOf = (paragraph: string): string =>
  [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text]) => text ?? ' ').join('')
