import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleFragment } from '../../shared/document/layout.ts'
import {
  maybeMarked,
  maybePassage,
  maybeSpan,
  type Span,
  wordsOf,
} from '../../shared/document/passage-anchor.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { agreement, clauses } from '../support/agreement.ts'
import {
  embolden,
  erase,
  insertField,
  joinWithPrevious,
  removeParagraph,
  split,
  type,
} from '../support/edit-prose.ts'
import { linkedDocuments } from '../support/linked-documents.ts'

/** Every sign stands once, so that it is found again wherever it goes. */
const LENGTH = 12
const signs = (paragraph: number) =>
  String.fromCharCode(...Array.from({ length: LENGTH }, (_, at) => 0x4e00 + paragraph * LENGTH + at))
const START = [signs(0), signs(1), signs(2)]
const wordOf = () => '#'

function twoSides() {
  const doc = new Y.Doc()
  writeAgreement(doc, agreement({ articles: [{ id: 'one', heading: 'Kop', body: clauses(...START) }] }))
  const { a, b, exchange } = linkedDocuments(doc)
  return { mine: articleFragment(a, 'one'), theirs: articleFragment(b, 'one'), exchange }
}

const KINDS = ['type', 'erase', 'embolden', 'field', 'remove', 'split', 'join'] as const
type Edit = { kind: (typeof KINDS)[number]; where: number; at: number; length: number }
const editOf = (kinds: readonly Edit['kind'][]): fc.Arbitrary<Edit> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    where: fc.nat(5),
    at: fc.nat(LENGTH),
    length: fc.integer({ min: 1, max: 4 }),
  })
const spanIn: fc.Arbitrary<Span> = fc
  .record({ block: fc.nat(2), from: fc.nat(LENGTH - 1), length: fc.integer({ min: 1, max: LENGTH }) })
  .map(({ block, from, length }) => ({
    from: { block, offset: from },
    to: { block, offset: Math.min(LENGTH, from + length) },
  }))

let typed = 0

/** What another does with the text; an edit that does not fit it does nothing. */
function edit(prose: Y.XmlFragment, { kind, where, at, length }: Edit): void {
  const paragraph = where % Math.max(1, prose.length)
  const size = lengthIn(prose, paragraph)
  const from = Math.min(at, size)
  const to = Math.min(from + length, size)
  if (kind === 'type') type(prose, paragraph, `<${typed++}>`, from)
  if (kind === 'field') insertField(prose, paragraph, 'goal', from)
  if (kind === 'erase' && to > from) erase(prose, paragraph, from, to)
  if (kind === 'embolden' && to > from) embolden(prose, paragraph, from, to)
  if (kind === 'remove' && prose.length > 1) removeParagraph(prose, paragraph)
  if (kind === 'split') split(prose, paragraph, from)
  if (kind === 'join' && paragraph > 0) joinWithPrevious(prose, paragraph)
}

function lengthIn(prose: Y.XmlFragment, block: number): number {
  const paragraph = prose.get(block) as Y.XmlElement
  return paragraph.toArray().reduce((sum, part) => sum + (part instanceof Y.XmlText ? part.length : 1), 0)
}

const isSign = (letter: string) =>
  letter.charCodeAt(0) >= 0x4e00 && letter.charCodeAt(0) < 0x4e00 + 3 * LENGTH
const signsIn = (text: string) => [...text].filter(isSign).join('')
const allWords = (prose: Y.XmlFragment) => prose.toArray().map(String).join('')

