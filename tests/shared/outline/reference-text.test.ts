import { describe, expect, test } from 'vitest'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import { referenceText } from '../../../shared/outline/reference-text.ts'
import { countToFill } from '../../../shared/outline/to-fill.ts'
import { agreement } from '../../support/agreement.ts'
import { realCatalog } from '../../support/examples-on-paper.ts'

const catalog = realCatalog()
const field = (name: string) => ({ type: 'field', attrs: { name } })
const paragraph = (onlyIf: string | null, ...content: unknown[]) => ({
  type: 'paragraph',
  attrs: { kind: 'clause', onlyIf },
  content,
})

describe('what a reference reads', () => {
  const body = agreement({
    articles: [
      { id: 'one', heading: 'Geld', numbered: true },
      { id: 'signatures', heading: 'Ondertekening', numbered: false },
    ],
    removedTexts: [{ id: 'gone', heading: 'Looptijd' }],
  })
  const read = (id: string) => referenceText(id, body, drawNumbers(body), catalog)

  test('its number, or its heading when it has none', () => {
    expect(read('one')).toEqual({ text: '1', broken: false })
    expect(read('signatures')).toEqual({ text: 'Ondertekening', broken: false })
  })
  test('that it is gone, by the heading it had when that is known', () => {
    expect(read('gone')).toEqual({
      text: '[verwijzing klopt niet: “Looptijd” staat hier niet]',
      broken: true,
    })
    expect(read('never')).toEqual({ text: '[verwijzing klopt niet meer]', broken: true })
  })
})

test('empty fields are counted per article; filled, optional and left-out ones are not', () => {
  const body = agreement({
    purpose: { area: 'Weidehaven' },
    articles: [
      {
        id: 'one',
        heading: 'Doel',
        numbered: true,
        body: {
          type: 'doc',
          content: [
            paragraph(null, field('goal'), field('area'), field('wind_down'), field('goal')),
            paragraph('joint_family_work_allowed', field('joint_family_months')),
          ],
        },
      },
    ],
    boundaries: { jointFamilyWorkAllowed: false },
  })
  expect([...countToFill(body, catalog)]).toEqual([['one', 2]])
})
