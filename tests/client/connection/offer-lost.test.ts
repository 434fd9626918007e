import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array } from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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
function page(agreementId: string, personId: string, start = START) {
  const doc = new Y.Doc()
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
    prose: articleFragment(doc, 'one'),
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
  const { doc, take, offered } = page(newAgreement(), 'p_anna')
  doc.clientID = 1
  setField(doc, 'purpose.area', 'Noord')
  take(another((other) => setField(other, 'purpose.area', 'Zuid')))
  expect(offered()).toEqual([{ text: 'Noord', reason: 'overwritten', place: 'purpose.area' }])
})

test('in the line that one is in, the letters of both are taken together, and nothing is offered', () => {
  const { doc, take, enter, offered } = page(newAgreement(), 'p_anna')
  doc.clientID = 1
  enter('purpose.area')
  setField(doc, 'purpose.area', 'Noord')
  take(another((other) => setField(other, 'purpose.area', 'Zuid')))
  expect(readAgreement(doc).value.purpose.area).toBe('NoordZuid')
  expect(offered()).toEqual([])
})

test('whoever left the line is offered what another’s took the place of', () => {
  const { doc, take, enter, offered } = page(newAgreement(), 'p_anna')
  doc.clientID = 1
  enter('purpose.area')
  setField(doc, 'purpose.area', 'Noord')
  enter(null)
  take(another((other) => setField(other, 'purpose.area', 'Zuid')))
  expect(readAgreement(doc).value.purpose.area).toBe('Zuid')
  expect(offered()).toEqual([{ text: 'Noord', reason: 'overwritten', place: 'purpose.area' }])
})

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
