import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asItStands, holdsSuggestions } from '../../../shared/agreement/as-it-stands.ts'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import { suggestionIdOf, UNKNOWN_SUGGESTION } from '../../../shared/agreement/suggestion.ts'
import { arbitraryRichText } from '../../support/arbitrary-agreement.ts'

const insertion = { type: 'insertion', attrs: { id: 's1' } }
const deletion = { type: 'deletion', attrs: { id: 's2' } }

test('given words and facts that are proposed, the text as it stands has what would be taken out and lacks what would be put in', () => {
  const text = canonicalRichText({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: {},
        content: [
          { type: 'text', text: 'Elke ' },
          { type: 'text', text: 'week', marks: [{ type: 'bold' }, deletion] },
          { type: 'text', text: 'maand', marks: [{ type: 'bold' }, insertion] },
          { type: 'text', text: 'eerst voorgesteld, toen weer weg', marks: [insertion, deletion] },
          { type: 'hardBreak', attrs: { insertion: 's1' } },
          { type: 'field', attrs: { name: 'goal', deletion: 's2' } },
          { type: 'text', text: ' komen', marks: [] },
        ],
      },
      { type: 'paragraph', attrs: {}, content: [{ type: 'text', text: 'Nieuw', marks: [insertion] }] },
    ],
  })
  expect(asItStands(text)).toEqual(
    canonicalRichText({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: {},
          content: [
            { type: 'text', text: 'Elke ' },
            { type: 'text', text: 'week', marks: [{ type: 'bold' }] },
            { type: 'field', attrs: { name: 'goal' } },
            { type: 'text', text: ' komen' },
          ],
        },
        { type: 'paragraph', attrs: {} },
      ],
    }),
  )
})

test('a text without suggestions stands as it is, and of any other text none is left and the form is canonical', () => {
  fc.assert(
    fc.property(arbitraryRichText, (input) => {
      const text = canonicalRichText(input)
      const stands = asItStands(text)
      expect(holdsSuggestions(stands)).toBe(false)
      expect(stands).toEqual(canonicalRichText(stands))
      expect(stands.content).toHaveLength(text.content.length)
      expect(asItStands(stands)).toBe(stands)
      if (!holdsSuggestions(text)) expect(stands).toBe(text)
    }),
  )
})

test('a mark with something else than an id of ours is a suggestion all the same', () => {
  expect(suggestionIdOf({ id: 's1' })).toBe('s1')
  expect(suggestionIdOf('s1')).toBe('s1')
  expect(suggestionIdOf(null)).toBe(null)
  for (const hostile of [true, {}, { id: 7 }, { id: '<b>' }, 'x'.repeat(41)])
    expect(suggestionIdOf(hostile)).toBe(UNKNOWN_SUGGESTION)
})
