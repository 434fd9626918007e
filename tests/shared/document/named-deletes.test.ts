import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NamedDeletes, withNamedOnly } from '../../../shared/document/named-deletes.ts'

const ANNA = 5
const BRAM = 7

/** Anna types into a paragraph that Bram removes unseen; each update, and a document that has taken both in that order. */
function both() {
  const [anna, bram, all] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const maker = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('begin')])
  maker.getXmlFragment('prose').insert(0, [paragraph, new Y.XmlElement('paragraph')])
  const start = Y.encodeStateAsUpdate(maker)
  const named = new NamedDeletes(all)
  for (const doc of [anna, bram, all]) Y.applyUpdate(doc, start)
  anna.clientID = ANNA
  bram.clientID = BRAM
  const typed = made(anna, () => {
    const text = (anna.getXmlFragment('prose').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(5, ' nu')
  })
  const removed = made(bram, () => bram.getXmlFragment('prose').delete(0, 1))
  const told: Uint8Array[] = []
  all.on('update', (update: Uint8Array) => told.push(update))
  for (const update of [start, typed, removed]) {
    Y.applyUpdate(all, update)
    named.add(update)
  }
  return { anna, start, all, named, typed, removed, told }
}

function made(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  change()
  return Y.mergeUpdates(updates)
}

const clientsNamedIn = (update: Uint8Array) => [...Y.decodeUpdate(update).ds.clients.keys()]

test('of what Yjs tells on, only what the maker named stays; an update that named all of it stays the same', () => {
  const { removed, told, typed } = both()
  const last = told.at(-1) ?? new Uint8Array()
  expect(clientsNamedIn(last)).toContain(ANNA)
  expect(clientsNamedIn(withNamedOnly(last, removed))).not.toContain(ANNA)
  expect(withNamedOnly(removed, removed)).toBe(removed)
  expect(withNamedOnly(typed, typed)).toBe(typed)
})

test('a document sent on names what was meant, and who takes it deletes the same', () => {
  const { anna, all, named } = both()
  expect(clientsNamedIn(Y.encodeStateAsUpdate(all))).toContain(ANNA)
  const update = named.encode(Y.encodeStateVector(anna))
  expect(clientsNamedIn(update)).not.toContain(ANNA)
  Y.applyUpdate(anna, update)
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, named.encode())
  for (const doc of [anna, fresh])
    expect(doc.getXmlFragment('prose').toString()).toBe(all.getXmlFragment('prose').toString())
})

test('a document that came whole knows again what was named in it, also when it fell along before', () => {
  const { named } = both()
  const whole = named.encode()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, whole)
  const again = new NamedDeletes(doc)
  again.addWhole(whole)
  expect(again.encode()).toEqual(whole)
})

test('what waits for an earlier update is left out of an answer, and still waits', () => {
  const { all, named } = both()
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of ['een', 'twee']) other.getText('text').insert(0, word)
  Y.applyUpdate(all, updates[1] ?? new Uint8Array())
  expect(all.store.pendingStructs).not.toBeNull()
  expect(clientsNamedIn(named.encode())).not.toContain(ANNA)
  Y.applyUpdate(all, updates[0] ?? new Uint8Array())
  expect(all.getText('text').toString()).toBe('tweeeen')
})
