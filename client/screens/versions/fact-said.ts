import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { FactChange } from '../../../shared/agreement/compare-snapshots.ts'
import type { Layout } from '../../../shared/agreement/field.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import { factText } from '../../../shared/outline/record-cells.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { nameOfPlace, nameOfRecord } from '../advice/names-of.ts'

/** A change of a fact or a row in words. Null for a side where it is not there or not answered; undefined where it has no words. */
export type SaidFact = { name: string; was: string | null; now: string | null }

/** What a changed fact is called, by its form, and what it said on both sides. */
export function saidFact(
  change: Extract<FactChange, { kind: 'value' }>,
  was: AgreementBody,
  now: AgreementBody,
  catalog: Catalog,
): SaidFact {
  const layout = maybeFieldAt(change.address)?.field.layout
  const side = (value: unknown, body: AgreementBody) =>
    layout === undefined ? null : textOf(value, layout, body, catalog)
  return {
    name: nameOfPlace(change.address, now, catalog),
    was: side(change.was, was),
    now: side(change.now, now),
  }
}

/** What a row is called: the name of its record, behind that of its list. */
export function saidRow(
  change: Extract<FactChange, { kind: 'row' }>,
  was: AgreementBody,
  now: AgreementBody,
  catalog: Catalog,
): string {
  const list = nameOfPlace(change.list, now, catalog)
  const record = nameOfRecord(change.id, change.state === 'gone' ? was : now, catalog)
  return record === null || record === '' ? list : `${list}: ${record}`
}

function textOf(value: unknown, layout: Layout, body: AgreementBody, catalog: Catalog): string | null {
  const paper = { body, catalog, numbers: drawNumbers(body) }
  return factText(value, layout, enumNameOf(layout, catalog), paper)
}

/** The choice whose words a field has: the one that knows all its values. */
function enumNameOf(layout: Layout, { words }: Catalog): string | null {
  if (layout.kind !== 'scalar' || layout.type.name !== 'choice') return null
  const { values } = layout.type
  const found = Object.entries(words.enums).find(([, known]) =>
    values.every((value) => Object.hasOwn(known, value)),
  )
  return found?.[0] ?? null
}
