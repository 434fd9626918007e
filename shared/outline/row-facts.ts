import type { AgreementBody } from '../agreement/agreement.ts'
import { type Layout, layoutOf } from '../agreement/field.ts'
import { LISTS } from '../agreement/schema-walk.ts'
import { choicesOf } from './choices.ts'
import type { Paper } from './inlines.ts'
import type { Inline, RowFact } from './outline.ts'
import type { ListRecord } from './record-cells.ts'

type Text = Extract<Inline, { kind: 'text' }>

/** One field of a record: what it is called on paper, what it says there, and where its words are. */
export type RecordField = {
  listPath: string
  recordId: string
  field: string
  label: string
  enumName: string | null
  /** As it stands on paper; null where it is not filled in. */
  text: string | null
}

/**
 * The same inlines with each fact that they show named, in an outline to fill in; in another one as they are. The fields stand in the order of the paper,
 * among whatever words. A fact that is not found in them, or by which its record is known, stays text.
 */
export function withFacts(
  inlines: Inline[],
  record: ListRecord,
  fields: readonly RecordField[],
  { toFillIn, body, catalog }: Pick<Paper, 'toFillIn' | 'body' | 'catalog'>,
): Inline[] {
  if (!toFillIn) return inlines
  let rest: Inline[] = inlines
  const done: Inline[] = []
  for (const each of fields) {
    const layout = maybeLayout(each)
    const found = layout && each.text?.trim() ? cutOut(each.text, rest) : null
    if (layout === null || found === null) continue
    const { listPath, recordId, field, label, enumName } = each
    const fact = {
      ...{ address: `${listPath}.${recordId}.${field}`, label, enumName },
      ...kindOf(record[field], found.text, { layout, enumName, body, catalog }),
    }
    done.push(...found.before, { kind: 'text', text: found.text, marks: found.marks, fact })
    rest = found.after
  }
  return [...done, ...rest]
}

/** How a field can be filled in; null for what is no field of the record, and for the one by which the record is known. */
function maybeLayout({ listPath, field }: RecordField): Layout | null {
  const list = LISTS.get(listPath)
  const schema = list?.key === field ? undefined : list?.record.shape[field]
  return schema === undefined ? null : layoutOf(schema as never)
}

type Reading = { layout: Layout; enumName: string | null } & Pick<Paper, 'body' | 'catalog'>

function kindOf(
  value: unknown,
  shown: string,
  { layout, enumName, body, catalog }: Reading,
): Pick<RowFact, 'kind' | 'value' | 'choices'> {
  const text = { kind: 'text', value: shown, choices: [] } as const
  if (layout.kind !== 'scalar') return { ...text, choices: [] }
  if (layout.type.name === 'date') return { kind: 'date', value: String(value), choices: [] }
  const choices = choicesOf(layout.type, enumName, body as AgreementBody, catalog)
  return choices.includes(shown) ? { kind: 'choice', value: shown, choices } : { ...text, choices: [] }
}

type Cut = { before: Inline[]; text: string; marks: Text['marks']; after: Inline[] }

/** Takes the words of a fact out of inlines, which have its line ends as breaks; null where they do not stand in them by themselves. */
function cutOut(fact: string, inlines: readonly Inline[]): Cut | null {
  const lines = fact.split(/\r\n|\r|\n/)
  for (let at = 0; at < inlines.length; at += 1) {
    const whole = wholeAt(lines, inlines, at)
    if (whole !== null) return whole
    const part = lines.length === 1 ? partOf(fact, inlines, at) : null
    if (part !== null) return part
  }
  return null
}

/** A fact of which every line is a piece of its own. */
function wholeAt(lines: readonly string[], inlines: readonly Inline[], from: number): Cut | null {
  let at = from
  const [first] = inlines.slice(from)
  if (first?.kind !== 'text') return null
  for (const [index, line] of lines.entries()) {
    if (index > 0 && inlines[at++]?.kind !== 'break') return null
    if (line === '') continue
    const inline = inlines[at++]
    if (inline?.kind !== 'text' || inline.text !== line) return null
  }
  return {
    before: inlines.slice(0, from),
    text: lines.join('\n'),
    marks: first.marks,
    after: inlines.slice(at),
  }
}

/** A fact among other words, never in the middle of one: "vanaf 1 maart 2027". */
function partOf(fact: string, inlines: readonly Inline[], at: number): Cut | null {
  const inline = inlines[at]
  if (inline?.kind !== 'text') return null
  const { text, marks } = inline
  const start = placeIn(text, fact)
  if (start < 0) return null
  const words = (part: string): Inline[] => (part === '' ? [] : [{ kind: 'text', text: part, marks }])
  return {
    before: [...inlines.slice(0, at), ...words(text.slice(0, start))],
    ...{ text: fact, marks },
    after: [...words(text.slice(start + fact.length)), ...inlines.slice(at + 1)],
  }
}

function placeIn(text: string, fact: string): number {
  for (let at = text.indexOf(fact); at >= 0; at = text.indexOf(fact, at + 1)) {
    const isWithin = IN_A_WORD.test(text.slice(0, at).slice(-1)) && IN_A_WORD.test(fact[0] ?? '')
    const end = at + fact.length
    const goesOn = IN_A_WORD.test(text[end] ?? '') && IN_A_WORD.test(fact.at(-1) ?? '')
    if (!isWithin && !goesOn) return at
  }
  return -1
}

const IN_A_WORD = /[\p{L}\p{N}]/u
