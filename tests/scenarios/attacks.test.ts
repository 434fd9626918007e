import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTACKS, type AttackName } from '../support/attacks.ts'
import { bringHostileFiles, letSendersIn } from '../support/bring-hostile-files.ts'
import { FLOODS, type FloodName } from '../support/floods.ts'
import { HOSTILE_WORD_FILES } from '../support/hostile-word-files.ts'
import { type Attacker, startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

let under: UnderAttack
/** Who bring files; they come in before the floods, after which nobody gets in for a while. */
let senders: HeadersInit[]
beforeAll(async () => {
  under = await startUnderAttack()
  senders = await letSendersIn(under, BROUGHT.length)
})
afterAll(() => under?.stop())

/** How connections of the attacker end (0: it was let be, and left), and by which name its writes are refused. */
const ENDS: [AttackName, codes: number[], refusals: string[]][] = [
  ['random bytes', [4529], []],
  ['text frames', [1003], []],
  ['messages cut short', [4529], []],
  ['unknown messages', [4529], []],
  ['broken awareness', [4529], []],
  ['broken updates', [4529], ['malformed']],
  ['ten thousand cursors', [0], []],
  ['forged cursors', [0], []],
  ["another's client id", [4529], ['foreign_client', 'gap']],
  ['a frame of 120 MB', [1009], []],
  ['a paste of 20 MB', [1009], []],
  ['broken framing', [1002], []],
  ['half of giant frames', [0, 4529], []],
  ['half of giant frames to be echoed', [4529], []],
  ['half of frames that are too large', [1009], []],
  ['updates with a gap piled up', [0], ['gap']],
  ['letters that wait for each other', [4529], ['malformed']],
  ['questions without end', [4529], []],
  ['questions for cursors without end', [4529], []],
  ['thousands of rooms opened and left', [0, 4404], []],
  ['a hundred connections of one person', [0, 4529], []],
  ['a stranger with random bytes', [4401], []],
  ['a stranger with giant frames', [4401], []],
  ['a reader that never reads', [4513], []],
]

for (const [name, codes, refusals] of ENDS) {
  test(`${name}: the attacker is stopped by name, and honest people in its room and in another go on`, async () => {
    const outcome = await under.attack(name)
    expect([...new Set(outcome.codes)].sort()).toEqual(codes)
    expect([...new Set(outcome.refusals)].sort()).toEqual(refusals)
    for (const echo of Object.values(under.echoes)) {
      const before = echo.letters
      await expect.poll(() => echo.letters).toBeGreaterThan(before + 3)
      expect(echo.speaker.refusals).toEqual([])
    }
    expect(under.server.output()).not.toMatch(/"level":[56]0/)
  })
}

/** What a flood over plain HTTP is answered with (0: cut off without a word), and the names that must be among its refusals. */
const ANSWERS: Record<FloodName, { codes: number[]; participant: string[]; stranger: string[] }> = {
  'pages and lists without end': { codes: [200, 401], participant: [], stranger: ['not-signed-in'] },
  'downloads without end': {
    codes: [200, 401, 429],
    participant: ['too-many-requests'],
    stranger: ['not-signed-in'],
  },
  'links that nobody made': {
    codes: [404, 429],
    participant: ['too-many-requests'],
    stranger: ['too-many-requests'],
  },
  'commands without end': {
    codes: [401, 403, 429],
    participant: ['too-many-requests'],
    stranger: ['too-many-requests'],
  },
  'codes guessed from two hundred addresses': {
    codes: [404, 429],
    participant: ['too-many-requests'],
    stranger: ['too-many-requests'],
  },
  'passwords guessed from two hundred addresses': {
    codes: [401, 429],
    participant: ['too-many-requests'],
    stranger: ['too-many-requests'],
  },
  'bodies that are too large': {
    codes: [0, 401, 413, 429],
    participant: ['body-too-large'],
    stranger: ['not-signed-in'],
  },
  'bodies as large as may be, of nothing but brackets': {
    codes: [0, 400, 401, 429],
    participant: ['malformed-request'],
    stranger: [],
  },
  'bodies nested without end': {
    codes: [0, 400, 401, 429],
    participant: ['malformed-request'],
    stranger: [],
  },
  'thousands of connections that say nothing': { codes: [0], participant: [], stranger: [] },
  'thousands of requests that stop in their first line': { codes: [0], participant: [], stranger: [] },
  'thousands of headers that come a letter at a time': { codes: [0], participant: [], stranger: [] },
  'thousands of bodies that never come': { codes: [0, 429], participant: [], stranger: [] },
}

/** Guessing passwords is the same for everybody, and takes the time of forty of them. */
const BY_STRANGERS = (Object.keys(FLOODS) as FloodName[]).filter((name) => !name.startsWith('passwords'))
const FLOODED: [Attacker, FloodName[]][] = [
  ['participant', Object.keys(FLOODS) as FloodName[]],
  ['stranger', BY_STRANGERS],
]

for (const [by, names] of FLOODED) {
  test.each(names)(`%s, by a ${by}: refused by name, and honest people go on`, async (name) => {
    const { codes, refusals } = await under.attack(name, by)
    const expected = ANSWERS[name]
    expect(codes.filter((code) => !expected.codes.includes(code))).toEqual([])
    expect([...new Set(refusals)]).toEqual(expect.arrayContaining(expected[by]))
    for (const echo of Object.values(under.echoes)) {
      const before = echo.letters
      await expect.poll(() => echo.letters).toBeGreaterThan(before + 3)
      expect(echo.speaker.refusals).toEqual([])
    }
    expect(under.server.output()).not.toMatch(/"level":[56]0/)
  })
}

/** The first and the last of every outcome, and each tenth; all of them are brought in `tests/long`, and read in `tests/laws`. */
const BROUGHT = HOSTILE_WORD_FILES.filter((file, place) => {
  const alike = HOSTILE_WORD_FILES.filter(({ expected }) => expected === file.expected)
  return place % 10 === 0 || file === alike[0] || file === alike.at(-1)
})

test('whatever is brought in place of a Word file is refused by name, and honest people in the room go on', {
  timeout: 300_000,
}, async () => {
  await bringHostileFiles(under, senders, BROUGHT)
})

/** Not known, or cut off without a word, as the server does with who does not listen. The echo is open to all: there it is too much. */
const turnedAway = (name: AttackName) => [name.endsWith('echoed') ? 4529 : 4401, 1006, 0]

test('by a stranger each of these attacks ends at the door: nothing of it is taken, and honest people go on', async () => {
  for (const name of Object.keys(ATTACKS) as AttackName[]) {
    const { codes, refusals } = await under.attack(name, 'stranger')
    expect(
      codes.filter((code) => !turnedAway(name).includes(code)),
      name,
    ).toEqual([])
    expect(refusals, name).toEqual([])
    for (const echo of Object.values(under.echoes)) {
      const before = echo.letters
      await expect.poll(() => echo.letters, { message: name }).toBeGreaterThan(before)
    }
  }
})
