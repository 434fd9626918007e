import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTACKS, type AttackName } from '../support/attacks.ts'
import { startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

let under: UnderAttack
beforeAll(async () => {
  under = await startUnderAttack()
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
  ['half of giant frames', [0], []],
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

/** Not known; or cut off without a word, as the server does with who does not listen. */
const TURNED_AWAY = [4401, 1006, 0]

test('by a stranger each of these attacks ends at the door: nothing of it is taken, and honest people go on', async () => {
  for (const name of Object.keys(ATTACKS) as AttackName[]) {
    const { codes, refusals } = await under.attack(name, 'stranger')
    expect(
      codes.filter((code) => !TURNED_AWAY.includes(code)),
      name,
    ).toEqual([])
    expect(refusals, name).toEqual([])
    for (const echo of Object.values(under.echoes)) {
      const before = echo.letters
      await expect.poll(() => echo.letters, { message: name }).toBeGreaterThan(before)
    }
  }
})
