import { wordsOf } from '../support/word-diff.ts'
import { asText, elementIn, elementsIn, node, wordsIn, type XmlChild, type XmlNode } from './xml-tree.ts'

/** The smallest part of a paragraph that stays, comes or goes as a whole: a word, a space, a sign, a tab, a field, a picture. */
export type Piece = {
  /** Equal for pieces that are and look the same. */
  key: string
  text: string
  content: { kind: 'part'; look: XmlNode | null; part: XmlNode } | { kind: 'field'; runs: XmlNode[] }
}

/** A paragraph, taken apart. A control of a fact is the words in it. */
export type Paragraph = {
  properties: XmlNode | null
  pieces: Piece[]
  /** Name of the bookmark around it; null for none. */
  bookmark: string | null
}

export function takeApart(paragraph: XmlNode): Paragraph {
  const known = takenApart.get(paragraph)
  if (known !== undefined) return known
  const taken = parted(paragraph)
  takenApart.set(paragraph, taken)
  return taken
}

/** A paragraph is looked at to find its place, to find its pair and to be written: it is taken apart once. */
const takenApart = new WeakMap<XmlNode, Paragraph>()

function parted(paragraph: XmlNode): Paragraph {
  const bookmark = elementIn(paragraph, 'w:bookmarkStart')?.attributes['w:name'] ?? null
  const children = elementsIn(paragraph).flatMap(runsIn)
  return { properties: elementIn(paragraph, 'w:pPr'), pieces: piecesOf(children), bookmark }
}

function runsIn(child: XmlNode): XmlNode[] {
  if (child.name === 'w:r') return [child]
  if (child.name === 'w:sdt') return elementsIn(elementIn(child, 'w:sdtContent') ?? child).flatMap(runsIn)
  return []
}

function piecesOf(runs: readonly XmlNode[]): Piece[] {
  const pieces: Piece[] = []
  let field: XmlNode[] = []
  for (const run of runs) {
    const mark = elementIn(run, 'w:fldChar')?.attributes['w:fldCharType']
    if (field.length > 0 || mark === 'begin') field.push(run)
    else pieces.push(...partsOf(run))
    if (mark !== 'end') continue
    pieces.push(fieldOf(field))
    field = []
  }
  return pieces
}

function fieldOf(runs: XmlNode[]): Piece {
  const text = runs.map(wordsIn).join('')
  const code = runs.map((run) => (elementIn(run, 'w:instrText')?.children ?? []).join('')).join('')
  return { key: `field ${code} ${text}`, text, content: { kind: 'field', runs } }
}

function partsOf(run: XmlNode): Piece[] {
  const look = elementIn(run, 'w:rPr')
  const shape = look === null ? '' : asText(look)
  const piece = (part: XmlNode): Piece => ({
    key: `${shape}${part.name === 'w:t' ? wordsIn(part) : asText(part)}`,
    text: wordsIn(part),
    content: { kind: 'part', look, part },
  })
  return elementsIn(run).flatMap((part) => {
    if (part === look) return []
    return part.name === 'w:t' ? wordsOf(wordsIn(part)).map((word) => piece(textPart(word))) : [piece(part)]
  })
}

const textPart = (text: string): XmlNode => node('w:t', { 'xml:space': 'preserve' }, [text])

/** Pieces as runs again, as few as there can be. */
export function toRuns(pieces: readonly Piece[]): XmlNode[] {
  const runs: XmlNode[] = []
  let last: { look: string; run: XmlNode } | null = null
  for (const { content } of pieces) {
    if (content.kind === 'field') {
      runs.push(...content.runs)
      last = null
      continue
    }
    const { look, part } = content
    const shape = look === null ? '' : asText(look)
    if (last === null || last.look !== shape) {
      last = { look: shape, run: node('w:r', {}, look === null ? [] : [look]) }
      runs.push(last.run)
    }
    addPart(last.run.children, part)
  }
  return runs
}

function addPart(children: XmlChild[], part: XmlNode): void {
  const before = children.at(-1)
  if (part.name !== 'w:t' || typeof before !== 'object' || before.name !== 'w:t') children.push(part)
  else children[children.length - 1] = textPart(wordsIn(before) + wordsIn(part))
}

/** What went leads nowhere any more: of a field its words are left. */
export function asWords(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) =>
    piece.content.kind === 'field'
      ? { ...piece, content: { kind: 'part', look: null, part: textPart(piece.text) } }
      : piece,
  )
}
