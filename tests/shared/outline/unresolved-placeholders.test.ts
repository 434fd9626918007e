import { expect, test } from 'vitest'
import { unresolvedPlaceholders } from '../../../shared/outline/unresolved-placeholders.ts'
import { agreement } from '../../support/agreement.ts'
import { realCatalog } from '../../support/examples-on-paper.ts'

const field = (name: string) => ({ type: 'field', attrs: { name } })
const paragraph = (onlyIf: string | null, ...names: string[]) => ({
  type: 'paragraph',
  attrs: { kind: 'clause', onlyIf },
  content: names.map(field),
})
const withText = (parts: Record<string, unknown>) =>
  agreement({
    ...parts,
    articles: [
      {
        id: 'one',
        body: {
          type: 'doc',
          content: [
            paragraph(null, 'court', 'goal', 'court', 'wind_down'),
            paragraph('binding_mixed', 'binding_articles'),
          ],
        },
      },
    ],
  })

test('each empty field of the text is named once, in its order; one that may stay empty is not', () => {
  expect(unresolvedPlaceholders(withText({}), realCatalog())).toEqual(['court', 'goal'])
})

test('a field in a paragraph that the paper leaves out is no gap, and one in a paragraph that it shows is', () => {
  const mixed = withText({ legalStatus: 'mixed', purpose: { goalText: 'Vertrouwen' } })
  expect(unresolvedPlaceholders(mixed, realCatalog())).toEqual(['court', 'binding_articles'])
})
