import { expect, test } from 'vitest'
import {
  createOfferedWords,
  type DeviceStore,
  MOST_CHARACTERS,
  MOST_OFFERS,
} from '../../../client/offered/offered-words.ts'

const KEY = 'handslag.offered.agreement.person'
const now = () => new Date('2026-11-25T12:00:00Z')
const removed = (text: string, id = text) =>
  ({ id, place: 'articles.one.body', text, reason: 'removed' }) as const

function device(): DeviceStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}
const open = (on: DeviceStore) => createOfferedWords({ device: on, key: KEY, now })
const texts = (of: ReturnType<typeof open>) => of.list().map(({ text }) => text)

test('words that are offered are there after a reload, with everything that came along', () => {
  const on = device()
  const pieces = [{ before: 'met ', content: [{ type: 'text' as const, text: 'de school' }], after: '' }]
  open(on).offer({ ...removed('de school'), pieces, anchor: { client: 7, clock: 3 } })
  expect(open(on).list()).toEqual([
    {
      ...removed('de school'),
      at: '2026-11-25T12:00:00.000Z',
      pieces,
      anchor: { client: 7, clock: 3 },
      value: null,
    },
  ])
})

test('the same words are offered once, and not again once they are not needed', () => {
  const words = open(device())
  words.offer(removed('een'))
  words.offer(removed('een'))
  expect(texts(words)).toEqual(['een'])
  words.dismiss('een')
  words.offer(removed('een'))
  expect(texts(words)).toEqual([])
})

test('without an id, the same text for the same place and reason is one offer, and blank text is none', () => {
  const words = open(device())
  for (const text of ['een', 'een', 'twee', '  ']) words.offer({ place: '', text, reason: 'restored' })
  expect(texts(words)).toEqual(['een', 'twee'])
})

test('a value that lost at each letter is one offer, whatever came in what order; another value or place is another', () => {
  const words = open(device())
  const lost = (id: string, value: string, place = 'tasks.t.title') =>
    words.offer({ id, place, text: value, value, reason: 'overwritten' })
  for (const [at, value] of ['J', 'Ja', 'Jaarplan', 'Jarplan'].entries()) lost(`${at}`, value)
  lost('other', 'Beeld')
  lost('elsewhere', 'Jaar', 'tasks.u.title')
  expect(texts(words)).toEqual(['Jaarplan', 'Beeld', 'Jaar'])
})

test('a value whose letters stand scattered in another one is an offer of its own, whichever was lost first', () => {
  const words = open(device())
  for (const value of ['niet meer gezien', 'nee', 'nieuwe regel', 'een'])
    words.offer({ id: value, place: 'tasks.t.title', text: value, value, reason: 'overwritten' })
  expect(texts(words)).toEqual(['niet meer gezien', 'nee', 'nieuwe regel', 'een'])
})

test('words that went with their paragraph are each offered, though one says the other', () => {
  const words = open(device())
  for (const text of ['een', 'een twee']) words.offer(removed(text))
  expect(texts(words)).toEqual(['een', 'een twee'])
})

test('the oldest offers fall off over the bound; the newest is always kept, however long', () => {
  const words = open(device())
  for (let count = 0; count < MOST_OFFERS + 5; count++) words.offer(removed(`woord ${count}`))
  expect(words.list()).toHaveLength(MOST_OFFERS)
  expect(texts(words)[0]).toBe('woord 5')
  words.offer(removed('x'.repeat(MOST_CHARACTERS + 1), 'long'))
  expect(words.list().map(({ id }) => id)).toEqual(['long'])
})

test('listeners hear a change until they stop, and the list stays the same object in between', () => {
  const words = open(device())
  let heard = 0
  const stop = words.subscribe(() => heard++)
  words.offer(removed('een'))
  expect(words.list()).toBe(words.list())
  stop()
  words.dismiss('een')
  expect(heard).toBe(1)
})

test('two tabs on one device keep the offers of both, and each hears of the other', () => {
  const on = device()
  const heard: ((key: string | null) => void)[] = []
  const one = createOfferedWords({
    device: on,
    key: KEY,
    now,
    onOtherTab: (listener) => heard.push(listener),
  })
  const two = open(on)
  one.offer(removed('een'))
  two.offer(removed('twee'))
  expect(texts(two)).toEqual(['een', 'twee'])
  for (const listener of heard) listener('another key')
  expect(texts(one)).toEqual(['een'])
  for (const listener of heard) listener(KEY)
  expect(texts(one)).toEqual(['een', 'twee'])
})

test('a device that refuses to keep anything still offers for as long as the page lasts', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  const words = open({ getItem: refuse, setItem: refuse })
  words.offer(removed('een'))
  words.offer(removed('twee'))
  words.dismiss('een')
  expect(texts(words)).toEqual(['twee'])
})

test('a device that grows full keeps offering what no longer fits', () => {
  const on = device()
  const words = open({
    ...on,
    setItem: (key, value) => (value.includes('twee') ? fail() : on.setItem(key, value)),
  })
  words.offer(removed('een'))
  words.offer(removed('twee'))
  words.offer(removed('drie'))
  expect(texts(words)).toEqual(['een', 'twee', 'drie'])
})

test('what stands under the key and cannot be read counts as nothing', () => {
  const on = device()
  on.kept.set(KEY, '{"offers":[{"text":1}]}')
  expect(open(on).list()).toEqual([])
  on.kept.set(KEY, 'no json')
  expect(open(on).list()).toEqual([])
})

const fail = (): never => {
  throw new DOMException('full', 'QuotaExceededError')
}
