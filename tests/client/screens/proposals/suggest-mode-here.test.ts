import { expect, test } from 'vitest'
import { createSuggestMode, type ModeParts } from '../../../../client/screens/proposals/suggest-mode-here.ts'
import type { OpenProposal, ProposalsView } from '../../../../shared/protocol/endpoints-proposals.ts'

const words = (id: string, place: string, name: string): OpenProposal => ({
  ...{ id, place, at: null, accordingTo: [], stands: true, now: null },
  ...{ mayDecide: true, mayWithdraw: false },
  authors: [{ personId: name, name, partyId: null }],
  what: { kind: 'words', inserted: 'x', deleted: '', before: '', after: '' },
})
const viewOf = (...open: OpenProposal[]): ProposalsView => ({
  rules: { decidedBy: 'other-party', guardsParagraphs: false },
  open,
  decided: [],
})

/** A mode that counts how often an author is put into words. */
function counting(view: ProposalsView) {
  const said: string[] = []
  const nothing = () => {}
  const parts: ModeParts = {
    ...{
      view,
      ownId: 'me',
      askParagraph: nothing,
      proposeRemoval: nothing,
      proposeKind: nothing,
      open: nothing,
    },
    sayAuthor: ({ id, authors }) => {
      said.push(id)
      return { initials: authors[0]?.name[0] ?? '', said: authors[0]?.name ?? '', partyIndex: null }
    },
  }
  return { said, parts, mode: createSuggestMode(() => parts) }
}

test('however often a text asks who proposed what, each of its own is put into words once, and none of another text', () => {
  const { said, mode } = counting(
    viewOf(words('p1', 'a', 'Fatima'), words('p2', 'a', 'Henk'), words('p3', 'b', 'Noor')),
  )
  for (let letter = 0; letter < 5; letter += 1) {
    expect(mode.authorOf('article:a', 'p1')?.said).toBe('Fatima')
    expect(mode.authorOf('article:a', 'p2')?.said).toBe('Henk')
    expect(mode.authorOf('article:a', 'unknown')).toBeNull()
  }
  expect(said).toEqual(['p1', 'p2'])
})

test('after what is known changed, authors are asked after again, and only the text they are in has another key', () => {
  const { parts, mode } = counting(viewOf(words('p1', 'a', 'Fatima'), words('p3', 'b', 'Noor')))
  const keys = () => [mode.key('article:a'), mode.key('article:b')]
  const before = keys()
  parts.view = viewOf(words('p1', 'a', 'Fatima Yilmaz'), { ...words('p3', 'b', 'Noor'), stands: false })
  mode.changed()
  const after = keys()
  expect(mode.authorOf('article:a', 'p1')?.said).toBe('Fatima Yilmaz')
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, true])
})
