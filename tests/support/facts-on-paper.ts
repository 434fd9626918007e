import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { type Layout, layoutOf } from '../../shared/agreement/field.ts'
import { LISTS } from '../../shared/agreement/schema-walk.ts'
import { type BlockDescription, describeBlock } from '../../shared/outline/block-description.ts'
import { formatDate, formatMoney } from '../../shared/outline/format.ts'
import { recordsAt } from '../../shared/outline/record-cells.ts'
import { realCatalog } from './examples-on-paper.ts'

/** The facts behind the columns of every block that stands in the text, as the snapshot has them. */
export function factsOnPaper(body: AgreementBody): string[] {
  const texts = [...body.articles, ...body.annexes].flatMap(({ body: text }) => text.content)
  const names = new Set(texts.flatMap((block) => (block.type === 'block' ? [block.attrs.name] : [])))
  return [...names].flatMap((name) => {
    const description = describeBlock(name, realCatalog(), body)
    return description ? [description, ...description.parts].flatMap((part) => factsOf(part, body)) : []
  })
}

function factsOf(description: BlockDescription, body: AgreementBody): string[] {
  const list = LISTS.get(description.listPath)
  const schema = list?.record.shape ?? {}
  // The field by which a record is known is a reference or a key of the catalogue, not a text of its own.
  const fields = description.columns
    .flatMap((column) => (column.computed ? [] : column.fields))
    .filter((field) => field !== list?.key)
  const records = recordsAt(description.listPath, body).filter((record) =>
    Object.entries(description.filter).every(([field, value]) => record[field] === value),
  )
  return records.flatMap((record) =>
    fields.flatMap((field) => asShown(record[field], layoutOf(schema[field] as never)) ?? []),
  )
}

function asShown(value: unknown, layout: Layout): string | null {
  if (value === null || value === '') return null
  if (layout.kind === 'longText') return String(value)
  if (layout.kind !== 'scalar') return null
  if (layout.type.name === 'text') return String(value)
  if (layout.type.name === 'date') return formatDate(String(value))
  return layout.type.name === 'money' ? formatMoney(Number(value)) : null
}
