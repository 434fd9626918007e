import type { Socket } from 'node:net'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { LIMITS } from '../../server/rooms/limits.ts'
import { encodePresence, type PresenceEntry } from '../../server/rooms/presence.ts'
import { awarenessMessage, step1Message, updateMessage } from '../../server/rooms/wire.ts'
import { ECHO_DOCUMENT } from '../../shared/protocol/line.ts'
import {
  MESSAGE,
  SCHEMA_PREFIX,
  SCHEMA_VERSION,
  SUBPROTOCOL,
  serverNotice,
} from '../../shared/protocol/live.ts'
import { seeded } from './seeded.ts'

/** Where the attacker attacks, as whom, whose client id it knows of an honest person in the room, and whether it has all the time it wants. */
export type Target = { address: string; headers: Record<string, string>; victim: number; isLong?: boolean }

/** What came of it: how its connections ended (0: it was let be, and left), and by which names its writes were refused. */
export type Outcome = { codes: number[]; refusals: string[] }

type Attack = (target: Target) => Promise<Outcome>

const MB = 1024 * 1024
const random = seeded(Date.now() % 1_000_000)
const randomBytes = (length: number) => Uint8Array.from({ length }, () => random(256))
const times = (count: number, act: (n: number) => void) => {
  for (let n = 0; n < count; n += 1) act(n)
}

/** Every attack by somebody who was let in, and some by a stranger. They run in a process of their own: `attacker.ts`. */
export const ATTACKS = {
  'random bytes': one(({ send }) => times(200, () => send(randomBytes(1 + random(60))))),
  'text frames': one(({ socket }) => times(50, () => socket.send('hello'))),
  'messages cut short': one(({ send }) =>
    times(200, (n) => send(updateMessage(bigUpdate(40)).slice(0, 3 + (n % 9)))),
  ),
  'unknown messages': one(({ send }) => times(200, (n) => send(Uint8Array.of(50 + (n % 40), 1, 2)))),
  'broken awareness': one(({ send }) => times(200, () => send(awarenessMessage(Uint8Array.of(3, 9, 1, 1))))),
  'broken updates': one(({ send }) => times(50, () => send(updateMessage(randomBytes(300))))),
  'ten thousand cursors': one(async ({ send, settled }) => {
    send(awarenessMessage(encodePresence(Array.from({ length: 10_000 }, (_, n) => cursor(900_000 + n)))))
    times(10_000, (n) => send(awarenessMessage(encodePresence([cursor(910_000 + n)]))))
    await settled()
  }),
  'forged cursors': one(async ({ send, settled }, { victim }) => {
    const forged = {
      clientId: victim,
      clock: 1_000_000,
      state: '{"user":{"name":"Forged"},"place":"forged"}',
    }
    times(100, (n) => send(awarenessMessage(encodePresence([{ ...forged, clock: forged.clock + n }]))))
    send(awarenessMessage(encodePresence([{ ...forged, clock: 2_000_000, state: 'null' }])))
    await settled()
  }),
  "another's client id": one(({ send }, { victim }) => {
    times(50, (n) => send(updateMessage(under(victim, 1_000_000 + n))))
    times(50, (n) => send(updateMessage(crafted(victim, n))))
  }),
  'a frame of 120 MB': one(({ send }) => send(new Uint8Array(120 * MB))),
  'a paste of 20 MB': one(({ send }) => send(updateMessage(bigUpdate(20 * MB)))),
  'broken framing': one(({ raw }) => raw.write(Uint8Array.of(0xff, 0xff, 0, 0, 0, 0, 0, 0, 1, 2, 3))),
  'half of giant frames': (target) => {
    const { promise: allHaveSent, resolve } = Promise.withResolvers<void>()
    let still = 40
    const wait = () => {
      still -= 1
      if (still === 0) resolve()
      return allHaveSent
    }
    return all(Array.from({ length: still }, () => one(halfAFrame(wait))(target)))
  },
  'half of giant frames to be echoed': (target) => {
    const address = target.address.replace(/[^/]+$/, ECHO_DOCUMENT)
    const there = Array.from({ length: 18 }, () => one(halfAFrame(() => 'stays'))({ ...target, address }))
    return all(there)
  },
  'half of frames that are too large': one(({ raw }) => raw.write(frameHeader(120 * MB))),
  'updates with a gap piled up': one(async ({ send, settled }) => {
    times(5000, (n) => send(updateMessage(under(4_000_000 + n, 10))))
    await settled()
  }),
  'letters that wait for each other': one(({ send }) => times(50, () => send(updateMessage(circle())))),
  'questions without end': one(({ send }) => times(500, () => send(step1Message(Uint8Array.of(0))))),
  'questions for cursors without end': one(({ send }) =>
    times(5000, () => send(Uint8Array.of(MESSAGE.queryAwareness))),
  ),
  'thousands of rooms opened and left': async (target) => {
    const there = Array.from({ length: 40 }, () =>
      manyTimes(25, target, (n) => (n % 2 ? target.address : elsewhere(target))),
    )
    return all(there)
  },
  'a hundred connections of one person': (target) => {
    const { promise: allAreThere, resolve } = Promise.withResolvers<void>()
    let there = 0
    const wait = async ({ settled }: Hands) => {
      there += 1
      if (there === 100) resolve()
      await allAreThere
      await settled()
    }
    return all(Array.from({ length: 100 }, () => connectAnd(target, target.address, wait)))
  },
  'a stranger with random bytes': (target) =>
    one(({ send }) => times(200, () => send(randomBytes(60))))({ ...target, headers: {} }),
  'a stranger with giant frames': (target) =>
    one(({ send }) => send(new Uint8Array(20 * MB)))({ ...target, headers: {} }),
  'a reader that never reads': one(async ({ send, raw, kept }) => {
    for (let paste = 0; paste < 6; paste++) {
      send(updateMessage(bigUpdate(LIMITS.edit - 100)))
      await kept()
    }
    // What the system holds for a reader is tens of megabytes; the server must not hold as much behind that.
    raw.pause()
    times(18, () => send(step1Message(Uint8Array.of(0))))
    setTimeout(() => raw.resume(), 3000)
    return 'stays'
  }),
} as const satisfies Record<string, Attack>

