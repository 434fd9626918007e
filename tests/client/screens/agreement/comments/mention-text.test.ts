import { describe, expect, test } from 'vitest'
import {
  keptOf,
  mentionBeing,
  piecesOf,
  suggestions,
  typedOf,
} from '../../../../../client/screens/agreement/comments/mention-text.ts'
import { mentionOf } from '../../../../../shared/protocol/mention.ts'

const fatima = { personId: 'p1', name: 'Fatima' }
const el = { personId: 'p2', name: 'Fatima el Amrani' }
const odd = { personId: 'p3', name: 'J. (Jan) *' }
const people = [fatima, el, odd]

describe('who is mentioned', () => {
  test('is kept by who they are, the longest name first, and reads by their name again', () => {
    const typed = 'Dag @Fatima el Amrani, @Fatima en @J. (Jan) *, niet @Fatimaatje of @Piet'
    const kept = keptOf(`  ${typed} `, people)
    expect(kept).toBe(
      `Dag ${mentionOf('p2')}, ${mentionOf('p1')} en ${mentionOf('p3')}, niet @Fatimaatje of @Piet`,
    )
    expect(typedOf({ text: kept, mentions: people })).toBe(typed)
  })

  test('and is unknown here stands as it was typed', () => {
    const text = `Dag ${mentionOf('p9')} en ${mentionOf('p1')}!`
    expect(piecesOf({ text, mentions: [fatima] })).toEqual([
      { kind: 'words', text: `Dag ${mentionOf('p9')} en ` },
      { kind: 'person', ...fatima },
      { kind: 'words', text: '!' },
    ])
  })
})

describe('names are listed', () => {
  test.each([
    ['@', 1, { from: 0, typed: '' }],
    ['Dag @Fa', 7, { from: 4, typed: 'Fa' }],
    ['Dag (@Fatima el', 15, { from: 5, typed: 'Fatima el' }],
    ['mail@adres', 10, null],
    ['Dag @Fatima el Amrani', 21, null],
    ['Dag @Fa gaat', 3, null],
    ['geen', 4, null],
  ])('behind %s at %d', (typed, caret, being) => {
    expect(mentionBeing(typed, caret)).toEqual(being)
  })

  test('by the beginning of any word of a name, whatever the capitals', () => {
    expect(suggestions(people, 'fat')).toEqual([fatima, el])
    expect(suggestions(people, 'AMR')).toEqual([el])
    expect(suggestions(people, 'atima')).toEqual([])
  })
})
