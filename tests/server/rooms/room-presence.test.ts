import { beforeEach, expect, test } from 'vitest'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { encodePresence } from '../../../server/rooms/presence.ts'
import { MESSAGE, presence } from '../../../shared/protocol/live.ts'
import { flushAll, type LivePeer, turn } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

let clock = 0
function show(peer: LivePeer, state: unknown, clientId = peer.doc.clientID): void {
  clock += 1
  peer.sendPresence([{ clientId, clock, state: JSON.stringify(state) }], encodePresence)
}
const seenBy = (peer: LivePeer, of: LivePeer) =>
  peer.presence
    .filter((entry) => entry.clientId === of.doc.clientID)
    .map((entry) => JSON.parse(entry.state) as unknown)

test('PR1 others see the name, party and role the server knows, whatever the client claims', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  show(ann, { user: { name: 'The mayor', color: '#f00' }, cursor: { anchor: 3 } })
  await flushAll(ann, bob)
  const user = { personId: 'p_ann', name: 'ann', partyId: null, role: 'writer' }
  expect(seenBy(bob, ann)).toEqual([{ user, cursor: { anchor: 3 } }])
  expect(presence.safeParse(seenBy(bob, ann)[0]).success).toBe(true)
})

test('PR6 who shows a cursor hears it back, so that a person who is alone and still stays connected', async () => {
  const [ann] = await room.peers('ann')
  show(ann, { cursor: 1 })
  await flushAll(ann)
  show(ann, { cursor: 1 })
  await flushAll(ann)
  const user = { personId: 'p_ann', name: 'ann', partyId: null, role: 'writer' }
  expect(seenBy(ann, ann)).toEqual([
    { user, cursor: 1 },
    { user, cursor: 1 },
  ])
})

test('PR2 nobody moves or removes the cursor of another, and repeating it does no harm', async () => {
  const [ann, bob, mallory] = await room.peers('ann', 'bob', 'mallory')
  show(ann, { cursor: 1 })
  await flushAll(ann, bob, mallory)
  show(mallory, { cursor: 999 }, ann.doc.clientID)
  show(mallory, null, ann.doc.clientID)
  await flushAll(ann, bob, mallory)
  expect(seenBy(bob, ann)).toHaveLength(1)
  expect(mallory.pair.closeCode).toBeNull()
})

test('PR2 a client id known from writing cannot be shown by another person', async () => {
  const [ann, bob, mallory] = await room.peers('ann', 'bob', 'mallory')
  ann.type('a')
  await flushAll(ann, bob, mallory)
  show(mallory, { cursor: 1 }, ann.doc.clientID)
  await flushAll(mallory, bob)
  expect(seenBy(bob, ann)).toEqual([])
})

test('PR3 when a connection goes, its cursor goes with it at once', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  show(ann, { cursor: 1 })
  await flushAll(ann, bob)
  ann.pair.drop()
  await flushAll(bob)
  expect(seenBy(bob, ann).at(-1)).toBeNull()
})

test('PR3 a person who came back on a new connection before the old one was found dead stays visible', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  show(ann, { cursor: 1 })
  await flushAll(ann, bob)
  const old = ann.pair
  ann.connect()
  show(ann, { cursor: 2 })
  await flushAll(ann, bob)
  old.drop()
  await flushAll(ann, bob)
  expect(seenBy(bob, ann).at(-1)).toMatchObject({ cursor: 2 })
})

test('a newcomer sees the cursors of those who are there', async () => {
  const [ann] = await room.peers('ann')
  show(ann, { cursor: 1 })
  await flushAll(ann)
  const [late] = await room.peers('late')
  expect(seenBy(late, ann)).toHaveLength(1)
})

test('PR4 presence reaches no disk', async () => {
  const [ann] = await room.peers('ann')
  show(ann, { cursor: 1 })
  await flushAll(ann)
  expect(room.entries()).toHaveLength(1)
})

