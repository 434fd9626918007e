import { BuilderElement, type ParagraphChild, TextRun, type XmlComponent } from 'docx'
import type { FormCell, Outline } from '../outline/outline.ts'
import { LONGEST_NAME, UNNUMBERED } from './fact-controls.ts'

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
  const control = element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:alias', { 'w:val': label.slice(0, LONGEST_NAME) }),
      element('w:id', { 'w:val': UNNUMBERED }),
      element('w:placeholder', {}, [element('w:docPart', { 'w:val': partNamed(cell.words) })]),
      element('w:showingPlcHdr', {}),
      kindOf(cell),
    ]),
    element('w:sdtContent', {}, [new TextRun({ text: cell.words, style: 'MissingFact' })]),
  ])
  // The types of `docx` name what may stand in a paragraph one by one; it writes any element.
  return [control as XmlComponent as TextRun]
}

function kindOf({ kind, words, choices }: FormCell): XmlComponent {
  switch (kind) {
    case 'date':
      return element('w:date', {}, [
        element('w:dateFormat', { 'w:val': 'd MMMM yyyy' }),
        element('w:lid', { 'w:val': 'nl-NL' }),
        element('w:storeMappedDataAs', { 'w:val': 'date' }),
        element('w:calendar', { 'w:val': 'gregorian' }),
      ])
    case 'choice':
      return element('w:dropDownList', {}, [
        element('w:listItem', { 'w:displayText': words, 'w:value': '' }),
        ...choices.map((choice) => element('w:listItem', { 'w:displayText': choice, 'w:value': choice })),
      ])
    default:
      return element('w:text', { 'w:multiLine': '1' })
  }
}

function element(
  name: string,
  values: Readonly<Record<string, string>>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const attributes = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { key, value }]))
  return new BuilderElement({ name, attributes, children })
}
