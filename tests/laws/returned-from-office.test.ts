import { expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { dataOfText } from '../../shared/returned/data-of-text.ts'
import { findChanges } from '../../shared/returned/find-changes.ts'
import { type LostFile, readWordFile } from '../../shared/returned/read-word-file.ts'
import type { ReturnedData } from '../../shared/returned/returned-word-file.ts'
import { exampleOnPaper, realCatalog } from '../support/examples-on-paper.ts'
import { editInOffice, OFFICE_AUTHOR } from '../support/office-edit.ts'
import { changesIn, emptyForm, TAKEN_ALONG, takenAlong } from '../support/returned-word.ts'

const body = exampleOnPaper('01-weidehaven-samenwerkingsovereenkomst')
const task = body.tasks.find(({ clusterId }) => clusterId === 'awareness')
const MINUTES = 3 * 60_000

/** Signs that LibreOffice 7.4 does not escape where it writes what a control is bound to. */
const AMPERSAND: AgreementBody = {
  ...body,
  purpose: { ...body.purpose, goalText: 'Zorg & welzijn voor < 18 jaar.' },
}

test(
  'a file that LibreOffice opened and saved says nothing else, also with signs in it that LibreOffice writes badly',
  async () => {
    expect(changesIn(await editInOffice(await takenAlong(body), []), body)).toEqual([])
    expect(changesIn(await editInOffice(await takenAlong(AMPERSAND), []), AMPERSAND)).toEqual([])
  },
  MINUTES,
)

test(
  'an empty form that LibreOffice opened and saved says nothing, and a fact that is filled in there says that alone',
  async () => {
    const form = await emptyForm(body)
    expect(changesIn(await editInOffice(form, []), body)).toEqual([])
    const filled = await editInOffice(form, [{ do: 'fill', fact: 'area', value: 'De hele stad' }])
    expect(changesIn(filled, body).map(({ file, was }) => ({ file, was }))).toEqual([
      { file: 'De hele stad', was: null },
    ])
  },
  MINUTES,
)

test(
  'a fact with an & that somebody fills in spoils the data of the file, which comes back by the text that it was made of',
  async () => {
    const file = await editInOffice(await takenAlong(body), [
      { do: 'fill', fact: 'goal', value: 'Zorg & welzijn voor < 18 jaar.' },
      { do: 'reword', seen: 'Partijen besluiten samen', words: 'Partijen beslissen samen', tracked: false },
    ])
    const read = readWordFile(file)
    const { origin, text } = (read.ok ? null : read.lost) as LostFile
    expect(origin).toMatchObject({ agreementId: 'a1', version: 3, at: TAKEN_ALONG.getTime() })
    const data = dataOfText(body, origin, realCatalog()) as ReturnedData
    expect(dataOfText(AMPERSAND, origin, realCatalog())).toBeNull()
    const changes = findChanges({ ...data, known: [], ...text }, body, realCatalog())
    expect(changes.map(({ file: said }) => said)).toEqual([
      expect.stringContaining('Partijen beslissen samen'),
      'Zorg & welzijn voor < 18 jaar.',
    ])
  },
  MINUTES,
)

test(
  'what people do in LibreOffice comes back as exactly that: a fact, words tracked and not, a row, a comment',
  async () => {
    const file = await editInOffice(await takenAlong(body), [
      { do: 'fill', fact: 'goal', value: 'Elk gezin kent de weg.' },
      { do: 'reword', seen: 'Partijen besluiten samen', words: 'Partijen beslissen samen', tracked: false },
      {
        do: 'reword',
        seen: 'dan praten partijen eerst met elkaar',
        words: 'dan overleggen partijen eerst',
        tracked: true,
      },
      { do: 'add-row', seen: task?.title ?? '', cells: ['Spelochtend', 'de gemeente', '', '', ''] },
      { do: 'comment', seen: 'Lukt dat niet', words: 'Graag toelichten' },
    ])
    const changes = changesIn(file, body)
    const kinds = changes.map(({ what }) => (what.kind === 'change' ? what.change.kind : what.kind))
    expect(kinds.sort()).toEqual(['comment', 'fact', 'row-add', 'words', 'words'])
    const saying = (text: string) => changes.find(({ file: said }) => said?.includes(text))
    expect(saying('Elk gezin kent de weg.')?.what).toMatchObject({ change: { address: 'purpose.goalText' } })
    expect(saying('Partijen beslissen samen')?.hands).toEqual([])
    expect(saying('dan overleggen partijen eerst')?.hands.map(({ author }) => author)).toEqual([
      `${OFFICE_AUTHOR.given} ${OFFICE_AUTHOR.family}`,
    ])
    expect(saying('Spelochtend')?.what).toMatchObject({
      change: { list: 'tasks', values: { title: 'Spelochtend' } },
    })
    expect(saying('Graag toelichten')?.what).toMatchObject({ kind: 'comment', quote: 'Lukt dat niet' })
  },
  MINUTES,
)
