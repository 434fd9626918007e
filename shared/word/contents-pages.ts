import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { ZIP_DATE } from './finish-package.ts'
import { escapeXml } from './package-parts.ts'
import { CONTENTS_COLUMN } from './styles.ts'

/** A heading as an office program numbers and writes it ("Artikel 6 Geld"), and the number of its page, from 1. */
export type HeadingPage = { heading: string; page: number }

/**
 * A Word file that `writeWord` made, with the numbers of pages in its contents; all else stays as it is. `headings`: all headings in order, with their pages. Where
 * they are not known (null), or are others than those of the contents, no number is written: Word is asked to draw the contents when the file is
 * opened, and asks who opens it whether it may.
 */
export function withContentsPages(docx: Uint8Array, headings: readonly HeadingPage[] | null): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(docx)))
  const rewrite = (name: string, change: (xml: string) => string) => {
    const part = parts.get(name)
    if (part !== undefined) parts.set(name, strToU8(change(strFromU8(part))))
  }
  const document = strFromU8(parts.get('word/document.xml') ?? new Uint8Array())
  const pages = headings === null ? null : pagesOf(entriesIn(document), headings)
  rewrite('word/document.xml', (xml) => numbered(xml, pages))
  rewrite('word/styles.xml', withLeader)
  if (pages === null) rewrite('word/settings.xml', askingToUpdate)
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: ZIP_DATE })
}

type Entry = { bookmark: string; words: string }

const ENTRY =
  /<w:pStyle w:val="TOC1"\/>(?:(?!<\/w:p>).)*?<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>(?:(?!<\/w:p>).)*?<\/w:hyperlink>/gs

function entriesIn(document: string): Entry[] {
  return [...document.matchAll(ENTRY)].map(([xml, bookmark = '']) => ({ bookmark, words: wordsOf(xml) }))
}

/** Headings inside an article stand between those of the contents; each entry must be there, after the one before it. */
function pagesOf(entries: readonly Entry[], headings: readonly HeadingPage[]): Map<string, number> | null {
  const pages = new Map<string, number>()
  let next = 0
  for (const { bookmark, words } of entries) {
    while (next < headings.length && squeezed(headings[next]?.heading ?? '') !== squeezed(words)) next++
    const found = headings[next++]
    if (found === undefined) return null
    pages.set(bookmark, found.page)
  }
  return pages
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A tab between number and heading is a space here. */
function wordsOf(xml: string): string {
  const runs = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
  return runs
    .map(([, text]) => text ?? ' ')
    .join('')
    .replace(/&(\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** `\n` keeps numbers away when the contents are drawn anew; a number is a field of its own, as Word writes it (ECMA-376 part 1, 17.16.5.44). */
function numbered(document: string, pages: ReadonlyMap<string, number> | null): string {
  const drawn = document.replace(/(>\s*TOC [^<]*?)\\n (?:&quot;|")1-1(?:&quot;|") /, '$1')
  if (pages === null) return drawn
  return drawn.replace(ENTRY, (xml, bookmark: string) => {
    const page = pages.get(bookmark)
    if (page === undefined) return xml
    const placed = xml.includes('<w:tab/>') ? xml : withoutColumn(xml)
    return placed.replace('</w:hyperlink>', () => `${pageField(bookmark, page)}</w:hyperlink>`)
  })
}

/** A heading without a number has nothing before the stop at which the others begin: its page would stand there. */
function withoutColumn(xml: string): string {
  const tabs = `<w:tabs><w:tab w:val="clear" w:pos="${CONTENTS_COLUMN}"/></w:tabs>`
  return xml.replace(
    '<w:pStyle w:val="TOC1"/>',
    `<w:pStyle w:val="TOC1"/>${tabs}<w:ind w:left="0" w:firstLine="0"/>`,
  )
}

function pageField(bookmark: string, page: number): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = `<w:r><w:instrText xml:space="preserve"> PAGEREF ${escapeXml(bookmark)} \\h </w:instrText></w:r>`
  return `<w:r><w:tab/></w:r>${mark('begin')}${code}${mark('separate')}<w:r><w:t>${page}</w:t></w:r>${mark('end')}`
}

/** Dots from the heading to the number, which stands at the very edge: a program that keeps to the indent would leave it out. */
function withLeader(styles: string): string {
  return styles.replace(/<w:style [^>]*w:styleId="TOC1".*?<\/w:style>/s, (style) =>
    style
      .replace(/<w:tab (?=[^>]*w:val="right")(?![^>]*w:leader)/, '<w:tab w:leader="dot" ')
      .replace(/(<w:ind [^>]*?) ?w:right="\d+"/, '$1'),
  )
}

/** Its place in `w:settings` is fixed (ECMA-376 part 1, annex A.1, CT_Settings): before what follows here. */
function askingToUpdate(settings: string): string {
  const place =
    /<w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|themeFontLang|clrSchemeMapping|decimalSymbol|listSeparator)\b|<\/w:settings>/
  return settings.replace(place, (found) => `<w:updateFields w:val="true"/>${found}`)
}
