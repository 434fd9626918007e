import { afterAll, beforeAll, test } from 'vitest'
import { bringHostileFiles, letSendersIn } from '../support/bring-hostile-files.ts'
import { HOSTILE_WORD_FILES } from '../support/hostile-word-files.ts'
import { startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

let under: UnderAttack
beforeAll(async () => {
  under = await startUnderAttack()
})
afterAll(() => under?.stop())

test('each of the files that may be brought in place of a Word file is refused by name, and honest people in the room go on', async () => {
  await bringHostileFiles(under, await letSendersIn(under, HOSTILE_WORD_FILES.length), HOSTILE_WORD_FILES)
})
