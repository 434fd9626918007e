import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { QuietDoc } from '../../../server/rooms/quiet-doc.ts'
import { newDocument } from '../../../shared/document/new-document.ts'

/** Italic around two letters of which the second is taken out, and then the first by somebody else. */
function superfluousMarks(): { before: Uint8Array; news: Uint8Array } {
  const doc = newDocument()
  const text = doc.get('text', Y.XmlText)
  text.insert(0, 'ab')
  text.format(0, 2, { italic: true })
  const before = Y.encodeStateAsUpdate(doc)
  const other = newDocument()
  Y.applyUpdate(other, before)
  const known = Y.encodeStateVector(other)
  // Past the text's own way, which takes out its own superfluous marks.
  other.transact((transaction) => {
    for (let item = other.get('text', Y.XmlText)._start; item; item = item.right)
      if (item.content instanceof Y.ContentString) item.delete(transaction)
  })
  return { before, news: Y.encodeStateAsUpdate(other, known) }
}

const marksIn = (doc: Y.Doc): number => {
  let count = 0
  for (let item = doc.get('text', Y.XmlText)._start; item; item = item.right)
    if (item.content instanceof Y.ContentFormat && !item.deleted) count += 1
  return count
}

test('a change that leaves marks around nothing takes out no mark of a document of ours, on the page or the server', () => {
  const { before, news } = superfluousMarks()
  for (const doc of [newDocument(), new QuietDoc()]) {
    doc.get('text', Y.XmlText)
    Y.applyUpdate(doc, before)
    const told: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => told.push(update))
    Y.applyUpdate(doc, news)
    expect(told).toHaveLength(1)
    expect(marksIn(doc)).toBe(2)
  }
})

test('Yjs of itself does: without this there would be nothing to keep it from', () => {
  const { before, news } = superfluousMarks()
  const doc = new Y.Doc()
  doc.get('text', Y.XmlText)
  Y.applyUpdate(doc, before)
  Y.applyUpdate(doc, news)
  expect(marksIn(doc)).toBeLessThan(2)
})
