import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { removeText } from '../../../shared/document/article-edit.ts'
import { longTextAt, removeRecord, replaceLongText, setField } from '../../../shared/document/edit.ts'
import { canPutBack, putBackWords } from '../../../shared/document/put-back.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { readRichText } from '../../../shared/document/rich-text-read.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { plainText } from '../../../shared/document/words-as-they-were.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { erase, insertField, joinWithPrevious, removeParagraph, type } from '../../support/edit-prose.ts'
import { type WatchedPerson, watchedPerson } from '../../support/watched-person.ts'

const TEXT = ['Partijen werken nauw samen.', 'Zij praten met de wijk.', 'Zij luisteren.']

/** What Anna does and Bram does at the same moment; then Anna has heard of Bram. */
function after(
  annaDoes: (anna: WatchedPerson) => void,
  bramDoes: (bram: WatchedPerson) => void,
): WatchedPerson {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({
      tasks: [{ id: 't', title: 'Bellen', description: 'Elke week bellen.' }],
      articles: [{ id: 'one', heading: 'Samen', body: clauses(...TEXT) }],
    }),
  )
  const start = Y.encodeStateAsUpdate(doc)
  const [anna, bram] = [watchedPerson(start, 5), watchedPerson(start, 7)]
  annaDoes(anna)
  bramDoes(bram)
  for (const update of bram.sent) anna.take(update)
  return anna
}

const offersOf = ({ lost }: WatchedPerson) =>
  lost.map(({ path, text, pieces, anchor, value }) => ({ place: path, text, pieces, anchor, value }))
const putBack = (person: WatchedPerson) => offersOf(person).map((offer) => putBackWords(person.doc, offer))
const wordsOf = ({ prose }: WatchedPerson) =>
  readRichText(prose, '').value.content.map((block) =>
    block.type === 'paragraph' ? plainText(block.content ?? []) : '',
  )

test('where the paragraph was joined, the words come back in its sentence, facts and all', () => {
  const anna = after(
    ({ prose }) => {
      type(prose, 1, ' van ')
      insertField(prose, 1, 'area', 28)
    },
    ({ prose }) => joinWithPrevious(prose, 1),
  )
  expect(putBack(anna)).toEqual([true])
  expect(wordsOf(anna)).toEqual([`${TEXT[0]}${TEXT[1]} van {area}`, TEXT[2]])
})

test('in the middle of a sentence, several runs come back each in its own place', () => {
  const anna = after(
    ({ prose }) => {
      type(prose, 1, ' en de school', 22)
      type(prose, 1, 'veel ', 4)
    },
    ({ prose }) => joinWithPrevious(prose, 1),
  )
  putBack(anna)
  expect(wordsOf(anna)[0]).toBe(`${TEXT[0]}Zij veel praten met de wijk en de school.`)
})

test('where the paragraph is gone, they come back as a paragraph after what stood before it', () => {
  const anna = after(
    ({ prose }) => type(prose, 1, ' Elke week.'),
    ({ prose }) => removeParagraph(prose, 1),
  )
  putBack(anna)
  expect(wordsOf(anna)).toEqual([TEXT[0], 'Elke week.', TEXT[2]])
})

test('when everything around has gone as well, they come back as the only paragraph', () => {
  const anna = after(
    ({ prose }) => type(prose, 1, ' Elke week.'),
    ({ prose }) => {
      for (const paragraph of [2, 1]) removeParagraph(prose, paragraph)
      erase(prose, 0, 0, TEXT[0]?.length ?? 0)
    },
  )
  putBack(anna)
  expect(wordsOf(anna)).toEqual(['', 'Elke week.'])
})

test('where the surroundings stand twice, no sentence is guessed', () => {
  const anna = after(
    ({ prose }) => type(prose, 1, ' en de school', 22),
    ({ prose }) => {
      joinWithPrevious(prose, 1)
      type(prose, 1, ` ${TEXT[1]}`)
    },
  )
  putBack(anna)
  expect(wordsOf(anna)[1]).toBe('en de school')
})

test('words of a text that was set back stand at its end, line by line', () => {
  const anna = after(
    () => {},
    () => {},
  )
  const words = { place: 'articles.one.body', text: 'Eerst.\nDan.', pieces: [], anchor: null, value: null }
  expect(putBackWords(anna.doc, words)).toBe(true)
  expect(wordsOf(anna)).toEqual([...TEXT, 'Eerst.', 'Dan.'])
})

test('putting back is one step that undo takes back', () => {
  const anna = after(
    ({ prose }) => type(prose, 1, ' Elke week.'),
    ({ prose }) => removeParagraph(prose, 1),
  )
  const undo = createUndoManager(anna.doc)
  putBack(anna)
  undo.undo()
  expect(wordsOf(anna)).toEqual([TEXT[0], TEXT[2]])
})

test('a value is set again, and the letters of a long text find their sentence', () => {
  const anna = after(
    ({ doc }) => setField(doc, 'purpose.area', 'Noord'),
    ({ doc }) => setField(doc, 'purpose.area', 'Zuid'),
  )
  putBack(anna)
  expect(readAgreement(anna.doc).value.purpose.area).toBe('Noord')
  const text = longTextAt(anna.doc, 'tasks.t.description')
  const pieces = [
    { before: 'Elke week ', content: [{ type: 'text' as const, text: 'samen ' }], after: 'bellen.' },
  ]
  putBackWords(anna.doc, { place: 'tasks.t.description', text: 'samen ', pieces, anchor: null, value: null })
  expect(text?.toString()).toBe('Elke week samen bellen.')
})

test('there is no place in an article that was taken out, in a row that is gone, and at an unknown address', () => {
  const anna = after(
    ({ prose, doc }) => {
      type(prose, 1, ' Elke week.')
      const text = longTextAt(doc, 'tasks.t.description')
      if (text) replaceLongText(doc, text, 'Elke week samen bellen.')
    },
    ({ prose, doc }) => {
      removeParagraph(prose, 1)
      removeRecord(doc, 'tasks', 't')
    },
  )
  removeText(anna.doc, 'articles', 'one')
  expect(anna.lost).toHaveLength(2)
  expect(offersOf(anna).map((offer) => canPutBack(anna.doc, offer))).toEqual([false, false])
  expect(putBack(anna)).toEqual([false, false])
  for (const place of ['', 'articles', 'nowhere.at.all']) expect(canPutBack(anna.doc, { place })).toBe(false)
})
