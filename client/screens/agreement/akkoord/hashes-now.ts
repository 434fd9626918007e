import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { articleContents } from '../../../../shared/outline/article-content.ts'
import type { PaperCatalog } from '../../../../shared/outline/paper-catalog.ts'

/** The hash of what an article or annex says now; null when there is none with this id. */
export type HashOf = (id: string) => string | null

/**
 * Hashes of a text that changes at every keystroke. What somebody types in one article hashes that article alone: an article is hashed anew when it, or any
 * fact of the agreement, is another value. Expects bodies whose unchanged parts stay the same objects.
 */
export function rememberingHashes(catalog: PaperCatalog): (body: AgreementBody) => HashOf {
  const known = new Map<string, { text: unknown; hash: string | null }>()
  let facts: readonly unknown[] = []
  return (body) => {
    const now = factsOf(body)
    if (now.length !== facts.length || now.some((fact, index) => fact !== facts[index])) known.clear()
    facts = now
    const contents = articleContents(body, catalog)
    const texts = new Map([...body.annexes, ...body.articles].map((text) => [text.id, text as unknown]))
    return (id) => {
      const text = texts.get(id)
      const before = known.get(id)
      if (before !== undefined && before.text === text) return before.hash
      const hash = contents.hashOf(id)
      known.set(id, { text, hash })
      return hash
    }
  }
}

/** All that an article can show beside its own text: every fact, and which other texts there are. */
function factsOf({ articles, annexes, ...facts }: AgreementBody): unknown[] {
  const others = [
    ...articles.map(({ id, key }) => `${id} ${key}`),
    ...annexes.map(({ id, kind, title }) => `${id} ${kind} ${title}`),
  ]
  return [...Object.values(facts), others.sort().join('\n')]
}
