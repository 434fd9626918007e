import { expect, test } from 'vitest'
import { csv } from '../../../server/agreements/csv.ts'

test('a table has the mark of UTF-8, semicolons, quotes around each cell and doubled ones within', () => {
  expect(
    csv([
      ['a', 'Zij zei "ja"; toen'],
      ['regel\neen', ''],
    ]),
  ).toBe('\uFEFF"a";"Zij zei ""ja""; toen"\r\n"regel\neen";""\r\n')
})

test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
  'a cell that begins a formula (%j) is a text',
  (text) => {
    expect(csv([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
  },
)
