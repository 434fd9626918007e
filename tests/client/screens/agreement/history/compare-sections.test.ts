import { describe, expect, test } from 'vitest'
import {
  compareBlocks,
  drawThenAndNow,
  isSame,
  type ThenAndNow,
} from '../../../../../client/screens/agreement/history/compare-sections.ts'
import { canonicalRichText } from '../../../../../shared/agreement/canonical-rich-text.ts'
import { CATALOG } from '../../../../support/advice.ts'
import { agreement, clauses } from '../../../../support/agreement.ts'

const article = (id: string, ...texts: string[]) => ({
  id,
  heading: `Kop ${id}`,
  numbered: true,
  body: clauses(...texts),
})
const NOW = agreement({
  articles: [article('one', 'Wij praten elke maand.', 'Wij luisteren.', 'Slot.'), article('two', 'Anders.')],
  annexes: [{ id: 'x', kind: 'other', title: 'Bijlage', body: clauses('Lijst.') }],
})
const at = (heading: string, ...texts: string[]) => ({ heading, body: canonicalRichText(clauses(...texts)) })

function drawn(id: string, then: ReturnType<typeof at>): ThenAndNow {
  const both = drawThenAndNow(NOW, CATALOG, id, then)
  if (both === null) throw new Error(`nothing drawn of ${id}`)
  return both
}

function compared({ was, now }: ThenAndNow): unknown[] {
  return compareBlocks(was.content, now?.content ?? []).map((each) =>
    each.state === 'changed'
      ? each.parts.map(({ state, text }) => [state, text])
      : [
          each.state,
          each.block.kind === 'paragraph' ? each.block.inlines.map((i) => 'text' in i && i.text) : '',
        ],
  )
}

describe('a text as it was beside the text as it is', () => {
  test('a sentence that changed is compared word by word, one that went and one that came stand whole', () => {
    const both = drawn('one', at('Kop one', 'Wij praten elke week.', 'Dit is oud.', 'Slot.'))
    expect(isSame(both)).toBe(false)
    expect(compared(both)).toEqual([
      [
        ['same', 'Wij praten elke '],
        ['gone', 'week'],
        ['came', 'maand'],
        ['same', '.'],
      ],
      ['gone', ['Dit is oud.']],
      ['came', ['Wij luisteren.']],
      ['same', ['Slot.']],
    ])
  })

  test('a clause that only got another number did not change', () => {
    const both = drawn('one', at('Kop one', 'Wij luisteren.', 'Slot.'))
    expect(compared(both)).toEqual([
      ['came', ['Wij praten elke maand.']],
      ['same', ['Wij luisteren.']],
      ['same', ['Slot.']],
    ])
  })

  test('the same text, of an article and of an annex, is the same', () => {
    expect(isSame(drawn('two', at('Kop two', 'Anders.')))).toBe(true)
    expect(isSame(drawn('x', at('Bijlage', 'Lijst.')))).toBe(true)
    expect(isSame(drawn('x', at('Andere titel', 'Lijst.')))).toBe(false)
  })

  test('an article that is not here any more is drawn as it was, beside nothing', () => {
    const both = drawn('gone', at('Oud artikel', 'Hier stond iets.'))
    expect(both.now).toBe(null)
    expect(both.was).toMatchObject({ heading: 'Oud artikel', number: null })
  })
})
