import { expect, test } from 'vitest'
import { areTold, withTextNow, writersOf } from '../../../../client/screens/proposals/words-now.ts'
import { setField } from '../../../../shared/document/edit.ts'
import { newDocument } from '../../../../shared/document/new-document.ts'
import type { PlacedSuggestion } from '../../../../shared/document/suggestions.ts'
import { writeAgreement } from '../../../../shared/document/write.ts'
import type { OpenProposal, ProposalsView } from '../../../../shared/protocol/endpoints-proposals.ts'
import { agreement } from '../../../support/agreement.ts'

const inText = (id: string, inserted: string, ...clients: number[]): PlacedSuggestion => ({
  place: 'a',
  suggestion: {
    ...{ id, block: 0, inserted, deleted: '', before: 'Wij ', after: ' samen' },
    writing: clients.map((client, clock) => ({ client, clock })),
  },
})
const told = (id: string, inserted: string): OpenProposal => ({
  ...{ id, place: 'a', authors: [], at: null, accordingTo: [], stands: true, now: null },
  ...{ mayDecide: true, mayWithdraw: false },
  what: { kind: 'words', inserted, deleted: '', before: 'Wij ', after: ' samen' },
})
const viewOf = (...open: OpenProposal[]): ProposalsView => ({
  rules: { decidedBy: 'other-party', guardsParagraphs: false },
  open,
  decided: [],
})

test('words that grow under the hand of their writer are news for nobody, and those of another writer or place are', () => {
  const one = [inText('p1', 'wer', 7)]
  expect(writersOf([inText('p1', 'werken', 7, 7)])).toBe(writersOf(one))
  expect(writersOf([inText('p1', 'werken', 7, 8)])).not.toBe(writersOf(one))
  expect(writersOf([...one, inText('p2', 'x', 7)])).not.toBe(writersOf(one))
  expect(writersOf([])).not.toBe(writersOf(one))
})

test('what was told gets the words of this page, and all that says the same keeps its identity', () => {
  const view = viewOf(told('p1', 'wer'), told('p2', 'elke week'))
  expect(withTextNow(view, newDocument(), [inText('p1', 'wer', 7), inText('p2', 'elke week', 8)])).toBe(view)
  const grown = withTextNow(view, newDocument(), [inText('p1', 'werken', 7), inText('p2', 'elke week', 8)])
  expect(grown.open[0]).toEqual(told('p1', 'werken'))
  expect(grown.open[1]).toBe(view.open[1])
})

test('what the server has not told of is known to be missing, also before it told anything', () => {
  const here = [inText('p1', 'wer', 7)]
  expect(areTold(here, viewOf(told('p1', 'w')))).toBe(true)
  expect(areTold(here, viewOf(told('p2', 'w')))).toBe(false)
  expect(areTold(here, null)).toBe(false)
})

test('a change that was proposed shows what stands there by now, and stands again once that is as it was', () => {
  const doc = newDocument()
  writeAgreement(doc, agreement({ definitions: [{ id: 'd1', term: 'Achterban', meaning: 'De mensen.' }] }))
  const address = 'definitions.d1.meaning'
  const view = viewOf({
    ...told('p1', ''),
    what: { kind: 'change', change: { kind: 'fact', address, value: 'Wie beslist.' }, base: 'De mensen.' },
  })
  expect(withTextNow(view, doc, [])).toBe(view)
  setField(doc, address, 'De achterban.')
  const changed = withTextNow(view, doc, [])
  expect(changed.open[0]).toMatchObject({ stands: false, now: 'De achterban.' })
  expect(withTextNow(changed, doc, [])).toBe(changed)
  setField(doc, address, 'De mensen.')
  expect(withTextNow(changed, doc, [])).toEqual(view)
})
