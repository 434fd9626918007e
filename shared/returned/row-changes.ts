import { layoutOf } from '../agreement/field.ts'
import type { ProposedValue } from '../agreement/proposed-change.ts'
import type { ReturnedChange } from '../agreement/returned-change.ts'
import { LISTS } from '../agreement/schema-walk.ts'
import { isProposableList } from '../document/proposed-change.ts'
import { type BlockColumn, type BlockDescription, describeBlock } from '../outline/block-description.ts'
import type { Paper } from '../outline/inlines.ts'
import { plainText } from '../outline/outline.ts'
import { drawCell, type ListRecord, recordId, recordsAt } from '../outline/record-cells.ts'
import { SPECIAL_CELLS } from '../outline/special-cells.ts'
import { type DraftChange, draftAt, type Spot } from './draft-change.ts'
import type { LaidAgreement } from './laid-agreement.ts'
import { readValue } from './read-value.ts'
import { squeezed } from './standing-lines.ts'

/** What stands between the cells of a row where it is told as one text. */
const BETWEEN = ' | '
export const rowText = (cells: readonly string[]): string => cells.map(squeezed).filter(Boolean).join(BETWEEN)

/** The block behind a table or list; null for one that only shows what is written elsewhere, and for an unknown one. */
function blockOf(name: string, { base, catalog }: LaidAgreement): BlockDescription | null {
  const block = describeBlock(name, catalog, base)
  return block === null || block.readOnly || block.parts.length > 0 ? null : block
}

function recordIn(block: BlockDescription, id: string, body: LaidAgreement['base']): ListRecord | null {
  return maybeRecord(block.listPath, id, body)
}

export function maybeRecord(listPath: string, id: string, body: LaidAgreement['base']): ListRecord | null {
  return recordsAt(listPath, body).find((record) => recordId(listPath, record) === id) ?? null
}

export const paperOf = (laid: LaidAgreement, body: LaidAgreement['base']): Paper => ({
  body,
  catalog: laid.catalog,
  numbers: laid.numbersNow,
})

/** The cells of a row that say something else: each as the facts behind it, or said beside the text where they can not be read from it. */
export function rowChanges(
  name: string,
  id: string,
  cells: { was: readonly string[]; file: readonly string[] },
  spot: Spot,
): DraftChange[] {
  const block = blockOf(name, spot.laid)
  const about = `${block?.caption ?? ''}: ${squeezed(cells.was[0] ?? '')}`.replace(/^: |: $/g, '')
  if (block === null || block.columns.length !== cells.file.length)
    return [draftAt({ ...spot, about }, { was: rowText(cells.was), file: rowText(cells.file) })]
  return block.columns.flatMap((column, index) => {
    const [was = '', file = ''] = [cells.was[index], cells.file[index]]
    if (squeezed(was) === squeezed(file)) return []
    const at = { ...spot, about: [about, column.label].filter(Boolean).join(' · ') }
    return cellChanges(block, column, id, { was, file }, at)
  })
}

type Cell = { was: string; file: string }

function cellChanges(
  block: BlockDescription,
  column: BlockColumn,
  id: string,
  { was, file }: Cell,
  spot: Spot,
): DraftChange[] {
  const base = recordIn(block, id, spot.laid.base)
  const now = recordIn(block, id, spot.laid.now)
  const fields = base && fieldsInCell(block, column, base, spot.laid)
  const texts = linesFor(fields ?? [], file)
  if (!base || !fields || texts === null) return [draftAt(spot, { was: was || null, file })]
  if (!now) return [draftAt(spot, { was: was || null, file, here: null, meanwhile: 'gone' })]
  return fields.flatMap(({ field, text: before }, index) => {
    const text = texts[index] ?? ''
    if (squeezed(before) === squeezed(text)) return []
    const said = { was: before || null, file: text }
    const read = valueFor(block, column, field, text, spot.laid)
    if (read === null) return [draftAt(spot, said)]
    const here = plainText(
      drawCell(
        block.listPath,
        { ...column, fields: [field], computed: false },
        now,
        paperOf(spot.laid, spot.laid.now),
      ),
    )
    const address = `${block.listPath}.${id}.${field}`
    return [
      draftAt(spot, {
        ...said,
        here: here || null,
        meanwhile: meanwhile(base[field], read.value, now[field]),
        what: { kind: 'change', change: { kind: 'fact', address, value: read.value } },
      }),
    ]
  })
}

/** The facts that a cell shows, each with its text: those that are filled in, or the first one where none is. */
function fieldsInCell(
  block: BlockDescription,
  column: BlockColumn,
  record: ListRecord,
  laid: LaidAgreement,
): { field: string; text: string }[] | null {
  if (column.computed || column.fields.length === 0) return null
  const all = column.fields.map((field) => ({
    field,
    text: plainText(
      drawCell(block.listPath, { ...column, fields: [field] }, record, paperOf(laid, laid.base)),
    ),
  }))
  const filled = all.filter(({ text }) => text !== '')
  return (filled.length === 0 ? all : filled).slice(
    0,
    column.show === 'first' || filled.length === 0 ? 1 : undefined,
  )
}

