import { describe, expect, test } from 'vitest'
import { outdatedTermsIn, readingTrouble } from '../../../shared/advice/plain-language.ts'
import { SETTINGS } from '../../support/advice.ts'

const settings = SETTINGS.plainLanguage
const words = (count: number) => Array.from({ length: count }, () => 'woord').join(' ')

describe('reading trouble', () => {
  test('short sentences in common words give none, an empty text neither', () => {
    expect(readingTrouble('Ouders weten waar hulp is. Wij helpen hen daarbij.', settings)).toBeNull()
    expect(readingTrouble('', settings)).toBeNull()
    expect(readingTrouble('… 2027?!', settings)).toBeNull()
  })

  test('a sentence as long as the limit is fine, one word more is not', () => {
    const short = `${words(1)}. ${words(1)}. `
    expect(readingTrouble(`${short}${words(25)}.`, settings)).toBeNull()
    expect(readingTrouble(`${short}${words(26)}.`, settings)).toMatchObject({ longestWords: 26 })
  })

  test('a high average is named though no sentence is too long', () => {
    expect(readingTrouble(`${words(18)}. ${words(18)}.`, settings)).toEqual({
      averageWords: 18,
      longestWords: 18,
      formalWords: [],
    })
  })

  test('a line, a question and a colon end a sentence; a point in an amount or a time does not', () => {
    expect(readingTrouble(`${words(14)}\n${words(14)}: ${words(14)}? ${words(14)}`, settings)).toBeNull()
    expect(readingTrouble(`${words(13)} € 1.250,00 om 19.30 uur`, settings)?.longestWords).toBe(17)
  })

  test('a formal word is found whatever its case, and not inside another word', () => {
    expect(readingTrouble('Derhalve helpen wij. TENEINDE te helpen.', settings)?.formalWords).toEqual([
      'derhalve',
      'teneinde',
    ])
    expect(readingTrouble('Inmiddels helpen wij.', settings)).toBeNull()
  })

  test('a formal word of two words is found', () => {
    expect(readingTrouble('Wij zijn ter zake bevoegd.', settings)?.formalWords).toEqual(['ter zake'])
  })
})

describe('outdated terms', () => {
  test('a term is the beginning of a word, whatever its case', () => {
    expect(outdatedTermsIn('Allochtone ouders en niet-westerse gezinnen', settings)).toEqual([
      'allochto',
      'niet-westers',
    ])
    expect(outdatedTermsIn('Deze ouders, gezinnen met een migratieachtergrond', settings)).toEqual([])
  })

  test('without terms nothing is found, and a term is never read as a pattern', () => {
    const own = (outdatedTerms: { term: string; instead: string }[]) => ({ ...settings, outdatedTerms })
    expect(outdatedTermsIn('Allochtone ouders', own([]))).toEqual([])
    expect(outdatedTermsIn('aaa', own([{ term: 'a(+', instead: 'b' }]))).toEqual([])
    expect(outdatedTermsIn('a.c', own([{ term: 'a.c', instead: 'b' }]))).toEqual(['a.c'])
  })
})
