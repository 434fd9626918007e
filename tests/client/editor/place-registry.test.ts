import { expect, test } from 'vitest'
import { type CaretAt, createPlaceRegistry } from '../../../client/editor/place-registry.ts'

function registryOf(...names: string[]) {
  const went: [string, CaretAt][] = []
  const registry = createPlaceRegistry()
  registry.order(names)
  const removals = names.map((name) => registry.add({ name, focus: (at) => went.push([name, at]) }))
  return { registry, went, removals }
}

test('an arrow that leaves a text comes in at the near side of the next, and nowhere past the last', () => {
  const { registry, went } = registryOf('article:a', 'article:b', 'annex:c')
  expect(registry.cross('article:a', 1)).toBe(true)
  expect(registry.cross('annex:c', -1)).toBe(true)
  expect(went).toEqual([
    ['article:b', 'start'],
    ['article:b', 'end'],
  ])
  expect(registry.cross('annex:c', 1)).toBe(false)
  expect(registry.cross('article:a', -1)).toBe(false)
  expect(registry.cross('article:gone', 1)).toBe(false)
})

test('after articles moved the keys follow the new order', () => {
  const { registry, went } = registryOf('article:a', 'article:b')
  registry.order(['article:b', 'article:a'])
  expect(registry.cross('article:b', 1)).toBe(true)
  expect(went).toEqual([['article:a', 'start']])
})

test('a text that is gone is not gone to', () => {
  const { registry, went, removals } = registryOf('article:a', 'article:b')
  removals[1]?.()
  expect(registry.cross('article:a', 1)).toBe(false)
  expect(went).toEqual([])
})
