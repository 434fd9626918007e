import { argon2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isStrongPassword } from '../../../server/people/password-strength.ts'
import { createPasswords } from '../../../server/people/passwords.ts'

/** What makes hashing slow is not what these tests are about. */
const CHEAP = { memory: 64, passes: 1, parallelism: 1 }

describe('a password', () => {
  const passwords = createPasswords()

  test('is kept as argon2id with its own salt, and only the same one matches', async () => {
    const [one, other] = await Promise.all([
      passwords.hash('vier losse olijven'),
      passwords.hash('vier losse olijven'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await passwords.matches('vier losse olijven', one)).toBe(true)
    expect(await passwords.matches('vier losse olijve', one)).toBe(false)
  })

  test('that is typed in another way of writing the same letters matches', async () => {
    const composed = 'caf\u00e9 met vier stoelen'
    const kept = await passwords.hash(composed)
    expect(await passwords.matches(composed.normalize('NFD'), kept)).toBe(true)
  })

  test('matches nothing where none was kept, not even what stands in for it', async () => {
    expect(await passwords.matches('', null)).toBe(false)
    expect(await passwords.matches('vier losse olijven', null)).toBe(false)
  })

  test('hashed with other numbers than those of today still matches, and is known as dated', async () => {
    const nonce = Buffer.from('saltsaltsaltsalt')
    const cost = { memory: 4096, passes: 2, parallelism: 1, tagLength: 32 }
    const tag = argon2Sync('argon2id', { message: 'vier losse olijven', nonce, ...cost })
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
    const dated = `$argon2id$v=19$m=4096,t=2,p=1$${text(nonce)}$${text(tag)}`
    expect(await passwords.matches('vier losse olijven', dated)).toBe(true)
    expect(passwords.isDated(dated)).toBe(true)
    expect(passwords.isDated(await passwords.hash('x'))).toBe(false)
  })

  test('is not weighed without end: who sends too many at once is refused, and the others get their answer', async () => {
    const many = createPasswords(CHEAP)
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => many.hash('vier losse olijven')))
    const refused = all.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(18)
    expect(refused[0]).toMatchObject({ reason: { problem: 'too-many-requests' } })
  })
})

describe('how hard a password is to guess', () => {
  test.each([
    'kort',
    'welkom2026!',
    'Welkom01Welkom01',
    'qwertyuiop12',
    'aaaaaaaaaaaaaaaaaaaa',
    'gemeente2027',
    'weidehaven 2026',
    'petra.de.wit',
    'handslaghandslag',
  ])('"%s" is too easy', async (password) => {
    expect(await isStrongPassword(password, ['Petra de Wit', 'petra@weidehaven.example'])).toBe(false)
  })

  test.each([
    'vier losse olijven eten',
    'zomer-vakantie-2026-Ameland',
    'hFj39x!klaQ2',
    '🍋🐘🚲🌷🏡🎈🧀🌧️🐄🛶🪁🎻',
  ])('"%s" will do', async (password) => {
    expect(await isStrongPassword(password, ['Petra de Wit'])).toBe(true)
  })

  test('the longest that can be sent is weighed in time', async () => {
    expect(await isStrongPassword('ab1'.repeat(66), [])).toBe(false)
  })
})