describe('a passage, while others edit around and in it', () => {
  test('is the same words, less those that were taken out: none beside them, whatever comes in between', () => {
    fc.assert(
      fc.property(
        spanIn,
        fc.array(editOf(['type', 'erase', 'embolden', 'remove']), { maxLength: 12 }),
        (span, edits) => {
          const { mine, theirs, exchange } = twoSides()
          const marked = markedIn(mine, span)
          for (const each of edits) edit(theirs, each)
          exchange()
          const left = [...marked.quote].filter((sign) => allWords(mine).includes(sign)).join('')
          for (const prose of [mine, theirs]) {
            const now = maybePassage(prose, marked, wordOf)
            expect(now === null ? '' : signsIn(wordsOf(prose, now, wordOf))).toBe(left)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('that an editor cuts, joins or writes anew holds none but its own words, and is found again by what is beside it', () => {
    fc.assert(
      fc.property(spanIn, fc.array(editOf(['split', 'join', 'field']), { maxLength: 3 }), (span, edits) => {
        const { mine, theirs, exchange } = twoSides()
        const marked = markedIn(mine, span)
        for (const each of edits) edit(theirs, each)
        exchange()
        const words = allWords(mine)
        const { quote, before, after } = marked
        const isBeside =
          (after !== '' && words.includes(quote + after)) || (before !== '' && words.includes(before + quote))
        for (const prose of [mine, theirs]) {
          const now = maybePassage(prose, marked, wordOf)
          const found = now === null ? '' : signsIn(wordsOf(prose, now, wordOf))
          expect(quote).toContain(found)
          if (isBeside) expect(found).toBe(quote)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('survives that its words are taken out and put back, on every side', () => {
    const { mine, theirs, exchange } = twoSides()
    const marked = markedIn(mine, { from: { block: 1, offset: 2 }, to: { block: 1, offset: 6 } })
    const undo = new Y.UndoManager(mine, { captureTimeout: 0 })
    mine.doc?.transact(() => (mine.get(1) as Y.XmlElement).get(0).delete(1, 8))
    expect(maybePassage(mine, marked, wordOf)).toBeNull()
    undo.undo()
    exchange()
    for (const prose of [mine, theirs]) {
      const now = maybePassage(prose, marked, wordOf)
      expect(now && wordsOf(prose, now, wordOf)).toBe(START[1]?.slice(2, 6))
    }
  })

  test('of several paragraphs shrinks to what is left of it; broken positions are no passage', () => {
    const { mine } = twoSides()
    const marked = markedIn(mine, { from: { block: 0, offset: 10 }, to: { block: 1, offset: 2 } })
    expect(marked.quote).toBe(`${START[0]?.slice(10)}\n${START[1]?.slice(0, 2)}`)
    removeParagraph(mine, 0)
    const left = maybePassage(mine, marked, wordOf)
    expect(left && wordsOf(mine, left, wordOf)).toBe(START[1]?.slice(0, 2))
    for (const broken of ['', 'AAAA', btoa('\u0001\u0002\u0003\u0004'), '????'])
      expect(maybeSpan(mine, { from: broken, to: broken })).toBeNull()
  })
})

function markedIn(prose: Y.XmlFragment, span: Span) {
  const marked = maybeMarked(prose, span, wordOf)
  if (marked === null) throw new RangeError('markedIn: expected words there')
  return marked
}

test('choosing a whole paragraph ends at its end, however far the choice reaches', () => {
  const { mine } = twoSides()
  const marked = markedIn(mine, { from: { block: 0, offset: LENGTH }, to: { block: 2, offset: 0 } })
  expect(marked).toMatchObject({ quote: START[1], before: '', after: '' })
  type(mine, 1, ' en meer')
  type(mine, 0, ' eerst')
  const now = maybePassage(mine, marked, wordOf)
  expect(now && wordsOf(mine, now, wordOf)).toBe(START[1])
})

test('words that were taken out are not found where the same words stand in another sentence', () => {
  const doc = new Y.Doc()
  const body = clauses('Wij praten elke maand.', 'Zij zeggen dat wij praten en doen.')
  writeAgreement(doc, agreement({ articles: [{ id: 'one', heading: 'Kop', body }] }))
  const prose = articleFragment(doc, 'one')
  const marked = markedIn(prose, { from: { block: 0, offset: 4 }, to: { block: 0, offset: 10 } })
  expect(marked).toMatchObject({ before: 'Wij ', quote: 'praten', after: ' elke maand.' })
  erase(prose, 0, 4, 10)
  expect(maybePassage(prose, marked, wordOf)).toBeNull()
})

test('facts in a passage read as the paper shows them', () => {
  const doc = new Y.Doc()
  writeAgreement(doc, agreement({ articles: [{ id: 'one', heading: 'Kop', body: clauses('Wij praten.') }] }))
  const prose = articleFragment(doc, 'one')
  insertField(prose, 0, 'goal', 4)
  const span = { from: { block: 0, offset: 0 }, to: { block: 0, offset: 8 } }
  const say = (name: string, { name: field }: Readonly<Record<string, unknown>>) => `[${name} ${field}]`
  const marked = maybeMarked(prose, span, say)
  expect(marked?.quote).toBe('Wij [field goal]pra')
  expect(marked && maybePassage(prose, { ...marked, from: '', to: '' }, say)).toEqual(span)
  const fact = { from: { block: 0, offset: 4 }, to: { block: 0, offset: 5 } }
  const alone = maybeMarked(prose, fact, say)
  expect(alone && maybeSpan(prose, alone)).toEqual(fact)
})
