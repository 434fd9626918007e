import type { PackageParts } from './package-parts.ts'
import { addOverride, addRelationship, escapeXml, W } from './package-parts.ts'
import type { ShownFact } from './shown-facts.ts'

const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Name of the part of the glossary that says what a fact is called while it is empty. */
export function placeholderPart({ name }: Pick<ShownFact, 'name'>): string {
  return `Handslag ${name}`
}

/** A part of the glossary, and what it says. */
export type Blank = { name: string; shown: string }

/** What stands in a control while its fact is empty (ECMA-376 part 1, 17.12): without it Word puts its own words there. */
export function addPlaceholders(
  parts: PackageParts,
  facts: readonly ShownFact[],
  blanks: readonly Blank[] = [],
): void {
  const missing = facts.filter(({ value }) => value === '')
  const empty = [...missing.map((fact) => ({ name: placeholderPart(fact), shown: fact.shown })), ...blanks]
  if (empty.length === 0) return
  const style = /<w:style [^>]*w:styleId="MissingFact".*?<\/w:style>/s.exec(
    parts.get('word/styles.xml') ?? '',
  )
  const basis =
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
  const words = `<w:glossaryDocument xmlns:w="${W}"><w:docParts>${empty.map(partOf).join('')}</w:docParts></w:glossaryDocument>`
  parts.set('word/glossary/document.xml', `${HEAD}${words}`)
  parts.set(
    'word/glossary/styles.xml',
    `${HEAD}<w:styles xmlns:w="${W}">${basis}${style?.[0] ?? ''}</w:styles>`,
  )
  addRelationship(
    parts,
    'word/document.xml',
    'rIdGlossary',
    `${KIND}/glossaryDocument`,
    'glossary/document.xml',
  )
  addRelationship(parts, 'word/glossary/document.xml', 'rId1', `${KIND}/styles`, 'styles.xml')
  addOverride(parts, 'word/glossary/document.xml', `${MAIN}.document.glossary+xml`)
  addOverride(parts, 'word/glossary/styles.xml', `${MAIN}.styles+xml`)
}

/** The words of an empty fact stand on one line: they are a label in brackets. */
function partOf({ name, shown }: Blank): string {
  const about = `<w:docPartPr><w:name w:val="${escapeXml(name)}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors></w:docPartPr>`
  const text = `<w:r><w:rPr><w:rStyle w:val="MissingFact"/></w:rPr><w:t xml:space="preserve">${escapeXml(shown)}</w:t></w:r>`
  return `<w:docPart>${about}<w:docPartBody><w:p>${text}</w:p></w:docPartBody></w:docPart>`
}
