import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { maybeJoined, type Told } from '../../../server/rooms/join-typing.ts'

/** What each of some people typed, in the order they take turns, as a document tells it on. */
function typed(clients: readonly number[], words: readonly string[]): { begin: Uint8Array; told: Told[] } {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('text').insert(0, 'begin')
  const begin = Y.encodeStateAsUpdate(doc)
  const told: Told[] = []
  doc.on('update', (update: Uint8Array) => {
    const { from, to } = Y.parseUpdateMeta(update)
    const spans = [...from].map(([client, first]) => ({ client, from: first, to: to.get(client) ?? first }))
    told.push({ update, span: spans.length === 1 ? (spans[0] ?? null) : null })
  })
  words.forEach((word, n) => {
    doc.clientID = clients[n % clients.length] ?? 1
    doc.getText('text').insert((n * 7) % doc.getText('text').length, word)
  })
  return { begin, told }
}

function after(begin: Uint8Array, ...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of [begin, ...updates]) Y.applyUpdate(doc, update)
  return doc
}

const WORDS = ['a', 'één woord', '😀', 'b', 'c', 'tekst', 'd', 'e', 'f']

test.each([[[5]], [[9, 300]], [[70_000, 3, 2 ** 31]]])(
  'what clients %j typed in turns, joined, says the same as the updates one by one',
  (clients) => {
    const { begin, told } = typed(clients, WORDS)
    const joined = maybeJoined(told)
    expect(joined).not.toBeNull()
    const one = after(begin, joined ?? begin)
    const all = after(begin, ...told.map(({ update }) => update))
    expect(one.store.pendingStructs).toBeNull()
    expect(Y.encodeStateAsUpdate(one)).toEqual(Y.encodeStateAsUpdate(all))
  },
)

test('what lacks a piece in between is not joined', () => {
  const { told } = typed([5], WORDS)
  expect(maybeJoined(told.toSpliced(3, 1))).toBeNull()
})

test('what deletes, or adds of several clients, is not joined', () => {
  const { begin, told } = typed([5, 6], WORDS)
  const doc = after(begin, ...told.map(({ update }) => update))
  const removed: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => removed.push(update))
  doc.getText('text').delete(0, 2)
  expect(removed).toHaveLength(1)
  expect(maybeJoined([...told, ...removed.map((update) => ({ update, span: null }))])).toBeNull()
  const replacing = { update: removed[0] ?? begin, span: { client: 5, from: 99, to: 100 } }
  expect(maybeJoined([replacing])).toBeNull()
})
