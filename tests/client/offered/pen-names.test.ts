import { expect, test } from 'vitest'
import { createPenNames } from '../../../client/offered/pen-names.ts'

const device = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('client ids are remembered once each, also by a page that opens later', () => {
  const on = device()
  for (const id of [7, 9, 7]) createPenNames(on, 'pens').add(id)
  expect(createPenNames(on, 'pens').list()).toEqual([9, 7])
})

test('of very many, the oldest are forgotten', () => {
  const names = createPenNames(device(), 'pens')
  for (let id = 0; id < 310; id++) names.add(id)
  expect(names.list()).toHaveLength(300)
  expect(names.list()[0]).toBe(10)
})

test('what cannot be read or kept counts as none', () => {
  const on = device()
  on.kept.set('pens', '["x"]')
  expect(createPenNames(on, 'pens').list()).toEqual([])
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  const refused = createPenNames({ getItem: refuse, setItem: refuse }, 'pens')
  refused.add(7)
  expect(refused.list()).toEqual([])
})
