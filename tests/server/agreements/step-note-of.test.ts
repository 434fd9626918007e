import { describe, expect, test } from 'vitest'
import { stepNoteOf, stepNotesOf } from '../../../server/agreements/step-note-of.ts'
import type { StoredNoteVersion } from '../../../server/storage/steps.ts'

let last = 0
function version(name: string, value: string, more: Partial<StoredNoteVersion> = {}): StoredNoteVersion {
  last += 1
  return {
    seq: last,
    itemId: 'look.one_page',
    aboutPartyId: null,
    audience: 'all',
    part: 'text',
    value,
    basedOn: null,
    personId: name,
    name,
    at: `2026-11-21T12:00:${String(last % 60).padStart(2, '0')}.000Z`,
    ...more,
  }
}
/** Each text goes out from the one before it. */
function chain(...texts: [name: string, value: string, at?: string][]): StoredNoteVersion[] {
  const all: StoredNoteVersion[] = []
  for (const [name, value, at] of texts) {
    const basedOn = all.at(-1)?.seq ?? null
    all.push(version(name, value, { basedOn, ...(at === undefined ? {} : { at }) }))
  }
  return all
}

describe('the note of a place', () => {
  test('of somebody who types on is one writing, without earlier versions', () => {
    const note = stepNoteOf(chain(['Fatima', 'Een'], ['Fatima', 'Een folder'], ['Fatima', 'Twee folders']))
    expect(note).toMatchObject({ text: 'Twee folders', overlapped: false, earlier: [] })
  })

  test('that another rewrote keeps what stood there as an earlier version', () => {
    const note = stepNoteOf(chain(['Fatima', 'Een folder'], ['Mark', 'Een filmpje']))
    expect(note).toMatchObject({ text: 'Een filmpje', overlapped: false })
    expect(note.earlier).toMatchObject([{ text: 'Een folder', by: 'Fatima' }])
  })

  test('that another went on in repeats nothing: all words are still there', () => {
    const note = stepNoteOf(chain(['Fatima', 'Een folder'], ['Mark', 'Een folder en een filmpje']))
    expect(note.earlier).toEqual([])
  })

  test('that two wrote at once says so, also while the last one types on', () => {
    const first = version('Fatima', 'Van Fatima')
    const second = version('Mark', 'Van Mark')
    const third = version('Mark', 'Van Mark, verder', { basedOn: second.seq })
    expect(stepNoteOf([first, second, third])).toMatchObject({
      text: 'Van Mark, verder',
      overlapped: true,
      earlier: [{ text: 'Van Fatima' }],
    })
  })

  test('that somebody emptied long after keeps the words within reach', () => {
    const note = stepNoteOf(
      chain(['Fatima', 'Een folder', '2026-11-21T10:00:00Z'], ['Fatima', '', '2026-11-22T10:00:00Z']),
    )
    expect(note).toMatchObject({ text: '', earlier: [{ text: 'Een folder' }] })
  })

  test('has the last mark, with who made it, apart from the words', () => {
    const note = stepNoteOf([
      version('Mark', 'done', { part: 'mark' }),
      version('Fatima', 'Een folder'),
      version('Petra', 'none', { part: 'mark' }),
    ])
    expect(note).toMatchObject({ mark: 'none', markedBy: 'Petra', text: 'Een folder', writtenBy: 'Fatima' })
  })
})

test('notes of different audiences and parties do not run into each other', () => {
  const notes = stepNotesOf([
    version('Fatima', 'Samen'),
    version('Fatima', 'Alleen wij', { audience: 'party:p1' }),
    version('Fatima', 'Over p2', { aboutPartyId: 'p2' }),
  ])
  expect(notes.map(({ audience, aboutPartyId, text }) => [audience, aboutPartyId, text])).toEqual([
    ['shared', null, 'Samen'],
    ['own', null, 'Alleen wij'],
    ['shared', 'p2', 'Over p2'],
  ])
})
