import { expect, test } from 'vitest'
import { rowsShown } from '../../../../client/screens/akkoord/rows-shown.ts'

const row = (yes: number) => ({ yes, akkoord: { yes, says: [1, 2, 3] } })
const shown = (counts: number[], isRest: boolean) => rowsShown(counts.map(row), isRest).map(({ yes }) => yes)

test('who asks for what is left sees what not all parties agree on, and all of it once they agree everywhere', () => {
  expect(shown([3, 0, 2, 3], false)).toEqual([3, 0, 2, 3])
  expect(shown([3, 0, 2, 3], true)).toEqual([0, 2])
  expect(shown([3, 3], true)).toEqual([3, 3])
})
