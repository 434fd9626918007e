import { type ParagraphChild, TextRun } from 'docx'
import type { FormCell, Outline } from '../outline/outline.ts'
import {
  choiceKind,
  contentControl,
  dateKind,
  LONGEST_NAME,
  type Markup,
  markup,
  TEXT_KIND,
  UNNUMBERED,
  valued,
} from './content-control.ts'

/** Names of the parts of the glossary that say what to fill in, by the words. */
export function blanksOf({ sections, annexes }: Outline): { name: string; shown: string }[] {
  const blocks = [...sections, ...annexes].flatMap(({ content }) => content)
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? (block.form?.cells ?? []) : []))
  const words = new Set(cells.flatMap((cell) => (cell.kind === 'none' ? [] : [cell.words])))
  return [...words].map((shown) => ({ name: partNamed(shown), shown }))
}

const partNamed = (words: string): string => `Handslag blank ${words}`

/** A cell to fill in as a content control: a text, a day from a calendar, or one of some words (ECMA-376 part 1, 17.5.2). */
export function toFormControl(cell: FormCell, label: string): ParagraphChild[] {
  if (cell.kind === 'none') return []
  const properties = [
    valued('w:alias', label.slice(0, LONGEST_NAME)),
    valued('w:id', UNNUMBERED),
    markup('w:placeholder', {}, [valued('w:docPart', partNamed(cell.words))]),
    markup('w:showingPlcHdr'),
    kindOf(cell),
  ]
  return [contentControl(properties, [new TextRun({ text: cell.words, style: 'MissingFact' })])]
}

function kindOf({ kind, words, choices }: FormCell): Markup {
  switch (kind) {
    case 'date':
      return dateKind()
    case 'choice':
      return choiceKind([
        { shown: words, value: '' },
        ...choices.map((word) => ({ shown: word, value: word })),
      ])
    default:
      return TEXT_KIND
  }
}
