import { describe, expect, test } from 'vitest'
import { fileNameIn } from '../../../client/connection/http.ts'
import { contentDisposition } from '../../../server/http/export-agreement.ts'
import { fileNameOf } from '../../../shared/word/file-name.ts'

describe('the name of a file', () => {
  test.each([
    ['Samen dichtbij 2027-2029', 'Samen dichtbij 2027-2029'],
    ['../../etc/passwd', 'etc passwd'],
    ['a\r\nb: "c" <d>|e', 'a b c d e'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['', 'overeenkomst'],
    ['...', 'overeenkomst'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('of an agreement called %j is %j', (title, name) => {
    expect(fileNameOf(title)).toBe(name)
  })
})

test('a name with signs of other scripts arrives whole, and never breaks the header', () => {
  const header = contentDisposition("Coöperatie 'Één' (سلام).docx")
  expect(header).toMatch(/^[\x20-\x7e]+$/)
  expect(header).toContain('filename="Cooperatie \'Een\' (____).docx"')
  expect(fileNameIn(header)).toBe("Coöperatie 'Één' (سلام).docx")
})
