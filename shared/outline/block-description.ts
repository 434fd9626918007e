import type { AgreementBody } from '../agreement/agreement.ts'
import { clusterOfBlock, isFixedBlockName } from '../agreement/block-names.ts'
import { type BlockSpec, type ColumnSpec, specOf } from './block-specs.ts'
import { clusterLabel, clustersOnPaper } from './clusters.ts'
import type { PaperCatalog } from './paper-catalog.ts'

/**
 * How one block shows the records of a list. The outline makes the table on paper from it, and the forms draw the table
 * that is edited on screen from the same value, so that both have the same columns in the same order.
 */
export type BlockDescription = {
  /** Block name, `tasks:awareness`. */
  name: string
  /** `parts`: several tables under each other, described in `parts`. */
  kind: 'table' | 'list' | 'parties' | 'signatures' | 'parts'
  /** Dotted path of the list in the agreement, `financing.sources`. */
  listPath: string
  /** Only records whose fields have these values are shown. */
  filter: Readonly<Record<string, string>>
  /** What a record that is added in this block starts with. */
  newRecord: Readonly<Record<string, string>>
  caption: string
  /** Shown while there are no records. */
  emptyText: string
  /** `list`: how items begin. */
  listStyle: 'bullet' | 'numbered'
  /** Field by whose value records stand together under a heading, such as `partyId`; null for none. */
  groupBy: string | null
  /** Table columns, or the fields that follow each other in a list item. */
  columns: BlockColumn[]
  /** True when the block only shows what is edited in another one. */
  readOnly: boolean
  parts: BlockDescription[]
}

export type BlockColumn = {
  /** Name of the column: the record's field it is about, or what is computed. */
  field: string
  /** The record's fields behind the cell, in the order in which they are shown and edited. */
  fields: readonly string[]
  /** `lines`: every field on a line of its own; `first`: only the first that is filled in. */
  show: 'lines' | 'first'
  label: string
  align: 'start' | 'end'
  /** Share of the table's width, in hundredths; the columns of a table add up to 100. 0 in a list. */
  width: number
  /** The cell is worked out and not edited here. */
  computed: boolean
  /** The total row adds this column up. */
  total: boolean
  /** Name in `words.enums` of the words of the field's choices; null when it has none. */
  enumName: string | null
}

/**
 * Describes the block of this name, or null for a name that no block has. Blocks that depend on what is in the agreement
 * (`tasks:by_line`, a column per party) need `body`; without it they have no parts.
 */
export function describeBlock(
  name: string,
  catalog: PaperCatalog,
  body: AgreementBody | null = null,
): BlockDescription | null {
  const cluster = clusterOfBlock(name)
  if (cluster !== null) return describeCluster(name, cluster, catalog, body)
  if (!isFixedBlockName(name)) return null
  const description = describe(name, name, specOf(name), catalog)
  return { ...description, parts: partsOf(name, catalog, body) }
}

function describeCluster(
  name: string,
  cluster: string,
  catalog: PaperCatalog,
  body: AgreementBody | null,
): BlockDescription {
  const description = describe(name, 'tasks', specOf('tasks'), catalog)
  const filter = { clusterId: cluster }
  const caption = `${description.caption}: ${clusterLabel(cluster, catalog, body)}`
  return { ...description, caption, filter, newRecord: filter }
}

function partsOf(name: string, catalog: PaperCatalog, body: AgreementBody | null): BlockDescription[] {
  if (name === 'financing_short') {
    return ['financing_lines', 'financing_sources'].flatMap(
      (part) => describeBlock(part, catalog, body) ?? [],
    )
  }
  if (name !== 'tasks:by_line' || body === null) return []
  return clustersOnPaper(body, catalog).map((cluster) =>
    describeCluster(`tasks:${cluster}`, cluster, catalog, body),
  )
}

function describe(name: string, wordsName: string, spec: BlockSpec, catalog: PaperCatalog): BlockDescription {
  const words = catalog.words.blocks[wordsName]
  const labelOf = (field: string) => words?.columns?.[field] ?? ''
  return {
    name,
    kind: spec.kind,
    listPath: spec.listPath,
    filter: {},
    newRecord: {},
    caption: words?.caption ?? '',
    emptyText: words?.emptyText ?? '',
    listStyle: spec.listStyle ?? 'bullet',
    groupBy: spec.groupBy ?? null,
    columns: spec.columns.map((column) => describeColumn(column, labelOf(column.field))),
    readOnly: spec.readOnly ?? false,
    parts: [],
  }
}

function describeColumn(column: ColumnSpec, label: string): BlockColumn {
  return {
    field: column.field,
    fields: column.fields ?? [column.field],
    show: column.show ?? 'lines',
    label,
    align: column.align ?? 'start',
    width: column.width ?? 0,
    computed: column.computed ?? false,
    total: column.total ?? false,
    enumName: column.enumName ?? null,
  }
}