export type AttackName = keyof typeof ATTACKS

type Hands = {
  socket: WebSocket
  /** The connection below, for bytes that are no frames. */
  raw: Socket
  send: (bytes: Uint8Array) => void
  /** Resolves when the server has looked at all that was sent, or has ended the connection. */
  settled: () => Promise<void>
  /** Resolves when the server says next that something is kept. */
  kept: () => Promise<void>
  /** Sends bytes below; resolves when they have left. */
  settledRaw: (bytes: Uint8Array) => Promise<void>
}

/**
 * One connection that does something. What it does at once must end the connection; what takes its time is let be, and ends by
 * leaving, unless it says that it stays.
 */
function one(act: (hands: Hands, target: Target) => unknown): Attack {
  return (target) => connectAnd(target, target.address, act)
}

function connectAnd(
  target: Target,
  address: string,
  act: (hands: Hands, target: Target) => unknown,
): Promise<Outcome> {
  const protocols = [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`]
  const socket = new WebSocket(address, protocols, { headers: target.headers, maxPayload: 0 })
  const refusals: string[] = []
  const waiting: (() => void)[] = []
  const keeping: (() => void)[] = []
  socket.on('error', () => {})
  socket.on('message', (data) => {
    const bytes = data as Buffer
    if (bytes[0] === MESSAGE.sync && bytes[1] === 1) waiting.shift()?.()
    if (bytes[0] !== MESSAGE.notice) return
    refusals.push(...refusalIn(bytes))
    if (bytes.includes('"kept"')) for (const done of keeping.splice(0)) done()
  })
  return new Promise((resolve) => {
    socket.on('close', (code) => {
      for (const done of [...waiting, ...keeping]) done()
      resolve({ codes: [code === 1006 && left ? 0 : code], refusals })
    })
    let left = false
    socket.on('open', async () => {
      const raw = (socket as unknown as { _socket: Socket })._socket
      raw.on('error', () => {})
      const send = (bytes: Uint8Array) => socket.send(bytes, () => {})
      const settled = () =>
        new Promise<void>((done) => {
          if (socket.readyState !== WebSocket.OPEN) return done()
          waiting.push(done)
          return send(step1Message(Uint8Array.of(0)))
        })
      const kept = () => new Promise<void>((done) => keeping.push(done))
      const settledRaw = (bytes: Uint8Array) => new Promise<void>((done) => raw.write(bytes, () => done()))
      const doing = act({ socket, raw, send, settled, kept, settledRaw }, target)
      if (!(doing instanceof Promise)) return
      if ((await doing) === 'stays') return
      left = true
      socket.terminate()
    })
  })
}

/** Half of the largest message there may be; `then` says what the connection does after that. */
const halfAFrame =
  (then: () => unknown) =>
  async ({ raw, settledRaw }: Hands) => {
    raw.write(frameHeader(LIMITS.message - 100))
    await settledRaw(new Uint8Array(LIMITS.message / 2))
    return then()
  }

async function manyTimes(count: number, target: Target, addressOf: (n: number) => string): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (let n = 0; n < count; n += 1)
    outcomes.push(await connectAnd(target, addressOf(n), async ({ settled }) => settled()))
  return merged(outcomes)
}

const elsewhere = ({ address }: Target) => address.replace(/[^/]+$/, `nowhere-${random(1_000_000)}`)

const all = async (outcomes: Promise<Outcome>[]) => merged(await Promise.all(outcomes))

const merged = (outcomes: readonly Outcome[]): Outcome => ({
  codes: outcomes.flatMap(({ codes }) => codes),
  refusals: outcomes.flatMap(({ refusals }) => refusals),
})

function refusalIn(bytes: Buffer): string[] {
  const notice = serverNotice.safeParse(JSON.parse(bytes.subarray(bytes.indexOf('{')).toString()))
  return notice.data?.kind === 'refused' ? [notice.data.reason] : []
}

const cursor = (clientId: number): PresenceEntry => ({ clientId, clock: 1, state: '{"place":"here"}' })

function bigUpdate(length: number): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('pasted').insert(0, 'x'.repeat(length))
  return Y.encodeStateAsUpdate(doc)
}

function bytesOf(write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}

/** One letter of this client, at this clock, in a text of its own. */
function under(client: number, clock: number): Uint8Array {
  return bytesOf((encoder) => {
    for (const number of [1, 1, client, clock, 4, 1]) writeVarUint(encoder, number)
    writeVarString(encoder, 'pasted')
    writeVarString(encoder, 'x')
    writeVarUint(encoder, 0)
  })
}

/** As long a run of letters of this client that it reaches behind all that the client has written. */
function crafted(client: number, n: number): Uint8Array {
  return bytesOf((encoder) => {
    for (const number of [1, 1, client, 0, 4, 1]) writeVarUint(encoder, number)
    writeVarString(encoder, 'pasted')
    writeVarString(encoder, 'x'.repeat(100_000 + n))
    writeVarUint(encoder, 0)
  })
}

/** Two letters that each stand behind the other. */
function circle(): Uint8Array {
  return bytesOf((encoder) => {
    writeVarUint(encoder, 2)
    for (const [client, other] of [
      [78, 77],
      [77, 78],
    ] as const) {
      for (const number of [1, client, 0]) writeVarUint(encoder, number)
      writeUint8Array(encoder, Uint8Array.of(0x84))
      for (const number of [other, 0]) writeVarUint(encoder, number)
      writeVarString(encoder, 'x')
    }
    writeVarUint(encoder, 0)
  })
}

/** The beginning of a masked binary frame that says to be `length` long (RFC 6455, 5.2). */
function frameHeader(length: number): Uint8Array {
  const header = Buffer.alloc(14)
  header[0] = 0x82
  header[1] = 0x80 | 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
