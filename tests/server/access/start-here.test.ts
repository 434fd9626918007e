import { expect, test } from 'vitest'
import { mayStartHere, type StartHereRequest } from '../../../server/access/start-here.ts'

const local: StartHereRequest = {
  listenHost: '127.0.0.1',
  publicUrl: null,
  hostHeader: 'localhost:4870',
  origin: 'http://localhost:4870',
  forwarded: false,
}

test('a page of ours on the machine itself may start', () => {
  expect(mayStartHere(local)).toBe(true)
  expect(mayStartHere({ ...local, listenHost: '::1', hostHeader: '[::1]:4870', origin: undefined })).toBe(
    true,
  )
})

const refused: [why: string, change: Partial<StartHereRequest>][] = [
  ['the server listens for others too', { listenHost: '0.0.0.0' }],
  ['the server has a public address', { publicUrl: 'https://handslag.example' }],
  [
    'another name leads to this machine',
    { hostHeader: 'evil.example:4870', origin: 'http://evil.example:4870' },
  ],
  ['a name only begins like ours', { hostHeader: '127.0.0.1.evil.example' }],
  ['another page asks', { origin: 'http://evil.example' }],
  ['something passed the request on', { forwarded: true }],
  ['it does not say for whom it is', { hostHeader: undefined }],
]
test.each(refused)('nobody may start when %s', (_why, change) => {
  expect(mayStartHere({ ...local, ...change })).toBe(false)
})
