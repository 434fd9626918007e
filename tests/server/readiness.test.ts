import { expect, test } from 'vitest'
import { createReadiness } from '../../server/readiness.ts'

/** A disk whose answers the test gives, and a clock that it sets. */
function readinessInHand(patience = 60_000) {
  const asked: { resolve: () => void; reject: (error: unknown) => void }[] = []
  const told: (string | null)[] = []
  let now = 0
  const readiness = createReadiness({
    prove: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
    onChange: (why) => told.push(why),
    now: () => now,
    patience,
  })
  return {
    readiness,
    asked,
    told,
    pass: (ms: number) => {
      now += ms
    },
  }
}

test('one proof serves all who ask within a second, and the next one is made after it', async () => {
  const { readiness, asked, pass } = readinessInHand()
  const answers = [readiness.whyNot(), readiness.whyNot()]
  asked[0]?.resolve()
  expect(await Promise.all(answers)).toEqual([null, null])
  expect(await readiness.whyNot()).toBeNull()
  expect(asked).toHaveLength(1)
  pass(1001)
  const next = readiness.whyNot()
  asked[1]?.reject(Object.assign(new Error('database or disk is full'), { why: 'full' }))
  expect(await next).toBe('full')
})

test('an error that names no reason is trouble, and who watches is told of each change once', async () => {
  const { readiness, asked, told, pass } = readinessInHand()
  for (const answer of ['resolve', 'reject', 'reject', 'resolve'] as const) {
    const why = readiness.whyNot()
    asked.at(-1)?.[answer](new Error('x'))
    await why
    pass(1001)
  }
  expect(told).toEqual(['trouble', null])
})

test('a disk that does not answer is slow, and is not asked again as long as it hangs', async () => {
  const { readiness, asked, pass } = readinessInHand(1)
  expect(await readiness.whyNot()).toBe('slow')
  pass(60_000)
  expect(await readiness.whyNot()).toBe('slow')
  expect(asked).toHaveLength(1)
  asked[0]?.resolve()
  expect(await readiness.whyNot()).toBeNull()
})

test('a server that goes down says so at once, also to who waits for a disk that hangs', async () => {
  const { readiness } = readinessInHand()
  const before = readiness.whyNot()
  readiness.close()
  expect([await before, await readiness.whyNot()]).toEqual(['closing', 'closing'])
})
