import { expect, test } from 'vitest'
import { linesOf } from '../../../shared/editor/paste.ts'

test('pasted text gives one line per line, without empty lines and without characters no document may hold', () => {
  expect(linesOf('een\r\n\r\n  twee\t3\u0000\u0008\rvier\u2028vijf\n')).toEqual([
    'een',
    'twee 3',
    'vier',
    'vijf',
  ])
})
