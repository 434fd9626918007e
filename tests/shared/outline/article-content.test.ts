import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { articleContents, inWordsOfNow } from '../../../shared/outline/article-content.ts'
import { contentChanges } from '../../../shared/outline/content-changes.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'

const catalog = realCatalog()
const EXAMPLES = EXAMPLE_NAMES.map((name) => [name, exampleOnPaper(name)] as const)

/** The headings of what has another hash after a change. */
function reopened(before: AgreementBody, change: (body: AgreementBody) => void): string[] {
  const after = structuredClone(before)
  change(after)
  const was = articleContents(before, catalog)
  const now = articleContents(after, catalog)
  return was.ids.filter((id) => was.hashOf(id) !== now.hashOf(id)).map((id) => headingOf(before, id))
}

const headingOf = ({ articles, annexes }: AgreementBody, id: string): string =>
  articles.find((article) => article.id === id)?.heading ??
  annexes.find((annex) => annex.id === id)?.title ??
  ''

const first = <T>(items: readonly T[]): T => {
  if (items[0] === undefined) throw new Error('the example has none')
  return items[0]
}

function weidehaven(): AgreementBody {
  return exampleOnPaper('01-weidehaven-samenwerkingsovereenkomst')
}

describe.each(EXAMPLES)('in the example %s', (_, body) => {
  test('every article and annex has a hash of its own', () => {
    const { ids, hashOf } = articleContents(body, catalog)
    const hashes = ids.map(hashOf)
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true)
    expect(new Set(hashes).size).toBe(ids.length)
  })

  test('moving any article to the front, or an annex to the end, reopens nothing', () => {
    for (const { id } of body.articles) {
      const moved = reopened(body, ({ articles }) => {
        articles.sort((a, b) => Number(b.id === id) - Number(a.id === id))
      })
      expect(moved).toEqual([])
    }
    expect(reopened(body, ({ annexes }) => annexes.reverse())).toEqual([])
  })

  test('other names for all parties reopen nothing', () => {
    const renamed = reopened(body, ({ parties }) => {
      for (const party of parties) Object.assign(party, { name: `Nieuw ${party.id}`, shortName: null })
    })
    expect(renamed).toEqual([])
  })

  test('other words in the catalogue reopen nothing', () => {
    const said = JSON.parse(JSON.stringify(catalog.words), (_key, value) =>
      typeof value === 'string' ? `${value}!` : value,
    )
    const now = articleContents(body, { ...catalog, words: said })
    const was = articleContents(body, catalog)
    expect(now.ids.map(now.hashOf)).toEqual(was.ids.map(was.hashOf))
  })
})

describe('one change reopens exactly what shows it:', () => {
  test('an amount in the costs', () => {
    const changed = reopened(weidehaven(), ({ financing }) => {
      first(financing.lines).amount = 12_345
    })
    expect(changed).toEqual(['Geld', 'Begroting en betaalschema'])
  })

  test('an amount of a source', () => {
    const changed = reopened(weidehaven(), ({ financing }) => {
      first(financing.sources).amount = 12_345
    })
    expect(changed).toEqual(['Geld', 'Begroting en betaalschema'])
  })

  test('when it is decided on renewal', () => {
    const changed = reopened(weidehaven(), ({ term }) => {
      term.renewalDecideBy = '2031-01-01'
    })
    expect(changed).toEqual(['Hoe lang duurt de samenwerking?'])
  })

  test('a word of one clause, and that it is bold', () => {
    const body = weidehaven()
    const { id, heading } = body.articles[4] ?? first(body.articles)
    const word = (marks: object) => (changed: AgreementBody) =>
      changed.articles
        .find((article) => article.id === id)
        ?.body.content.push({
          type: 'paragraph',
          attrs: { kind: 'clause', level: 0, onlyIf: null },
          content: [{ type: 'text', text: 'erbij', ...marks }],
        })
    expect(reopened(body, word({}))).toEqual([heading])
    const was = structuredClone(body)
    word({})(was)
    const now = structuredClone(body)
    word({ marks: [{ type: 'bold' }] })(now)
    expect(articleContents(was, catalog).hashOf(id)).not.toBe(articleContents(now, catalog).hashOf(id))
  })

  test('a number that nothing on paper shows reopens nothing', () => {
    const changed = reopened(weidehaven(), ({ parties }) => {
      first(parties).capacityHoursPerMonth = 999
    })
    expect(changed).toEqual([])
  })
})

describe('the words that changed', () => {
  test('of an amount are the amounts, with its label, by the names that parties have now', () => {
    const before = weidehaven()
    const after = structuredClone(before)
    const line = first(after.financing.lines)
    line.amount = 98_765
    for (const party of after.parties) party.shortName = `Nieuwe ${party.id}`
    const id = first(before.articles.filter(({ heading }) => heading === 'Geld')).id
    const was = articleContents(before, catalog).contentOf(id)
    const now = articleContents(after, catalog).contentOf(id)
    if (!was || !now) throw new Error('the article is not there')
    const { sentences, lines } = contentChanges(
      inWordsOfNow(was, after, catalog),
      inWordsOfNow(now, after, catalog),
    )
    // The row itself and the totals under it.
    expect(sentences).toBe(lines.length)
    const said = lines.map((parts) => parts.map(({ text }) => text).join(''))
    expect(said[0]).toContain(`Nieuwe ${line.partyId}`)
    expect(said[0]).toContain('98.765')
    expect(lines[0]?.filter(({ state }) => state !== 'same')).toEqual([
      { state: 'gone', text: '9.360,00' },
      { state: 'came', text: '98.765,00' },
    ])
  })

  test('of one sentence among three are that sentence, counted as one', () => {
    const text = (middle: string) => ({ heading: 'Doel', lines: [`Wij beginnen. ${middle} Wij eindigen.`] })
    const { sentences, lines } = contentChanges(
      text('Wij bellen op maandag.'),
      text('Wij bellen op vrijdag.'),
    )
    expect(sentences).toBe(1)
    expect(lines).toEqual([
      [
        { state: 'same', text: 'Wij beginnen. Wij bellen op ' },
        { state: 'gone', text: 'maandag' },
        { state: 'came', text: 'vrijdag' },
        { state: 'same', text: '. Wij eindigen.' },
      ],
    ])
  })
})
