import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { type LostWords, watchLostWords } from '../../../shared/document/lost-words.ts'
import { removeParagraph, type as typeIn } from '../../support/edit-prose.ts'
import { flushAll, type LivePeer, turn } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

/** A peer whose page watches for lost words. */
function watched(peer: LivePeer): LostWords[] {
  const lost: LostWords[] = []
  peer.watch = watchLostWords(peer.doc, { onLost: (words) => lost.push(words) })
  return lost
}

async function open() {
  const room = await openTestRoom()
  const [anna, bram] = await room.peers('anna', 'bram')
  const prose = (peer: LivePeer) => articleFragment(peer.doc, 'one')
  const texts = ['Partijen werken samen.', 'Zij praten.'].map((words) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    return paragraph
  })
  prose(bram).insert(0, texts)
  await flushAll(anna, bram)
  return { ...room, anna, bram, prose, lost: watched(anna) }
}

test('TE4 words that reached the server just before their paragraph was removed unseen are not named as deleted', async () => {
  const { anna, bram, prose, lost } = await open()
  typeIn(prose(anna), 1, ' Elke week.')
  anna.pair.deliverToServer()
  removeParagraph(prose(bram), 1)
  await flushAll(anna, bram)
  expect(prose(anna).length).toBe(1)
  expect(lost.map(({ text }) => text)).toEqual([' Elke week.'])
})

test('TE4 after a time away, a snapshot and a restart of the room, they are still not named', async () => {
  const { anna, bram, prose, lost, clock, entries } = await open()
  typeIn(prose(anna), 1, ' Elke week.')
  anna.pair.deliverToServer()
  anna.pair.drop()
  removeParagraph(prose(bram), 1)
  for (let count = 0; count < LIMITS.tails.closing; count++) bram.type('x')
  await flushAll(bram)
  bram.pair.drop()
  clock.advance(LIMITS.unloadAfter)
  await flushAll(bram)
  expect(entries()).toEqual([])
  anna.connect()
  await flushAll(anna)
  expect(prose(anna).length).toBe(1)
  expect(lost.map(({ text }) => text)).toEqual([' Elke week.'])
})

test('TE4 what somebody saw and removed is named, after a restart too', async () => {
  const { anna, bram, prose, lost } = await open()
  typeIn(prose(anna), 1, ' Elke week.')
  await flushAll(anna, bram)
  removeParagraph(prose(bram), 1)
  await flushAll(anna, bram)
  anna.connect()
  await flushAll(anna, bram)
  expect(lost).toEqual([])
})

test('TE4 a page that repeats its deletion after a lost connection names no more than it meant', async () => {
  const { anna, bram, prose, lost } = await open()
  watched(bram)
  removeParagraph(prose(bram), 1)
  typeIn(prose(anna), 1, ' Elke week.')
  anna.pair.deliverToServer()
  await turn()
  bram.receive()
  bram.pair.drop()
  bram.connect()
  await flushAll(anna, bram)
  expect(prose(anna).length).toBe(1)
  expect(lost.map(({ text }) => text)).toEqual([' Elke week.'])
})
