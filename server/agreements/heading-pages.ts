import type { HeadingPage } from '../../shared/word/contents-pages.ts'

/**
 * The headings of a PDF that an office program made, with their pages, in order: from its outline (ISO 32000-1, 12.3.3), which points at the
 * page of each. Null when it is written in another way than LibreOffice writes it: no number is better than a wrong one.
 */
export function maybeHeadingPages(pdf: Uint8Array): HeadingPage[] | null {
  // One byte one sign: what is looked for is plain text between the streams.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const pages = pagesIn(text)
  const items = [...text.matchAll(ITEM)].map(([, title = '', target = '']) => ({
    heading: titleOf(title),
    page: pages.indexOf(target) + 1,
  }))
  return items.length === 0 || items.some(({ page }) => page === 0) ? null : items
}

const ITEM = /\/Title<([0-9A-F]*)>\s*\/Dest\[(\d+) 0 R/g

/** Numbers of the pages' objects in their order; none where the tree of pages has branches. */
function pagesIn(text: string): string[] {
  const trees = [...text.matchAll(/\/Kids\[((?:\s*\d+ 0 R)+)\s*\]\s*\/Count/g)]
  if (trees.length !== 1) return []
  return [...(trees[0]?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number)
}

/** Hexadecimal UTF-16, big-endian, after its mark. */
function titleOf(hex: string): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
  return String.fromCharCode(...units).replace('\ufeff', '')
}
