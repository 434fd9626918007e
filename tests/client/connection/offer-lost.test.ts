import fc from 'fast-check'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array } from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { messageYjsSyncStep2, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { offerLost } from '../../../client/connection/offer-lost.ts'
import { offeredWords, penNames } from '../../../client/offered/index.ts'
import { setField } from '../../../shared/document/edit.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { MESSAGE, SCHEMA_VERSION, type ServerNotice } from '../../../shared/protocol/live.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { removeParagraph, type } from '../../support/edit-prose.ts'

let agreements = 0
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

const START = (() => {
  const doc = new Y.Doc()
  writeAgreement(doc, agreement({ articles: [{ id: 'one', body: clauses('Een.', 'Twee.') }] }))
  return Y.encodeStateAsUpdate(doc)
})()

/** A page of `personId`, with the messages of the server in the hand of the test. */
function page(agreementId: string, personId: string, start = START, clientId?: number) {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  const provider = new WebsocketProvider('ws://127.0.0.1:1', agreementId, doc, {
    connect: false,
    disableBc: true,
  })
  let tell: (notice: ServerNotice) => void = () => {}
  offerLost(agreementId, provider, (listener) => {
    tell = listener
    return () => {}
  })
  const welcome = {
    kind: 'welcome',
    epoch: 'e',
    schema: SCHEMA_VERSION,
    role: 'writer',
    canWrite: true,
    hold: null,
  } as const
  tell({ ...welcome, personId })
  const hear = (write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array => {
    const [message, answer] = [createEncoder(), createEncoder()]
    write(message)
    const handler = provider.messageHandlers[MESSAGE.sync]
    handler?.(answer, createDecoder(toUint8Array(message)), provider, true, MESSAGE.sync)
    return toUint8Array(answer)
  }
  const take = (update: Uint8Array) => hear((encoder) => writeUpdate(encoder, update))
  take(start)
  return {
    doc,
    awareness: provider.awareness,
    prose: articleFragment(doc, 'one'),
    close: () => provider.destroy(),
    enter: (address: string | null) => provider.awareness.setLocalStateField('cell', address),
    take,
    hear,
    offered: () => offersTo(agreementId, personId),
  }
}

const offersTo = (agreementId: string, personId: string) =>
  offeredWords(agreementId, personId)
    .list()
    .map(({ text, reason, place }) => ({ text, reason, place }))

/** What somebody else does with the agreement as it began. */
function another(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, START)
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  change(doc)
  return Y.mergeUpdates(made)
}
const removesSecond = another((doc) => removeParagraph(articleFragment(doc, 'one'), 1))
const newAgreement = () => `agreement-${++agreements}`

test('what a message of the server makes vanish is offered to the person the server named, with its place', () => {
  const { prose, take, offered } = page(newAgreement(), 'p_anna')
  type(prose, 1, ' Nu.')
  take(removesSecond)
  expect(prose.length).toBe(1)
  expect(offered()).toEqual([{ text: ' Nu.', reason: 'removed', place: 'articles.one.body' }])
})

test('a value that another’s took the place of is offered as overwritten', () => {
  const { doc, take, offered } = page(newAgreement(), 'p_anna', START, 1)
  setField(doc, 'purpose.area', 'Noord')
  take(another((other) => setField(other, 'purpose.area', 'Zuid')))
  expect(offered()).toEqual([{ text: 'Noord', reason: 'overwritten', place: 'purpose.area' }])
})

test('in the line that one is in, the letters of both are taken together, and nothing is offered', () => {
  const { doc, take, enter, offered } = page(newAgreement(), 'p_anna', START, 1)
  enter('purpose.area')
  setField(doc, 'purpose.area', 'Noord')
  take(another((other) => setField(other, 'purpose.area', 'Zuid')))
  expect(readAgreement(doc).value.purpose.area).toBe('NoordZuid')
  expect(offered()).toEqual([])
})

test('whoever left the line is offered what another’s took the place of', () => {
  const { doc, take, enter, offered } = page(newAgreement(), 'p_anna', START, 1)
  enter('purpose.area')
  setField(doc, 'purpose.area', 'Noord')
  enter(null)
  take(another((other) => setField(other, 'purpose.area', 'Zuid')))
  expect(readAgreement(doc).value.purpose.area).toBe('Zuid')
  expect(offered()).toEqual([{ text: 'Noord', reason: 'overwritten', place: 'purpose.area' }])
})

test('who types in one line on two pages at once has every letter once, and is offered nothing', () => {
  const turn = fc.record({ does: fc.constantFrom('type', 'hear'), who: fc.nat(1) })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 30 }), (turns) => {
      const agreementId = newAgreement()
      const pages = [1, 2].map((id) => page(agreementId, 'p_anna', START, id))
      const line = lineOf(pages)
      for (const { does, who } of turns) line[does === 'type' ? 'type' : 'hear'](who, 1 - who)
      line.settle()
      for (const { doc, offered, close } of pages) {
        expect([...(readAgreement(doc).value.purpose.area ?? '')].sort()).toEqual(line.typed)
        expect(offered()).toEqual([])
        close()
      }
    }),
  )
})

