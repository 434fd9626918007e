import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ClientOwners } from '../../../server/rooms/client-owners.ts'
import { UpdateGate } from '../../../server/rooms/update-gate.ts'
import { deletesNamedIn, withNamedOnly } from '../../../shared/document/named-deletes.ts'
import { newDocument } from '../../../shared/document/new-document.ts'
import { seeded } from '../../support/seeded.ts'
import { updateOf } from './test-room.ts'

/** Some people with a document each, and a gate before the one that is kept; what it takes waits until it is kept. */
function openGate(seed: number) {
  const random = seeded(seed)
  const kept = newDocument()
  Y.applyUpdate(
    kept,
    updateOf((doc) => {
      doc.getText('text').insert(0, 'begin')
      doc.getMap('map').set('key', new Y.Text('inside'))
    }),
  )
  let pending: Uint8Array[] = []
  const gate = new UpdateGate(
    () => kept,
    () => pending,
    new ClientOwners(),
  )
  const people = [11, 12, 13].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(kept))
    return { doc, name: `p_${clientID}` }
  })
  const keepAll = () => {
    for (const update of pending) Y.applyUpdate(kept, update)
    pending = []
  }
  const taken = () => {
    const doc = newDocument()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(kept))
    for (const update of pending) Y.applyUpdate(doc, update)
    return doc
  }
  return { random, gate, people, keepAll, taken, pend: (update: Uint8Array) => pending.push(update) }
}

type Random = (below: number) => number

function edit(doc: Y.Doc, random: Random): void {
  const map = doc.getMap<Y.Text>('map')
  const text = random(3) === 0 ? (map.get('key') ?? doc.getText('text')) : doc.getText('text')
  const at = random(text.length + 1)
  const few = Math.min(1 + random(4), text.length - at)
  const deeds = [
    () => text.insert(at, 'é☂𝄞a'.slice(0, 1 + random(4))),
    () => text.insert(at, 'abc'),
    () => few > 0 && text.delete(at, few),
    () => few > 0 && text.delete(at, few),
    () => few > 0 && text.format(at, few, { bold: random(2) === 0 ? true : null }),
    () => random(8) === 0 && map.set('key', new Y.Text('other')),
    () => random(30) === 0 && map.delete('key'),
  ]
  doc.transact(() => {
    for (let left = 1 + (random(4) === 0 ? 1 : 0); left > 0; left -= 1) deeds[random(deeds.length)]?.()
  })
}

/** What Yjs itself tells on of an update that comes to a document; null when nothing is new in it. */
function toldBy(doc: Y.Doc, update: Uint8Array): Uint8Array | null {
  const told: Uint8Array[] = []
  doc.on('update', (news: Uint8Array) => told.push(news))
  Y.applyUpdate(doc, update)
  return told[0] ? withNamedOnly(told[0], update) : null
}

const stateOf = (doc: Y.Doc) =>
  JSON.stringify([doc.getText('text').toDelta(), doc.getMap('map').toJSON(), [...doc.store.clients.keys()]])

function compare(seed: number): void {
  const { random, gate, people, keepAll, taken, pend } = openGate(seed)
  const sent: { update: Uint8Array; name: string }[] = []
  for (let step = 0; step < 60; step += 1) {
    const { doc, name } = people[random(people.length)] ?? people[0] ?? { doc: new Y.Doc(), name: '' }
    const again = random(10) === 0 ? sent[random(sent.length)] : undefined
    const message = again ?? { update: updateOf((mine) => edit(mine, random), doc), name }
    const [before, yjs] = [taken(), taken()]
    const told = toldBy(yjs, message.update)
    const verdict = gate.check(message.update, message.name)
    expect(verdict.kind, `seed ${seed}, step ${step}`).toBe(told ? 'new' : 'known')
    if (verdict.kind === 'new' && told) {
      Y.applyUpdate(before, verdict.update)
      expect(stateOf(before), `seed ${seed}, step ${step}`).toBe(stateOf(yjs))
      const [named, asYjs] = [verdict.update, told].map((one) => Y.mergeDeleteSets([deletesNamedIn(one)]))
      expect(named && asYjs && Y.equalDeleteSets(named, asYjs), `seed ${seed}, step ${step}`).toBe(true)
      pend(verdict.update)
      sent.push(message)
    }
    if (random(3) === 0) keepAll()
    if (random(4) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(taken()))
  }
}

test('UP5 an update judged by what it builds on alone is taken as Yjs would tell it on, whatever is kept or on its way', () => {
  const first = Math.floor(Math.random() * 1e9)
  for (let seed = first; seed < first + 10; seed += 1) compare(seed)
})