/** The text for each fact of a cell: all of it for one, a line each for several; null when it is not clear which is whose. */
function linesFor(fields: readonly { text: string }[], file: string): string[] | null {
  if (fields.length === 0) return null
  if (fields.length === 1) return [file]
  const counts = fields.map(({ text }) => text.split('\n').length)
  const lines = file.split('\n')
  if (lines.length !== counts.reduce((sum, count) => sum + count, 0)) return null
  let at = 0
  return counts.map((count) => {
    at += count
    return lines.slice(at - count, at).join('\n')
  })
}

/** A cell that draws more than its value can not be read back, except for one that only makes it bold. */
const PLAIN_CELLS: ReadonlySet<string> = new Set([
  'tasks.title',
  'definitions.term',
  'annexes.title',
  'focusFactors.factorId',
])

function valueFor(
  { listPath }: BlockDescription,
  { enumName }: BlockColumn,
  field: string,
  text: string,
  laid: LaidAgreement,
): { value: ProposedValue } | null {
  const name = `${listPath}.${field}`
  const schema = LISTS.get(listPath)?.record.shape[field]
  if (schema === undefined || (Object.hasOwn(SPECIAL_CELLS, name) && !PLAIN_CELLS.has(name))) return null
  const read = readValue(text, layoutOf(schema as never), { body: laid.now, catalog: laid.catalog, enumName })
  if (
    read === null ||
    !(schema as { safeParse: (value: unknown) => { success: boolean } }).safeParse(read.value).success
  )
    return null
  return read
}

/** How a value in a row went on. */
export function meanwhile(was: unknown, file: ProposedValue, here: unknown): ReturnedChange['meanwhile'] {
  const sign = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null))
  if (sign(here) === sign(file)) return 'already-so'
  return sign(here) === sign(was) ? 'unchanged' : 'changed'
}

/** A row that the file has more. Cells that can not be read stand in what is told of it, and nowhere else. */
export function addedRow(name: string, cells: readonly string[], spot: Spot): DraftChange[] {
  const block = blockOf(name, spot.laid)
  const said = { was: null, file: rowText(cells) }
  const at = { ...spot, about: block?.caption ?? '' }
  if (block === null || block.columns.length !== cells.length || !isProposableList(block.listPath))
    return [draftAt(at, said)]
  const values: Record<string, ProposedValue> = { ...block.newRecord }
  const unread: string[] = []
  for (const [index, column] of block.columns.entries()) {
    const text = cells[index]?.trim() ?? ''
    if (text === '') continue
    const [field] = column.fields
    const read =
      column.computed || field === undefined ? null : valueFor(block, column, field, text, spot.laid)
    if (read === null || field === undefined) unread.push(`${column.label}: ${squeezed(text)}`)
    else values[field] = read.value
  }
  if (Object.keys(values).length === Object.keys(block.newRecord).length) return [draftAt(at, said)]
  const isThere = recordsAt(block.listPath, spot.laid.now).some((record) =>
    Object.entries(values).every(([field, value]) => meanwhile(null, value, record[field]) === 'already-so'),
  )
  return [
    draftAt(at, {
      ...said,
      ...(isThere ? { here: said.file, meanwhile: 'already-so' as const } : {}),
      what: { kind: 'change', change: { kind: 'row-add', list: block.listPath, values } },
    }),
    ...unread.map((text) => draftAt(at, { was: null, file: text })),
  ]
}

/** A row that is not in the file any more. */
export function removedRow(name: string, id: string, cells: readonly string[], spot: Spot): DraftChange {
  const block = blockOf(name, spot.laid)
  const said = { was: rowText(cells), file: null }
  const at = { ...spot, about: block?.caption ?? '' }
  if (block === null || !isProposableList(block.listPath)) return draftAt(at, said)
  const [base, now] = [recordIn(block, id, spot.laid.base), recordIn(block, id, spot.laid.now)]
  if (now === null) return draftAt(at, { ...said, here: null, meanwhile: 'already-so' })
  return draftAt(at, {
    ...said,
    meanwhile: isAsItWas(base, now) ? 'unchanged' : 'changed',
    what: { kind: 'change', change: { kind: 'row-remove', list: block.listPath, rowId: id } },
  })
}

/** What is not filled in was perhaps left out of the file: of people it carries only what the paper shows. */
function isAsItWas(base: ListRecord | null, now: ListRecord): boolean {
  return Object.entries(base ?? {}).every(
    ([field, value]) =>
      value === null || value === '' || JSON.stringify(value) === JSON.stringify(now[field]),
  )
}

/** What stands between the fields of an item on paper. */
const SEPARATORS: Readonly<Record<string, string>> = { definitions: ': ' }

/** An item of a list as the cells of a row; null when it is not clear what is whose. */
export function itemCells(name: string, text: string, laid: LaidAgreement): string[] | null {
  const block = blockOf(name, laid)
  if (block === null) return null
  if (block.columns.length === 1) return [text]
  const separator = SEPARATORS[name]
  if (separator === undefined || block.columns.length !== 2) return null
  const at = text.indexOf(separator)
  return at < 0 ? null : [text.slice(0, at), text.slice(at + separator.length)]
}
