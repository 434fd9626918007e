import { expect, test } from 'vitest'
import { maybeHeadingPages } from '../../../server/agreements/heading-pages.ts'

const hex = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase()
const item = (title: string, target: number) =>
  `<</Count 0/Title<${hex(title)}>\n/Dest[${target} 0 R/XYZ 56 746 0]>>`
const TREE = '<</Type/Pages\n/Resources 9 0 R\n/Kids[ 1 0 R 13 0 R\n155 0 R ]\n/Count 3>>'
const pdf = (...parts: string[]) => Buffer.from(['%PDF-1.7', ...parts].join('\n'), 'latin1')

test('each heading of the outline has the place of its page among the pages', () => {
  expect(maybeHeadingPages(pdf(TREE, item('Artikel 1 Één', 13), item('Bijlage 1', 155)))).toEqual([
    { heading: 'Artikel 1 Één', page: 2 },
    { heading: 'Bijlage 1', page: 3 },
  ])
})

test.each([
  ['it has no outline', pdf(TREE)],
  ['a heading points at what is no page', pdf(TREE, item('Een', 14))],
  ['its pages are in a tree with branches', pdf(TREE, TREE, item('Een', 13))],
  ['it is something else', Buffer.from([0, 255, 3])],
])('nothing is known when %s', (_, bytes) => {
  expect(maybeHeadingPages(bytes)).toBeNull()
})
