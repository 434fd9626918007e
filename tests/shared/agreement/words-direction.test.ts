import { expect, test } from 'vitest'
import { directionOf, stretchesOf } from '../../../shared/agreement/words-direction.ts'

test.each([
  ['Stichting Moeders van de Haven', undefined],
  ['', undefined],
  ['€ 1.250,00', undefined],
  ['ملخص بالعربية', 'rtl'],
  ['סיכום', 'rtl'],
  ['جمعية الأمهات en de gemeente Weidehaven werken samen in de wijk', undefined],
  ['اتفاقية التعاون بين الأطراف (Handslag)', 'rtl'],
  // Dutch around an Arabic name that is longer than the sentence.
  ['De vereniging heet جمعية الأمهات المغربيات في المدينة.', undefined],
  ['Penvoerder is جمعية الأمهات المغربيات في المدينة.', undefined],
  ['جمعية الأمهات المغربيات في المدينة is partij.', undefined],
  ['جمعية الأمهات werkt samen met جمعية الأمل', undefined],
  ['Partij (جمعية الأمهات المغربيات في المدينة)', undefined],
  ['De naam “جمعية الأمهات المغربيات” staat vast', undefined],
  ['جمعية الأمل, Gemeente Weidehaven en Stichting Jeugd tekenen dit convenant.', undefined],
  ['Stichting Hoop جمعية الأمل', undefined],
  // Arabic around a Dutch name or term that is longer than the sentence.
  ['نعمل مع Stichting Moeders van de Haven Noord-Brabant', 'rtl'],
  ['Veilig Thuis تعمل مع البلدية', 'rtl'],
  ['تعمل البلدية مع jeugdhulp في الحي', 'rtl'],
  ['نعمل مع gemeente Weidehaven في الحي', 'rtl'],
  ['اتفاقية (samenwerkingsovereenkomst tussen gemeente en aanbieder) بين الأطراف', 'rtl'],
  ['«samen werken aan de wijk» اسم الاتفاقية', 'rtl'],
  ['“نعمل معًا”', 'rtl'],
])('“%s” is written %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

const rtl = (text: string) => ({ text, direction: 'rtl' })
const ltr = (text: string) => ({ text, direction: 'ltr' })

test.each([
  ['', [ltr('')]],
  ['Artikel 4, lid 2.', [ltr('Artikel 4, lid 2.')]],
  ['heet جمعية الأمل (24) in het Arabisch', [ltr('heet '), rtl('جمعية الأمل'), ltr(' (24) in het Arabisch')]],
  ['جمعية الأمل', [rtl('جمعية الأمل')]],
  ['שלום 24 שלום.', [rtl('שלום 24 שלום'), ltr('.')]],
  ['معًا جدّ: samen', [rtl('معًا جدّ'), ltr(': samen')]],
  ['één café', [ltr('één café')]],
])('“%s” in a Dutch sentence', (text, stretches) => {
  expect(stretchesOf(text, 'ltr')).toEqual(stretches)
  expect(
    stretchesOf(text, 'ltr')
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text)
})

test('in an Arabic sentence signs and digits at the ends and beside Dutch words go with the Arabic', () => {
  expect(stretchesOf('(24) نعمل مع Veilig Thuis 0800 – معًا!', 'rtl')).toEqual([
    rtl('(24) نعمل مع '),
    ltr('Veilig Thuis'),
    rtl(' 0800 – معًا!'),
  ])
})