/** One line with the caret of each page in it: each types behind its own last letter, and hears of the others when it is said. */
function lineOf(pages: readonly ReturnType<typeof page>[]) {
  const typed: string[] = []
  const own = pages.map(() => '')
  const sent = pages.map(({ doc }) => {
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) updates.push(update)
    })
    return updates
  })
  const heard = pages.map(() => pages.map(() => 0))
  for (const { enter } of pages) enter('purpose.area')
  for (const { awareness } of pages)
    for (const { awareness: other } of pages)
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'wire')
  const hear = (who: number, from: number): boolean => {
    const next = sent[from]?.[heard[who]?.[from] ?? 0]
    if (who === from || next === undefined) return false
    ;(heard[who] as number[])[from] = (heard[who]?.[from] ?? 0) + 1
    pages[who]?.take(next)
    return true
  }
  const type = (who: number) => {
    const { doc } = pages[who] as ReturnType<typeof page>
    const now = readAgreement(doc).value.purpose.area ?? ''
    const behind = own[who] ? now.indexOf(own[who]) + 1 : 0
    const letter = String.fromCharCode(0x4e00 + typed.length)
    typed.push(letter)
    own[who] = letter
    setField(doc, 'purpose.area', now.slice(0, behind) + letter + now.slice(behind))
  }
  const pairs = pages.flatMap((_, who) => pages.map((_, from) => [who, from] as const))
  const settle = () => {
    while (pairs.some(([who, from]) => hear(who, from)));
  }
  return { type, hear, settle, typed }
}

test('words of an earlier visit on this device, under another client id, are offered; those of another person are not', () => {
  const agreementId = newAgreement()
  const before = page(agreementId, 'p_anna')
  type(before.prose, 1, ' Nu.')
  const copy = Y.encodeStateAsUpdate(before.doc)
  const stranger = page(agreementId, 'p_carla', copy)
  stranger.take(removesSecond)
  expect(stranger.offered()).toEqual([])
  const later = page(agreementId, 'p_anna', copy)
  later.take(removesSecond)
  expect(later.offered().map(({ text }) => text)).toEqual([' Nu.'])
})

test('the server is answered with all that it lacks, and with no deletion that nobody meant', () => {
  const { doc, prose, take, hear } = page(newAgreement(), 'p_anna')
  type(prose, 1, ' Nu.')
  take(removesSecond)
  const answer = createDecoder(hear((encoder) => writeSyncStep1(encoder, new Y.Doc())))
  expect(readVarUint(answer)).toBe(MESSAGE.sync)
  expect(readVarUint(answer)).toBe(messageYjsSyncStep2)
  const update = readVarUint8Array(answer)
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, update)
  expect(articleFragment(fresh, 'one').toString()).toBe(prose.toString())
  expect(Y.decodeUpdate(update).ds.clients.has(doc.clientID)).toBe(false)
})

test('what is written before the server is there belongs to the person of the copy, also on the page that is opened next', () => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://127.0.0.1:1', 'early', doc, {
    connect: false,
    disableBc: true,
  })
  const offers = offerLost('early', provider, () => () => {})
  offers.belongsTo('anna')
  doc.getMap('agreement').set('shortTitle', 'Samen')
  expect(penNames('early', 'anna').list()).toEqual([doc.clientID])
})