test.each([
  ['a state over the size limit', { cursor: 'x'.repeat(LIMITS.presence) }],
  ['a state that is no object', 7],
  ['a list', [1]],
])('PR5 %s is dropped and the connection stays', async (_, state) => {
  const [ann, bob] = await room.peers('ann', 'bob')
  show(ann, state)
  await flushAll(ann, bob)
  expect([seenBy(bob, ann), ann.pair.closeCode]).toEqual([[], null])
})

test('PR5 of ten thousand cursors on one connection a handful is shown', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  const entries = Array.from({ length: 10_000 }, (_, n) => ({ clientId: n + 1, clock: 1, state: '{}' }))
  ann.sendPresence(entries, encodePresence)
  await flushAll(ann, bob)
  expect(bob.presence).toHaveLength(LIMITS.presences)
})

test('PR7 a cursor goes behind the words that are on their way to the disk, and only the newest of each', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  room.log.hold()
  ann.type('a ')
  show(ann, { cursor: 1 })
  show(ann, { cursor: 2 })
  await flushAll(ann, bob)
  expect(seenBy(bob, ann)).toEqual([])
  room.log.release()
  await turn()
  expect(bob.pair.toClient.map((message) => message[0])).toEqual([MESSAGE.sync, MESSAGE.awareness])
  await flushAll(ann, bob)
  expect([bob.text, seenBy(bob, ann)]).toMatchObject(['a begin', [{ cursor: 2 }]])
})

test('PR7 a disk that is slow holds up a cursor for a moment only', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  room.log.hold()
  ann.type('a ')
  show(ann, { cursor: 1 })
  await flushAll(ann, bob)
  room.clock.advance(LIMITS.presenceWaits)
  await flushAll(ann, bob)
  expect([bob.text, seenBy(bob, ann)]).toMatchObject(['begin', [{ cursor: 1 }]])
})

const presentedBy = (seen: unknown[]) => seen.map((state) => (state as { presents?: unknown }).presents)

test('PR8 the article that who leads shows goes to everybody; that of anybody else is left out, the rest of their cursor is not', async () => {
  const [bob] = await room.peers('bob')
  const lead = room.peer('lead', { role: 'facilitator' })
  const forgers = (['writer', 'commenter', 'signatory', 'reader'] as const).map((role) =>
    room.peer(role, { role }),
  )
  const token = room.peer('token', { role: 'facilitator', readsOnly: true })
  await flushAll(bob, lead, ...forgers, token)
  show(lead, { presents: 'article-4' })
  for (const forger of [...forgers, token])
    show(forger, { presents: 'article-9', place: 'a', user: { role: 'facilitator' } })
  await flushAll(lead, ...forgers, token, bob)
  expect(presentedBy(seenBy(bob, lead))).toEqual(['article-4'])
  for (const forger of [...forgers, token]) {
    expect(presentedBy(seenBy(bob, forger))).toEqual([undefined])
    expect(seenBy(bob, forger)).toMatchObject([{ place: 'a' }])
  }
})

test.each([[{ evil: true }], ['x'.repeat(81)], [''], [7]])(
  'PR8 %j is no article, and is shown by nobody',
  async (presents) => {
    const [bob] = await room.peers('bob')
    const lead = room.peer('lead', { role: 'facilitator' })
    await flushAll(bob, lead)
    show(lead, { presents })
    await flushAll(lead, bob)
    expect(presentedBy(seenBy(bob, lead))).toEqual([undefined])
  },
)

test('PR8 whoever leads no more shows nothing from that moment on, and can not begin again', async () => {
  const [bob] = await room.peers('bob')
  const lead = room.peer('lead', { role: 'facilitator' })
  await flushAll(bob, lead)
  show(lead, { presents: 'article-4' })
  await flushAll(lead, bob)
  room.rooms.changeMember('d1', 'p_lead', {
    name: 'lead',
    partyId: null,
    role: 'writer',
    canWrite: true,
  })
  await flushAll(lead, bob)
  clock += 1
  show(lead, { presents: 'article-5' })
  await flushAll(lead, bob)
  expect(presentedBy(seenBy(bob, lead))).toEqual(['article-4', undefined, undefined])
})
