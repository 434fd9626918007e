import type { ProposedValue } from '../agreement/proposed-change.ts'
import type { Hand, ReturnedChange } from '../agreement/returned-change.ts'
import { maybeFieldAt } from '../document/address.ts'
import { fieldText } from '../outline/field-text.ts'
import type { Section } from '../outline/outline.ts'
import { type ShownFact, shownFacts } from '../word/shown-facts.ts'
import { type DraftChange, draftAt } from './draft-change.ts'
import type { LaidAgreement } from './laid-agreement.ts'
import { readDate, readValue } from './read-value.ts'
import type { FoundPiece, ReturnedWordFile } from './returned-word-file.ts'
import { rowFactChange } from './row-fact-changes.ts'
import { distinct } from './standing-lines.ts'

/** What a control of the file says, and who changed it with tracking on. */
type Said = { value: string; hands: Hand[] }

/**
 * The facts that were filled in otherwise. Three values speak: what was taken along, what the controls say, and what is bound to them. A program may write
 * the one and not the other, so each that differs counts; where several differ among each other, every one is told. `without`: what is no answer.
 */
export function factChanges(
  file: ReturnedWordFile,
  laid: LaidAgreement,
  without: ReadonlySet<FoundPiece>,
): DraftChange[] {
  const controls = controlsIn(file, without)
  const facts = shownFacts(laid.outline)
  return facts.flatMap((fact) => {
    const said = [
      ...(controls.get(fact.name) ?? []).map((pieces) => saidBy(pieces, fact)),
      ...boundTo(fact, file),
    ]
    const others = new Map(said.filter(({ value }) => value !== fact.value).map((each) => [each.value, each]))
    return [...others.values()].map((each) =>
      fact.row === undefined ? factChange(fact, each, laid) : rowFactChange(fact, each, laid),
    )
  })
}

/** Pieces of each control, by the name of its fact. */
function controlsIn(
  { lines }: ReturnedWordFile,
  without: ReadonlySet<FoundPiece>,
): Map<string, FoundPiece[][]> {
  const controls = new Map<string, FoundPiece[][]>()
  // Who takes a row out says nothing about the facts in it.
  const standing = lines.filter(({ kind, deleted }) => kind === 'paragraph' || deleted === null)
  for (const cell of standing.flatMap(({ cells }) => cells)) {
    for (const [index, piece] of cell.entries()) {
      if (piece.fact === null || without.has(piece)) continue
      const known = controls.get(piece.fact) ?? []
      if (cell[index - 1]?.unit === piece.unit) known.at(-1)?.push(piece)
      else known.push([piece])
      controls.set(piece.fact, known)
    }
  }
  return controls
}

function saidBy(pieces: readonly FoundPiece[], fact: ShownFact): Said {
  const text = pieces
    .map((piece) => (piece.deleted === null ? piece.text : ''))
    .join('')
    .trim()
  const hands = pieces.flatMap(({ inserted, deleted }) => [inserted, deleted]).filter((hand) => hand !== null)
  const isAsking = pieces.some(({ isPlaceholder }) => isPlaceholder)
  // Some programs leave the sign of an empty control at what somebody typed in it.
  const isEmpty = text === fact.shown.trim() || (isAsking && (text === '' || WORDS_OF_WORD.test(text)))
  return { value: isEmpty ? fact.value : asBound(text, fact), hands: distinct(hands) }
}

/** What Word asks in a control of which it lost our words, in Dutch and English. */
const WORDS_OF_WORD = /^(Klik (of tik|hier)|Kies een |Click (or tap|here)|Choose (an item|a date))/

const asBound = (text: string, { kind }: ShownFact): string =>
  kind === 'date' ? (readDate(text) ?? text) : text

/** A fact that no control shows any more is no answer: who takes a sentence out says nothing about the facts in it. */
function boundTo(fact: ShownFact, { facts }: ReturnedWordFile): Said[] {
  if (!Object.hasOwn(facts, fact.name)) return []
  const value = (facts[fact.name] ?? '').replace(/\r\n?/g, '\n').trim()
  // Word binds a day as a day, or as the beginning of it.
  const bound = fact.kind === 'date' ? value.replace(/T.*$/, '') : value
  // LibreOffice binds the words that ask for an answer as if they were one.
  return [{ value: bound === fact.shown.trim() ? fact.value : asBound(bound, fact), hands: [] }]
}

function factChange(fact: ShownFact, { value, hands }: Said, laid: LaidAgreement): DraftChange {
  const section = sectionOf(fact, laid)
  const spot = { section, hands, laid, about: laid.catalog.words.placeholders[fact.name] ?? fact.name }
  const was = fact.value === '' ? null : fact.shown
  const here = fieldText(fact.name, laid.now, laid.catalog)
  const field = maybeFieldAt(fact.address)
  const reading = { body: laid.now, catalog: laid.catalog, enumName: null }
  const read = field && readValue(value, field.field.layout, reading)
  const said = { was, file: value, here: here.empty ? null : here.text }
  if (!field || read === null || !field.field.schema.safeParse(read.value).success) return draftAt(spot, said)
  return draftAt(spot, {
    ...said,
    meanwhile: meanwhile(fact.address, read.value, laid),
    what: { kind: 'change', change: { kind: 'fact', address: fact.address, value: read.value } },
  })
}

function meanwhile(
  address: string,
  value: ProposedValue,
  { base, now }: LaidAgreement,
): ReturnedChange['meanwhile'] {
  const [was, here] = [valueAt(address, base), valueAt(address, now)]
  if (same(here, value)) return 'already-so'
  return same(here, was) ? 'unchanged' : 'changed'
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

function valueAt(address: string, body: unknown): unknown {
  return address
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], body)
}

/** The first article or annex that shows a fact. */
function sectionOf({ name }: ShownFact, { outline }: LaidAgreement): Section | null {
  const all = [...outline.sections, ...outline.annexes]
  return (
    all.find((section) =>
      shownFacts({ ...outline, sections: [section], annexes: [] }).some((fact) => fact.name === name),
    ) ?? null
  )
}
