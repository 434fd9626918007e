import { BLOCK_NAMES } from '../../shared/agreement/block-names.ts'
import { FORMAT } from '../../shared/agreement/snapshot.ts'
import { exampleOnPaper } from '../support/examples-on-paper.ts'

/** The largest example with as many articles as asked, and every block that there is in one of them. */
export function largeAgreement(articles: number): object {
  const body = exampleOnPaper('03-kanaalstad-programma')
  const copies = Array.from({ length: Math.max(0, articles - body.articles.length) }, (_, index) => ({
    id: `extra${index}`,
    heading: `Extra artikel ${index + 1}`,
    numbered: true,
    body: {
      type: 'doc',
      content: [
        ...(body.articles[3]?.body.content ?? []),
        ...BLOCK_NAMES.filter((_name, at) => at % articles === index).map((name) => ({
          type: 'block',
          attrs: { name },
        })),
      ],
    },
  }))
  const [last] = body.articles.slice(-1)
  const ordered = [...body.articles.slice(0, -1), ...copies, ...(last ? [last] : [])]
  return { format: FORMAT, ...body, articles: ordered.slice(0, articles) }
}
