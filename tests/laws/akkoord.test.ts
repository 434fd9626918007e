import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { articleContents } from '../../shared/outline/article-content.ts'
import { arbitraryAgreement } from '../support/arbitrary-agreement.ts'
import { realCatalog } from '../support/examples-on-paper.ts'

const catalog = realCatalog()

/** The blocks that show what a line of the costs costs. */
const SHOWS_COSTS = ['financing_lines', 'financing_short', 'financing_calculation', 'financing_totals']

function hashes(body: AgreementBody): Map<string, string | null> {
  const { ids, hashOf } = articleContents(body, catalog)
  return new Map(ids.map((id) => [id, hashOf(id)]))
}

/** Articles and annexes never have the same id in an agreement that is written here. */
const agreements = arbitraryAgreement.map((body) => ({
  ...body,
  annexes: body.annexes.map((annex) => ({ ...annex, id: `annex_${annex.id}` })),
}))

test('whatever an agreement says: moving its texts and renaming its parties changes no hash', () => {
  fc.assert(
    fc.property(agreements, fc.string(), fc.nat(), (body, name, turn) => {
      const by = body.articles.length === 0 ? 0 : turn % body.articles.length
      const other = {
        ...body,
        articles: [...body.articles.slice(by), ...body.articles.slice(0, by)],
        annexes: body.annexes.toReversed(),
        parties: body.parties.map((party) => ({ ...party, name, shortName: name || null })),
      }
      expect(hashes(other)).toEqual(hashes(body))
    }),
    { numRuns: 100 },
  )
})

test('whatever an agreement says: another amount of one line changes the hash of what shows the costs, and of nothing else', () => {
  fc.assert(
    fc.property(agreements, fc.nat({ max: 999_999 }), fc.boolean(), (body, cents, shows) => {
      const line = body.financing.lines[0]
      const article = body.articles[0]
      fc.pre(line !== undefined && article !== undefined)
      if (shows && article) article.body.content.push({ type: 'block', attrs: { name: 'financing_lines' } })
      const before = hashes(body)
      if (line) line.amount = (line.amount ?? 0) + (cents + 1) / 100
      const after = hashes(body)
      const changed = [...before].filter(([id, hash]) => after.get(id) !== hash).map(([id]) => id)
      const showing = [...body.articles, ...body.annexes].filter(({ body: { content } }) =>
        content.some((block) => block.type === 'block' && SHOWS_COSTS.includes(block.attrs.name)),
      )
      expect(changed).toEqual(showing.map(({ id }) => id))
    }),
    { numRuns: 100 },
  )
})
