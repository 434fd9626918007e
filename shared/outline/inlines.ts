import type { AgreementBody } from '../agreement/agreement.ts'
import { MARKS, type Mark, type Inline as RichInline, type RichText } from '../agreement/rich-text.ts'
import { fieldText } from './field-text.ts'
import type { Inline, InlineMark } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { referenceText } from './reference-text.ts'
import { roleWordText } from './role-words.ts'

/** What every part of the outline is drawn from. */
export type Paper = {
  body: AgreementBody
  catalog: PaperCatalog
  /** Numbers of articles and annexes by id, see `drawNumbers`. */
  numbers: ReadonlyMap<string, string | null>
  /** The texts with what is proposed in them, by the id of their article or annex; only for an outline to work on. */
  written?: ReadonlyMap<string, RichText>
  /** True: every fact of a record names itself (`RowFact`). */
  toFillIn?: boolean
}

/** Rich text as it stands on paper: facts filled in, references as numbers, party words as words. */
export function drawInlines(content: readonly RichInline[], paper: Paper): Inline[] {
  return content.flatMap((inline) => drawInline(inline, paper))
}

/** Rich text as it stands on paper. */
export function drawInline(inline: RichInline, paper: Paper): Inline[] {
  switch (inline.type) {
    case 'text':
      return textInlines(inline.text, marksOf(inline.marks))
    case 'hardBreak':
      return [{ kind: 'break' }]
    case 'field':
      return drawField(inline.attrs.name, paper)
    case 'articleReference':
      return [drawReference(inline.attrs.articleId, paper)]
    case 'roleWord':
      return textInlines(roleWordText(inline.attrs, paper.body))
  }
}

function drawField(name: string, paper: Paper): Inline[] {
  const { text, empty, optional } = fieldText(name, paper.body, paper.catalog, paper.numbers)
  return optional && empty ? [] : [{ kind: 'field', name, text, empty, marks: [] }]
}

function drawReference(targetId: string, { body, catalog, numbers }: Paper): Inline {
  return { kind: 'reference', targetId, ...referenceText(targetId, body, numbers, catalog), marks: [] }
}

function marksOf(marks: readonly Mark[] | undefined): InlineMark[] {
  return MARKS.filter((type) => (marks ?? []).some((mark) => mark.type === type))
}

/** Plain text of a fact as inlines; its line ends become breaks. Empty text gives none. */
export function textInlines(text: string | null, marks: InlineMark[] = []): Inline[] {
  if (!text) return []
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line, marks } as const]),
    ])
}

/** The groups that have something in them, one under the other. */
export function onLines(groups: readonly Inline[][]): Inline[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ kind: 'break' } as const, ...group]))
}

/** True when the paragraph would show nothing at all on paper. */
export function isBlank(content: readonly RichInline[], paper: Paper): boolean {
  return drawInlines(content, paper).every((inline) => inline.kind === 'break' || inline.text.trim() === '')
}
