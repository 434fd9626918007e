import { parseXml, type XmlElement, type XmlNode } from '../../shared/returned/xml.ts'
import { partsOf } from './word-file.ts'

export type Decision = 'accept' | 'reject'

/**
 * What is left of a Word file when every tracked change is accepted or rejected, as Word does it: each paragraph with its style and its words, each row of a
 * table as its cells. Without the table of contents and pictures. A file without changes reads the same either way. Shares no code with the writer.
 */
export function decidedLines(docx: Uint8Array, decision: Decision): string[] {
  const document = parseXml(partsOf(docx)['word/document.xml'] ?? '')
  const body = document.children.flatMap((child) => (isNamed(child, 'w:body') ? [child] : []))[0]
  return body === undefined ? [] : blocksIn(decided(body, decision), '')
}

const isNamed = (child: XmlNode, name: string): child is XmlElement =>
  typeof child !== 'string' && child.name === name
const named = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).filter((child) => isNamed(child, name))

/** What an element becomes: nothing, itself, or what is in it. */
function decided(element: XmlElement, decision: Decision): XmlElement {
  const children = element.children.flatMap((child): XmlNode[] => {
    if (typeof child === 'string') return [child]
    const { name } = child
    if (name === goes(decision)) return []
    if (name === stays(decision)) return decided(child, decision).children.slice()
    if (name === 'w:pPrChange') return []
    if (name === 'w:pPr') return [decidedForm(child, decision)]
    if (name === 'w:tr' && isMarked(named(child, 'w:trPr')[0], decision)) return []
    if (name === 'w:p') return decidedParagraph(child, decision)
    if (name === 'w:tbl') {
      const table = decided(child, decision)
      return named(table, 'w:tr').length === 0 ? [] : [table]
    }
    return [decided(child, decision)]
  })
  return { ...element, children }
}

const goes = (decision: Decision) => (decision === 'accept' ? 'w:del' : 'w:ins')
const stays = (decision: Decision) => (decision === 'accept' ? 'w:ins' : 'w:del')
const isMarked = (properties: XmlElement | undefined, decision: Decision): boolean =>
  named(properties, goes(decision)).length > 0

/** A paragraph of which the mark goes is one with the next; of ours nothing is left then. */
function decidedParagraph(paragraph: XmlElement, decision: Decision): XmlNode[] {
  const properties = named(paragraph, 'w:pPr')[0]
  const left = decided(paragraph, decision)
  if (!isMarked(named(properties, 'w:rPr')[0], decision)) return [left]
  if (wordsOf(left) !== '') throw new Error(`words without a paragraph: ${wordsOf(left)}`)
  return []
}

/** Rejecting another form brings back the form that it had. */
function decidedForm(properties: XmlElement, decision: Decision): XmlElement {
  const change = named(properties, 'w:pPrChange')[0]
  if (decision === 'accept' || change === undefined) return properties
  return named(change, 'w:pPr')[0] ?? properties
}

function blocksIn(parent: XmlElement, before: string): string[] {
  return parent.children.flatMap((child): string[] => {
    if (typeof child === 'string') return []
    if (child.name === 'w:p') {
      const style = styleOf(child)
      return style === 'Picture' || style === 'TOCHeading' ? [] : [`${before}${style}: ${wordsOf(child)}`]
    }
    if (child.name === 'w:tbl')
      return named(child, 'w:tr').map((row) =>
        named(row, 'w:tc')
          .map((cell) => blocksIn(cell, '').join(' ⏎ '))
          .join(' | '),
      )
    return []
  })
}

function styleOf(paragraph: XmlElement): string {
  const [style] = named(named(paragraph, 'w:pPr')[0], 'w:pStyle')
  return style?.attributes['w:val'] ?? ''
}

function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return ['w:t', 'w:delText'].includes(element.name) ? child : ''
      if (child.name === 'w:tab') return '\t'
      if (child.name === 'w:br') return '\n'
      return child.name.endsWith('Pr') ? '' : wordsOf(child)
    })
    .join('')
}

/** The kinds of changes that stand in a file, and how many of each. */
export function changesIn(docx: Uint8Array): Record<string, number> {
  const xml = partsOf(docx)['word/document.xml'] ?? ''
  const kinds = [...xml.matchAll(/<w:(ins|del|pPrChange) /g)].map(([, kind = '']) => kind)
  return Object.fromEntries(
    Object.entries(Object.groupBy(kinds, (kind) => kind)).map(([kind, all]) => [kind, all?.length ?? 0]),
  )
}
