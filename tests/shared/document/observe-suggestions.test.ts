import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { articleFragment } from '../../../shared/document/layout.ts'
import { observeSuggestions } from '../../../shared/document/observe-suggestions.ts'
import { settleSuggestion, suggestionsIn } from '../../../shared/document/suggestions.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { editProse, removeParagraph, type } from '../../support/edit-prose.ts'

function watched() {
  const doc = new Y.Doc()
  const articles = ['one', 'two'].map((id) => ({ id, body: clauses('Wij werken samen.', 'Elke week.') }))
  writeAgreement(doc, agreement({ articles }))
  return { doc, observed: observeSuggestions(doc) }
}

const propose = (doc: Y.Doc, article: string, id: string) =>
  editProse(articleFragment(doc, article), (transform) => {
    const { schema } = transform.doc.type
    transform.insert(1, schema.text('Ook ', [schema.mark('insertion', { id })]))
  })

test('after every kind of change the observer says what a fresh reading says', () => {
  const { doc, observed } = watched()
  const changes = [
    () => propose(doc, 'one', 'p1'),
    () => propose(doc, 'two', 'p2'),
    () => type(articleFragment(doc, 'one'), 0, 'en ', 8),
    () => settleSuggestion(articleFragment(doc, 'two'), 'p2', 'accept'),
    () => removeParagraph(articleFragment(doc, 'one'), 0),
  ]
  for (const change of changes) {
    change()
    expect(observed.get()).toEqual(suggestionsIn(doc))
  }
})

test('typing in one article reads that article again and no other', () => {
  const { doc, observed } = watched()
  propose(doc, 'one', 'p1')
  propose(doc, 'two', 'p2')
  observed.get()
  const [one, two] = ['one', 'two'].map((id) => vi.spyOn(articleFragment(doc, id), 'toArray'))
  for (let letter = 0; letter < 3; letter += 1) {
    type(articleFragment(doc, 'one'), 1, 'e')
    const before = one?.mock.calls.length ?? 0
    observed.get()
    observed.get()
    expect((one?.mock.calls.length ?? 0) - before).toBe(1)
  }
  expect(two).not.toHaveBeenCalled()
})
