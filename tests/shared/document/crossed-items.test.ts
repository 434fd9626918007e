import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mendCrossedItems } from '../../../shared/document/crossed-items.ts'

const CLIENT = 2

function emptyText(): { doc: Y.Doc; text: Y.XmlText } {
  const doc = new Y.Doc()
  doc.clientID = CLIENT
  const text = new Y.XmlText()
  doc.getXmlFragment('article').insert(0, [text])
  return { doc, text }
}

const itemsOf = ({ _start }: Y.XmlText): Y.Item[] => {
  const items: Y.Item[] = []
  for (let item = _start; item !== null; item = item.right) items.push(item)
  return items
}

/** Letters one by one, and then words behind the one at `left` and before the one at `right`, as Yjs puts them when it brings a paragraph back. */
function writeCrossed(text: Y.XmlText, { left, right }: { left: number; right: number }): void {
  text.doc?.transact((transaction) => {
    for (const [at, letter] of [...'abcd'].entries()) text.insert(at, letter)
    const items = itemsOf(text)
    const [before, behind] = [items[left], items[right]]
    if (!before || !behind) throw new Error('there is a letter at each place')
    const id = Y.createID(CLIENT, Y.getState(transaction.doc.store, CLIENT))
    const words = new Y.ContentString('ja')
    new Y.Item(id, before, before.lastId, behind, behind.id, text, null, words).integrate(transaction, 0)
  })
}

const saidIn = (doc: Y.Doc) => doc.getXmlFragment('article').toString()
function readAnew(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return fresh
}

test('words between the wrong neighbours stand elsewhere for who gets the text whole; written anew they stand in one place for everybody', () => {
  const { doc, text } = emptyText()
  const since = Y.getState(doc.store, CLIENT)
  writeCrossed(text, { left: 2, right: 1 })
  const said = saidIn(doc)
  expect(saidIn(readAnew(doc)), 'the fault of Yjs that this mends').not.toBe(said)
  expect(mendCrossedItems(doc, since)).toBe(true)
  expect([saidIn(doc), saidIn(readAnew(doc)), saidIn(readAnew(readAnew(doc)))]).toEqual(Array(3).fill(said))
})

test('words that stand where they should are left alone', () => {
  const { doc, text } = emptyText()
  const since = Y.getState(doc.store, CLIENT)
  writeCrossed(text, { left: 1, right: 2 })
  text.insert(0, 'nee')
  const clock = Y.getState(doc.store, CLIENT)
  expect(mendCrossedItems(doc, since)).toBe(false)
  expect(Y.getState(doc.store, CLIENT)).toBe(clock)
})
