import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { HalfSent } from '../../../server/http/half-sent.ts'
import { CLOSE } from '../../../shared/protocol/live.ts'

/** A connection as far as it is watched: what comes in on its line, when a message is whole, how it is ended. */
function connection() {
  const socket = new EventEmitter()
  const line = new PassThrough()
  const codes: number[] = []
  Object.assign(socket, { close: (code: number) => codes.push(code), terminate: () => line.destroy() })
  line.on('data', () => {})
  return {
    socket: socket as WebSocket,
    line,
    codes,
    send: (bytes: number) => line.write(new Uint8Array(bytes)),
  }
}

test('IN5: the connection that makes it too much for one person is ended, and those of others and what was there before are not', async () => {
  const halfSent = new HalfSent(100)
  const [first, second, another] = [connection(), connection(), connection()]
  halfSent.watch('ann', first.socket, first.line)
  halfSent.watch('ann', second.socket, second.line)
  halfSent.watch('ben', another.socket, another.line)
  first.send(60)
  another.send(90)
  second.send(30)
  await expect.poll(() => first.line.readableLength + second.line.readableLength).toBe(0)
  expect([first.codes, second.codes, another.codes]).toEqual([[], [], []])
  second.send(11)
  await expect.poll(() => second.codes).toEqual([CLOSE.tooMuch])
  expect([first.codes, another.codes]).toEqual([[], []])
})

test('IN5: what is whole counts no more, and what an ended connection held counts until it is gone', () => {
  const halfSent = new HalfSent(100)
  const [first, second] = [connection(), connection()]
  halfSent.watch('ann', first.socket, first.line)
  halfSent.watch('ann', second.socket, second.line)
  first.line.emit('data', new Uint8Array(90))
  first.socket.emit('message')
  second.line.emit('data', new Uint8Array(90))
  first.line.emit('data', new Uint8Array(20))
  expect([first.codes, second.codes]).toEqual([[CLOSE.tooMuch], []])
  expect(halfSent.count('ann', 0)).toBe(false)
  first.socket.emit('close')
  expect(halfSent.count('ann', 10)).toBe(true)
})

test('who is ended and still sends is cut off after what an honest client may have on its way', async () => {
  const halfSent = new HalfSent(100)
  const { socket, line, send } = connection()
  halfSent.watch('ann', socket, line)
  send(101)
  await expect.poll(() => line.listenerCount('data')).toBe(1)
  line.emit('data', new Uint8Array(64 * 1024))
  expect(line.isPaused()).toBe(false)
  line.emit('data', new Uint8Array(1))
  expect(line.isPaused()).toBe(true)
})
