import { describe, expect, test } from 'vitest'
import { personalWords } from '../../../shared/outline/personal-words.ts'
import { agreement } from '../../support/agreement.ts'

const body = agreement({
  parties: [
    {
      id: 'p',
      name: 'Stichting Al Amal',
      shortName: 'Amal',
      address: 'Dorpsstraat 1',
      postalCode: '1234 AB',
    },
  ],
  contacts: [
    { id: 'c1', name: 'Elke de Vries', phone: '010 - 123 45 67' },
    { id: 'c2', name: 'samira el-Amal' },
  ],
})

/** The text with each piece that was found between brackets. */
function found(text: string, names: readonly string[] = []): string {
  const spans = personalWords(body, names, [text, 'Voor elke partij.'])(text)
  return spans.reduceRight(
    (rest, { from, to }) => `${rest.slice(0, from)}[${rest.slice(from, to)}]${rest.slice(to)}`,
    text,
  )
}

describe('of what people typed is found', () => {
  test.each([
    ['a name, however it is spaced or capitalised', 'Bel ELKE  de vries.', 'Bel [ELKE  de vries].'],
    ['a part of a name', 'Mevrouw Vries en Samira', 'Mevrouw [Vries] en [Samira]'],
    ['a name with its accents apart', 'Bel Zoe\u0308.', 'Bel [Zoe\u0308].'],
    ['a telephone number, however its digits stand', 'Bel 010-1234567', 'Bel [010-1234567]'],
    ['an address', 'In Dorpsstraat 1, 1234 AB', 'In [Dorpsstraat 1], [1234 AB]'],
    ['an e-mail address of anybody', 'Mail x@y.example.', 'Mail [x@y.example].'],
  ])('%s', (_, text, expected) => {
    expect(found(text, ['Zoë'])).toBe(expected)
  })
})

describe('of what people typed stays', () => {
  test.each([
    ['a word that is also somebody\u2019s first name', 'Elke partij werkt mee.'],
    ['the name of a party, with somebody\u2019s name in it', 'Stichting Al Amal en Amal'],
    ['a word with a name in it', 'Vriesland en de Amaliastraat'],
    ['the number of a helpline', 'Bel 0800 2000.'],
  ])('%s', (_, text) => {
    expect(found(text)).toBe(text)
  })
})
