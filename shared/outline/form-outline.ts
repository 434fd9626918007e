import type { AgreementBody } from '../agreement/agreement.ts'
import { layoutOf } from '../agreement/field.ts'
import { PLACEHOLDERS } from '../agreement/placeholders.ts'
import { LISTS } from '../agreement/schema-walk.ts'
import { type BlockColumn, describeBlock } from './block-description.ts'
import { buildOutline, type OutlineOptions } from './build-outline.ts'
import { choicesOf } from './choices.ts'
import type { FormCell, Outline, Section, Table } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'

/** Rows to fill in, in each table. */
const ROWS = 4

/** What an empty form keeps: by its name people know which agreement it is for. */
const KEPT: ReadonlySet<string> = new Set(['shortTitle', 'citationTitle'])

/**
 * The agreement with nothing filled in: every fact of one value that stands in a text, and every table that people fill in. The texts of the articles, the
 * parties and the name stay. So what somebody fills in is what differs from it.
 */
export function emptiedForForm<Body extends AgreementBody>(body: Body, catalog: PaperCatalog): Body {
  const empty = structuredClone(body)
  const { sections, annexes } = buildOutline(body, catalog, { status: 'draft' }).value
  for (const { target, derived } of Object.values(PLACEHOLDERS))
    if (!derived && !KEPT.has(target)) putAt(empty, target, (was) => (isLong(target, was) ? '' : null))
  for (const table of [...sections, ...annexes].flatMap(tablesIn)) {
    for (const list of listsOf(table, catalog, body)) putAt(empty, list, () => [])
  }
  return empty
}

/** Long texts are never null. */
const isLong = (target: string, was: unknown): boolean =>
  typeof was === 'string' && (was === '' || /(Text|description|note)$/.test(target))

function putAt(body: object, path: string, empty: (was: unknown) => unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? ''
  const group = names.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], body)
  if (typeof group !== 'object' || group === null || !(last in group)) return
  const record = group as Record<string, unknown>
  record[last] = empty(record[last])
}

const tablesIn = ({ content }: Section): Table[] =>
  content.flatMap((block) => (block.kind === 'table' ? [block] : []))

/** The lists that people fill in by a table: none for one that shows what stands elsewhere, two for costs and contributions in one. */
function listsOf({ name }: Table, catalog: PaperCatalog, body: AgreementBody): string[] {
  const block = describeBlock(name, catalog, body)
  if (block === null || block.readOnly) return []
  const parts = block.parts.length > 0 ? block.parts : [block]
  return parts.flatMap(({ listPath }) => (LISTS.get(listPath)?.key === 'id' ? [listPath] : []))
}

/**
 * An agreement that `emptiedForForm` gave, as a form: rows to fill in under each table, and under each heading what its article is for (`guidance`, by id).
 */
export function formOutline(
  body: AgreementBody,
  catalog: PaperCatalog,
  options: Pick<OutlineOptions, 'status' | 'toFillIn'>,
  guidance: Readonly<Record<string, string>> = {},
): Outline {
  const outline = buildOutline(body, catalog, options).value
  const asForm = (section: Section): Section => ({
    ...section,
    ...(guidance[section.id] ? { guidance: guidance[section.id] } : {}),
    content: section.content.map((block) =>
      block.kind === 'table' ? withRows(block, body, catalog) : block,
    ),
  })
  return {
    ...outline,
    titlePage: { ...outline.titlePage, edition: paperWord(catalog, 'formEdition') },
    sections: outline.sections.map(asForm),
    annexes: outline.annexes.map(asForm),
  }
}

function withRows(table: Table, body: AgreementBody, catalog: PaperCatalog): Table {
  const block = describeBlock(table.name, catalog, body)
  const [list, other] = listsOf(table, catalog, body)
  if (block === null || list === undefined || table.rows.length > 0) return table
  // Whether a row of a table of two lists is a cost or a contribution only its words say.
  const inWords: FormCell = { kind: 'text', words: paperWord(catalog, 'formFill'), choices: [] }
  const cells = block.columns.map((column) =>
    other === undefined ? formCell(column, list, body, catalog) : inWords,
  )
  return { ...table, form: { rows: ROWS, cells } }
}

function formCell(column: BlockColumn, list: string, body: AgreementBody, catalog: PaperCatalog): FormCell {
  const [field = ''] = column.fields
  const schema = LISTS.get(list)?.record.shape[field]
  if (column.computed || schema === undefined) return { kind: 'none', words: '', choices: [] }
  const layout = layoutOf(schema as never)
  if (layout.kind === 'scalar' && layout.type.name === 'date')
    return { kind: 'date', words: paperWord(catalog, 'formDate'), choices: [] }
  const choices = layout.kind === 'scalar' ? choicesOf(layout.type, column.enumName, body, catalog) : []
  return choices.length > 0
    ? { kind: 'choice', words: paperWord(catalog, 'formChoose'), choices }
    : { kind: 'text', words: paperWord(catalog, 'formFill'), choices: [] }
}

/** What stands where nobody filled in anything: a cell that says just this is empty. */
export function formWords(catalog: PaperCatalog): string[] {
  return [paperWord(catalog, 'formFill'), paperWord(catalog, 'formChoose'), paperWord(catalog, 'formDate')]
}
