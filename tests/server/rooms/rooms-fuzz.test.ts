import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { createRooms } from '../../../server/rooms/rooms.ts'
import { flushAll, type LivePeer, turn } from '../../support/live-peer.ts'
import { seeded } from '../../support/seeded.ts'
import { openTestRoom } from './test-room.ts'

type World = Awaited<ReturnType<typeof openTestRoom>> & { everyone: LivePeer[] }

const deeds: Record<string, (world: World, peer: LivePeer, random: (below: number) => number) => unknown> = {
  type: (_, peer, random) =>
    peer.type(`${peer.doc.clientID % 97}.${random(100)} `, random(peer.text.length + 1)),
  delete: (_, peer, random) => {
    const at = random(Math.max(1, peer.text.length))
    if (peer.text.length > 0) peer.doc.getText('text').delete(at, Math.min(3, peer.text.length - at))
  },
  deliver: (_, peer, random) => peer.pair.deliverToServer(1 + random(3)),
  read: (_, peer, random) => peer.receive(1 + random(3)),
  drop: (_, peer) => {
    peer.pair.drop()
    peer.connect()
  },
  hold: ({ log }) => log.hold(),
  release: ({ log }) => log.release(),
  fail: ({ log }) => log.fail(),
  mend: ({ log }) => log.mend(),
  wait: ({ clock }) => clock.advance(LIMITS.askAgainAfter),
  noise: (_, peer, random) => {
    if (random(20) === 0) peer.pair.toServer.push(Uint8Array.from({ length: random(20) }, () => random(256)))
  },
}
const weighted = [...'tttttdddDDDDDRRRRRRhrrfmmwxn']
const byLetter: Record<string, string> = {
  t: 'type',
  d: 'delete',
  D: 'deliver',
  R: 'read',
  x: 'drop',
  h: 'hold',
  r: 'release',
  f: 'fail',
  m: 'mend',
  w: 'wait',
  n: 'noise',
}

async function keptStateVector({ log }: World): Promise<Map<number, number>> {
  const logged = await log.load('d1')
  const doc = new Y.Doc()
  for (const { bytes } of logged?.entries ?? []) Y.applyUpdate(doc, bytes)
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

/** KE1 as an invariant: of everybody else's words, a peer knows only what is in the log. */
async function expectNothingSeenThatIsNotKept(world: World): Promise<void> {
  const kept = await keptStateVector(world)
  for (const peer of world.everyone) {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(peer.doc))) {
      if (client !== peer.doc.clientID) expect(clock).toBeLessThanOrEqual(kept.get(client) ?? 0)
    }
  }
}

async function play(seed: number): Promise<{ world: World; done: string[] }> {
  const random = seeded(seed)
  const room = await openTestRoom()
  const world = { ...room, everyone: await room.peers('ann', 'bob', 'carl') }
  // With random client ids Yjs would order words otherwise in every run.
  world.everyone.forEach((peer, n) => {
    peer.doc.clientID = n + 1
  })
  const done: string[] = []
  for (let step = 0; step < 250; step += 1) {
    const name = byLetter[weighted[random(weighted.length)] ?? 't'] ?? 'type'
    const peer = world.everyone[random(world.everyone.length)]
    if (!peer) continue
    if (peer.pair.closeCode !== null) peer.connect()
    done.push(name)
    deeds[name]?.(world, peer, random)
    await turn()
    if (step % 5 === 0) await expectNothingSeenThatIsNotKept(world)
  }
  return { world, done }
}

async function calmDown({ log, clock, everyone }: World): Promise<void> {
  log.mend()
  log.release()
  await flushAll(...everyone)
  for (const peer of everyone) {
    peer.pair.drop()
    peer.connect()
  }
  await flushAll(...everyone)
  clock.advance(LIMITS.askAgainAfter)
  await flushAll(...everyone)
}

test.each(Array.from({ length: 25 }, (_, n) => n + 1))(
  'seed %i: nobody sees what is not kept, and when all is calm everybody and the log have the same text',
  async (seed) => {
    const { world, done } = await play(seed)
    await calmDown(world)
    const texts = new Set(world.everyone.map((peer) => peer.text))
    expect(texts.size, done.join(' ')).toBe(1)
    const again = createRooms({ log: world.log })
    expect(texts).toContain(await again.read('d1', (doc) => doc.getText('text').toString()))
    expect(world.everyone[0]?.text.length).toBeGreaterThan(20)
  },
)
