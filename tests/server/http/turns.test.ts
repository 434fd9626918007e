import { expect, test } from 'vitest'
import { Turns } from '../../../server/http/turns.ts'

test('of many requests at once one goes on in each turn of the event loop', async () => {
  const turns = new Turns()
  let now = 0
  let stopped = false
  const tick = () => {
    now += 1
    if (!stopped) setImmediate(tick)
  }
  setImmediate(tick)
  const went = await Promise.all(Array.from({ length: 50 }, async () => turns.next('a').then(() => now)))
  stopped = true
  expect(new Set(went).size).toBe(50)
})

test('a caller with one request waits for one of another who has hundreds, not for all', async () => {
  const turns = new Turns()
  const order: string[] = []
  const ask = (caller: string) => turns.next(caller).then(() => order.push(caller))
  await Promise.all([...Array.from({ length: 300 }, () => ask('flood')), ask('honest'), ask('honest')])
  expect(order.slice(0, 4)).toEqual(['flood', 'honest', 'flood', 'honest'])
})

test('a caller of whom too many wait is refused, and others are not', async () => {
  const turns = new Turns(3)
  const waiting = Array.from({ length: 3 }, () => turns.next('a'))
  expect(() => turns.next('a')).toThrow(expect.objectContaining({ problem: 'too-many-requests' }))
  await Promise.all([...waiting, turns.next('b')])
  await turns.next('a')
})
