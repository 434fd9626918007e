import { expect, test } from 'vitest'
import { maybeRoomCode, newRoomCode } from '../../../server/access/room-code.ts'

test('a code is eight signs in two groups, without vowels and without look-alikes', () => {
  const codes = Array.from({ length: 200 }, newRoomCode)
  for (const code of codes) expect(code).toMatch(/^[CDFHJKLMNPQRTVWX2-9]{4} [CDFHJKLMNPQRTVWX2-9]{4}$/)
  expect(new Set(codes).size).toBe(codes.length)
})

test.each(['KMRT 4827', 'kmrt4827', ' k m r t - 4 8 2 7 ', 'KMRT.4827'])('"%s" is one code', (typed) => {
  expect(maybeRoomCode(typed)).toBe('KMRT4827')
})

test('a look-alike that somebody typed is the sign that is meant', () => {
  expect(maybeRoomCode('BGSZ I1LL')).toBe('8652LLLL')
})

test.each(['', 'KMRT 482', 'KMRT 48277', 'KMRT 482A', 'KMRT 482é', 'KMRT 482\u0000'])(
  '"%s" is none',
  (typed) => {
    expect(maybeRoomCode(typed)).toBeNull()
  },
)
