import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LINE_BOUNDS } from '../../../server/http/lines.ts'
import { ECHO_DOCUMENT, ECHO_LIMITS, FRAME, PIECE_SIZE } from '../../../shared/protocol/line.ts'
import { closeCodeIn, type Frame, FrameReader, frameHead } from '../../../shared/protocol/line-frames.ts'
import { CLOSE, SCHEMA_PREFIX, SCHEMA_VERSION, SUBPROTOCOL } from '../../../shared/protocol/live.ts'
import { type LiveServer, startLiveServer } from '../../support/live-server.ts'

let server: LiveServer
let base: string

beforeEach(async () => {
  server = await startLiveServer()
  base = `http://127.0.0.1:${server.port}/sync`
  await server.rooms.create('d1', Y.encodeStateAsUpdate(new Y.Doc()), 'p_maker')
})
afterEach(() => server.remove())

type Headers = Record<string, string>
const as = (name: string): Headers => ({ authorization: `Bearer ${name}` })
const protocols = [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`]

function openLine(headers: Headers, documentId = 'd1'): Promise<Response> {
  return fetch(`${base}/${documentId}/lines`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ protocols }),
  })
}

/** The address of a new line of this person. */
async function lineOf(name: string, documentId = 'd1'): Promise<string> {
  const answer = await openLine(as(name), documentId)
  expect(answer.status).toBe(201)
  return `${base}/${documentId}/lines/${((await answer.json()) as { line: string }).line}`
}

function up(line: string, piece: number | string, body: Uint8Array, headers = as('ann')): Promise<Response> {
  return fetch(line, {
    method: 'POST',
    body: body as Uint8Array<ArrayBuffer>,
    headers: {
      'content-type': 'application/octet-stream',
      'handslag-piece': String(piece),
      'handslag-received': '0',
      ...headers,
    },
  })
}

async function down(line: string, received = 0, wait = 5000, headers = as('ann')): Promise<Frame[]> {
  const answer = await fetch(line, {
    headers: { 'handslag-received': String(received), 'handslag-wait': String(wait), ...headers },
  })
  expect(answer.status).toBe(200)
  return new FrameReader(64 * 1024 * 1024).read(new Uint8Array(await answer.arrayBuffer()))
}

/** Everything that comes down until `holds`, or the line is closed. */
async function untilDown(line: string, holds: (frames: Frame[]) => boolean, headers = as('ann')) {
  const all: Frame[] = []
  while (!holds(all) && !all.some(({ kind }) => kind === FRAME.closed)) {
    const received = all.filter(({ kind }) => kind === FRAME.message).length
    all.push(...(await down(line, received, 200, headers)))
  }
  return all
}

const closeCode = async (line: string, headers = as('ann')) => {
  const closed = (await untilDown(line, () => false, headers)).find(({ kind }) => kind === FRAME.closed)
  return closed && closeCodeIn(closed.content)
}
const keptIn = (frames: Frame[]) =>
  frames.flatMap(
    ({ content }) => /"kind":"kept","upTo":(\d+)/.exec(new TextDecoder().decode(content))?.[1] ?? [],
  )

const frame = (content: Uint8Array, kind: number = FRAME.message) =>
  Buffer.concat([frameHead(kind, content.length), content])

/** A frame with an update that puts this text at the beginning. */
function typed(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, 2)
  writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  return frame(toUint8Array(encoder))
}
const textNow = () => server.rooms.read('d1', (doc) => doc.getText('text').toString())

async function refusal(answer: Promise<Response>): Promise<string> {
  const response = await answer
  return `${response.status} ${((await response.json()) as { type: string }).type}`
}

/** Honest people in the room go on as if nothing had happened. */
async function expectHonestGoOn(): Promise<void> {
  const line = await lineOf('honest')
  expect((await up(line, 1, typed('honest'), as('honest'))).status).toBe(204)
  expect(keptIn(await untilDown(line, (all) => keptIn(all).includes('1'), as('honest')))).toContain('1')
  expect(await textNow()).toContain('honest')
  expect(server.errors).toEqual([])
}

describe('pieces and numbers', () => {
  test('a piece that comes again is taken once', async () => {
    const line = await lineOf('ann')
    for (const piece of [1, 1, 2, 1, 2]) {
      expect((await up(line, piece, typed(`p${piece} `))).status).toBe(204)
    }
    // The acknowledgement counts what was taken.
    const kept = keptIn(await untilDown(line, (all) => keptIn(all).includes('2')))
    expect(kept.at(-1)).toBe('2')
    expect((await textNow()).trim().split(' ').sort()).toEqual(['p1', 'p2'])
  })

  test('frames may be cut anywhere', async () => {
    const line = await lineOf('ann')
    const bytes = typed('cut')
    for (const [place, byte] of bytes.entries()) await up(line, place + 1, Uint8Array.of(byte))
    await untilDown(line, (all) => keptIn(all).includes('1'))
    expect(await textNow()).toBe('cut')
  })

  test('what came down is said again until it is told to have come in, and then no more', async () => {
    const line = await lineOf('ann')
    const first = await down(line)
    const again = await down(line)
    expect(again.map(({ content }) => [...content])).toEqual(first.map(({ content }) => [...content]))
    const after = await down(line, first.length, 100)
    expect(after.map(({ kind }) => kind)).toEqual([FRAME.beat])
  })

  test('an answer that waits ends as soon as there is something to say', async () => {
    const [ann, bob] = [await lineOf('ann'), await lineOf('bob')]
    const heard = (await down(ann)).length
    const waiting = down(ann, heard, 20_000)
    await up(bob, 1, typed('news'), as('bob'))
    expect((await waiting).map(({ kind }) => kind)).toContain(FRAME.message)
  })

  test('who reads but never says what came in is ended with 4513, once that is too much to hold', async () => {
    const [silent, ann] = [await lineOf('silent'), await lineOf('ann')]
    const stream = await fetch(silent, { headers: { 'handslag-received': '0', ...as('silent') } })
    const whole = stream.arrayBuffer()
    for (let piece = 1; piece <= 30; piece += 1) await up(ann, piece, typed('x'.repeat(200_000)))
    const frames = new FrameReader(64 * 1024 * 1024).read(new Uint8Array(await whole))
    const last = frames.at(-1)
    expect(last && [last.kind, closeCodeIn(last.content)]).toEqual([FRAME.closed, CLOSE.tooSlow])
  })
})

describe('a line of somebody else', () => {
  test('is unknown to whoever knows its name, in every way, and its owner goes on', async () => {
    const line = await lineOf('ann')
    const headers = { 'handslag-received': '0', ...as('mallory') }
    expect(await refusal(fetch(line, { headers }))).toBe('404 /problems/unknown-line')
    expect(await refusal(up(line, 1, typed('mallory'), as('mallory')))).toBe('404 /problems/unknown-line')
    expect(await refusal(fetch(line, { method: 'DELETE', headers }))).toBe('404 /problems/unknown-line')
    expect((await up(line, 1, typed('ann'))).status).toBe(204)
    await expectHonestGoOn()
    expect(await textNow()).not.toContain('mallory')
  })

  test('is nothing without a credential', async () => {
    const line = await lineOf('ann')
    expect(await refusal(fetch(line, { headers: { 'handslag-received': '0' } }))).toBe(
      '401 /problems/not-signed-in',
    )
    expect(await refusal(openLine({}))).toBe('401 /problems/not-signed-in')
    expect(await refusal(openLine(as('stranger')))).toBe('401 /problems/not-signed-in')
    await expectHonestGoOn()
  })
})

test('a page of another origin is refused in every way when it comes with a cookie', async () => {
  const cookie = 'handslag_session=x'
  const line = await lineOf('ann')
  for (const foreign of [{ origin: 'https://evil.test' }, { origin: 'null' }]) {
    const headers = { cookie, ...foreign }
    expect(await refusal(openLine(headers))).toBe('403 /problems/wrong-origin')
    expect(await refusal(fetch(line, { headers }))).toBe('403 /problems/wrong-origin')
    expect(await refusal(fetch(line, { method: 'DELETE', headers }))).toBe('403 /problems/wrong-origin')
  }
  expect(await refusal(openLine({ origin: 'https://handslag.test' }))).toBe('401 /problems/not-signed-in')
  await expectHonestGoOn()
})

describe('bytes that are no frames', () => {
  const attacks: [string, Uint8Array, number | string, string, number | undefined][] = [
    [
      'a frame that says to be giant',
      frameHead(FRAME.message, 2 ** 31),
      1,
      '413 /problems/body-too-large',
      1009,
    ],
    ['a piece larger than any', new Uint8Array(PIECE_SIZE + 1), 1, '413 /problems/body-too-large', undefined],
    ['a frame without a kind', new Uint8Array(5), 1, '400 /problems/malformed-request', 1002],
    ['a kind that never goes up', frame(new Uint8Array(1), 77), 1, '400 /problems/malformed-request', 1002],
    ['a piece that skips others', typed('x'), 7, '400 /problems/malformed-request', 1002],
    ['a piece without a number', typed('x'), 'one', '400 /problems/malformed-request', undefined],
  ]
  test.each(attacks)(
    '%s is refused by name, and people in that room go on',
    async (_, body, piece, name, code) => {
      const line = await lineOf('ann')
      expect(await refusal(up(line, piece, body))).toBe(name)
      if (code !== undefined) expect(await closeCode(line)).toBe(code)
      await expectHonestGoOn()
    },
  )

  test('a number of what came in that can not be is refused', async () => {
    const line = await lineOf('ann')
    for (const received of ['99', '-1', 'x', '99999999999']) {
      const headers = { 'handslag-received': received, ...as('ann') }
      expect(await refusal(fetch(line, { headers }))).toBe('400 /problems/malformed-request')
    }
    await expectHonestGoOn()
  })
})

test('a client that is between two requests while the server goes down hears why when it asks next', async () => {
  const line = await lineOf('ann')
  await untilDown(line, (all) => all.length > 0)
  const stopping = server.rooms.close().then(() => server.lines.farewell())
  await server.rooms.close()
  expect(await closeCode(line)).toBe(CLOSE.goingDown)
  await stopping
})

test('of a thousand lines that one person opens a handful is let in, and others come in as before', async () => {
  const statuses = new Map<number, number>()
  for (let round = 0; round < 50; round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => openLine(as('mallory'))))
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect([...statuses.keys()].sort()).toEqual([201, 429])
  expect(statuses.get(201)).toBeLessThanOrEqual(LINE_BOUNDS.opensPerMinute)
  await expectHonestGoOn()
  // Nobody is at the other end of them.
  await expect.poll(() => server.lines.connections(), { timeout: 20_000 }).toBe(0)
})

describe('the echo', () => {
  test('answers without a credential with what it is sent, a few times', async () => {
    const answer = await openLine({}, ECHO_DOCUMENT)
    const line = `${base}/${ECHO_DOCUMENT}/lines/${((await answer.json()) as { line: string }).line}`
    await up(line, 1, frame(Uint8Array.of(1, 2, 3)), {})
    expect((await down(line, 0, 5000, {})).map(({ content }) => [...content])).toEqual([[1, 2, 3]])
    const many = Buffer.concat(Array.from({ length: ECHO_LIMITS.messages }, () => frame(Uint8Array.of(1))))
    await up(line, 2, many, {})
    expect(await closeCode(line, {})).toBe(CLOSE.tooMuch)
  })

  test('carries nothing large, and is open to few at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => openLine({}, ECHO_DOCUMENT)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
    const first = answers.find(({ status }) => status === 201)
    const line = `${base}/${ECHO_DOCUMENT}/lines/${((await first?.json()) as { line: string } | undefined)?.line}`
    await up(line, 1, frame(new Uint8Array(ECHO_LIMITS.bytes + 1)), {})
    expect(await closeCode(line, {})).toBe(CLOSE.tooLarge)
    await expectHonestGoOn()
  })
})
