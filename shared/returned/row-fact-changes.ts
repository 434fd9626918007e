import type { Hand, ReturnedChange } from '../agreement/returned-change.ts'
import { maybeFieldAt, type Place } from '../document/address.ts'
import { formatDate } from '../outline/format.ts'
import { type Block, type Inline, type Outline, plainText, type Section } from '../outline/outline.ts'
import { recordText } from '../outline/record-cells.ts'
import type { ShownFact } from '../word/shown-facts.ts'
import { type DraftChange, draftAt } from './draft-change.ts'
import type { LaidAgreement } from './laid-agreement.ts'
import { readValue } from './read-value.ts'
import { maybeRecord, meanwhile, paperOf } from './row-changes.ts'
import { squeezed } from './standing-lines.ts'

/** A fact in a row, an item or the description of a party that was filled in otherwise, in one of the places where it stands or in all of them. */
export function rowFactChange(
  fact: ShownFact,
  { value, hands }: { value: string; hands: readonly Hand[] },
  laid: LaidAgreement,
): DraftChange {
  const place = maybeFieldAt(fact.address)
  const spot = { ...whereIs(fact, laid.outline), hands, laid }
  const said = { was: fact.shown, file: fact.kind === 'date' ? asOnPaper(value) : value }
  if (place?.in !== 'record') return draftAt(spot, said)
  const now = maybeRecord(place.list.path, place.recordId, laid.now)
  if (now === null) return draftAt(spot, { ...said, here: null, meanwhile: 'gone' })
  return draftAt(spot, { ...said, ...laidBeside(fact, value, place, laid) })
}

const asOnPaper = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value)

type RecordPlace = Extract<Place, { in: 'record' }>

/** What stands here now, and what taking over would do. What can not be read is said beside the text. */
function laidBeside(
  fact: ShownFact,
  value: string,
  { list, recordId, field }: RecordPlace,
  laid: LaidAgreement,
): Partial<ReturnedChange> {
  const [base, now] = [laid.base, laid.now].map((body) => maybeRecord(list.path, recordId, body) ?? {})
  const enumName = fact.row?.enumName ?? null
  const here = recordText(list.path, field.name, now ?? {}, enumName, paperOf(laid, laid.now))
  const read = readValue(value, field.layout, { body: laid.now, catalog: laid.catalog, enumName })
  if (read === null || !field.schema.safeParse(read.value).success) return { here }
  return {
    here,
    meanwhile: meanwhile(base?.[field.name], read.value, now?.[field.name]),
    what: { kind: 'change', change: { kind: 'fact', address: fact.address, value: read.value } },
  }
}

/** Where a fact first stands on paper, in words: "Taken: Spelochtend · Wanneer". */
function whereIs({ address, row }: ShownFact, { sections, annexes }: Outline) {
  for (const section of [...sections, ...annexes]) {
    for (const block of section.content) {
      const name = nameIn(block, (inlines) => inlines.some((each) => isFact(each, address)))
      if (name !== null) return spotNamed(section, [name, row?.label ?? ''])
    }
  }
  return spotNamed(null, [row?.label ?? ''])
}

const spotNamed = (section: Section | null, names: readonly string[]) => ({
  section,
  about: names.filter(Boolean).join(' · '),
})

const isFact = (inline: Inline, address: string): boolean =>
  inline.kind === 'text' && inline.fact?.address === address

/** What people call the row, item or party that holds something; null for a block that does not. */
function nameIn(block: Block, holds: (inlines: readonly Inline[]) => boolean): string | null {
  switch (block.kind) {
    case 'table': {
      const row = block.rows.find(({ cells }) => cells.some(holds))
      return row === undefined ? null : [block.caption, textOf(row.cells[0])].filter(Boolean).join(': ')
    }
    case 'list': {
      const item = block.items.find(({ inlines }) => holds(inlines))
      return item === undefined ? null : textOf(block.heading)
    }
    case 'parties': {
      const party = block.parties.find(({ name, lines, hereafter }) =>
        [name, hereafter, ...lines.map(({ inlines }) => inlines)].some(holds),
      )
      return party === undefined ? null : textOf(party.name)
    }
    case 'signatures': {
      const party = block.parties.find(({ partyName, signatories }) =>
        [partyName, ...signatories.flatMap(({ name, position }) => [name, position])].some(holds),
      )
      return party === undefined ? null : textOf(party.partyName)
    }
    default:
      return null
  }
}

const textOf = (inlines: readonly Inline[] = []): string => squeezed(plainText(inlines))
