import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { Outbox } from '../../../server/http/outbox.ts'
import { turn } from '../../support/live-peer.ts'

/** A line that remembers each piece it was given. */
function openLine() {
  const line = new PassThrough({ highWaterMark: 10_000_000 })
  const pieces: Buffer[] = []
  line.on('data', (piece: Buffer) => pieces.push(piece))
  return { line, pieces }
}
const bytes = (length: number, value: number) => new Uint8Array(length).fill(value)

test('what is sent in one turn leaves as one piece when the turn ends, in order, each framed', async () => {
  const { line, pieces } = openLine()
  const outbox = new Outbox(line)
  outbox.add(bytes(3, 7))
  outbox.add(bytes(2, 8))
  expect([pieces.length, outbox.bytes]).toEqual([0, 9])
  await turn()
  expect(outbox.bytes).toBe(0)
  expect(pieces.map((piece) => [...piece])).toEqual([[0x82, 3, 7, 7, 7, 0x82, 2, 8, 8]])
})

test.each([
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 255, 255]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('the head of a message of %i bytes says how long it is', async (length, head) => {
  const { line, pieces } = openLine()
  const outbox = new Outbox(line)
  outbox.add(bytes(length, 9))
  outbox.flush()
  await turn()
  const all = Buffer.concat(pieces)
  expect([...all.subarray(0, head.length)]).toEqual(head)
  expect(all.subarray(head.length).equals(Buffer.from(bytes(length, 9)))).toBe(true)
})

test('one message to several connections is the same on each, whatever was sent between', async () => {
  const lines = [openLine(), openLine()]
  const outboxes = lines.map(({ line }) => new Outbox(line))
  const message = bytes(2, 1)
  for (const outbox of outboxes) {
    outbox.add(message)
    outbox.add(bytes(1, 5))
  }
  await turn()
  for (const { pieces } of lines) expect([...Buffer.concat(pieces)]).toEqual([0x82, 2, 1, 1, 0x82, 1, 5])
})

test('a line that has ended is sent nothing', async () => {
  const { line, pieces } = openLine()
  const outbox = new Outbox(line)
  outbox.add(bytes(3, 7))
  line.destroy()
  await turn()
  expect([pieces.length, outbox.bytes]).toEqual([0, 0])
})
