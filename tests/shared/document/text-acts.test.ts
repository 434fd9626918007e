import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyRichText } from '../../../shared/agreement/rich-text.ts'
import { addText, putBackText, removeText } from '../../../shared/document/article-edit.ts'
import { moveRecord, setField } from '../../../shared/document/edit.ts'
import { followTextActs, type TextAct } from '../../../shared/document/text-acts.ts'

/** A page, and another on whose document all that the first does arrives at once; what the other is told. */
function twoPages() {
  const one = new Y.Doc()
  const other = new Y.Doc()
  one.on('update', (update: Uint8Array) => Y.applyUpdate(other, update))
  for (const id of ['a', 'b']) addText(one, 'articles', id, { values: {}, body: emptyRichText() }, {})
  const told: TextAct[] = []
  const stop = followTextActs(other, (act) => told.push(act))
  return { one, other, told, stop }
}

test('what another takes out, puts back and moves is told with the page that did it', () => {
  const { one, told } = twoPages()
  removeText(one, 'articles', 'a')
  putBackText(one, 'articles', 'a')
  moveRecord(one, 'articles', 'a', { after: 'b' })
  const text = { id: 'a', list: 'articles' }
  expect(told).toEqual([
    { ...text, kind: 'removed', by: one.clientID },
    // What is taken away still says who had set it, not who took it away.
    { ...text, kind: 'back', by: one.clientID },
    { ...text, kind: 'moved', by: one.clientID },
  ])
})

test('what this page did itself is nobody else’s; other changes, and what comes after the stop, are told not at all', () => {
  const { one, other, told, stop } = twoPages()
  removeText(other, 'articles', 'b')
  setField(one, 'articles.a.heading', 'Wie wij zijn')
  expect(told).toEqual([{ id: 'b', list: 'articles', kind: 'removed', by: null }])
  stop()
  removeText(one, 'articles', 'a')
  expect(told).toHaveLength(1)
})
