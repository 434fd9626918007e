import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { agreementAsItStands } from '../../../shared/agreement/as-it-stands.ts'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import type { Outline, Section } from '../../../shared/outline/outline.ts'
import type { PaperCatalog } from '../../../shared/outline/paper-catalog.ts'
import { compareBlocks } from '../agreement/history/compare-sections.ts'

/** One article or annex in two states, each on the paper of its own time. At least one of the two is there. */
export type ComparedSection = {
  id: string
  kind: 'article' | 'annex'
  state: 'came' | 'gone' | 'changed'
  was: Section | null
  now: Section | null
  isMoved: boolean
}

/** The paper of an agreement, without what is only proposed. */
export function paperOf(body: AgreementBody, catalog: PaperCatalog): Outline {
  return buildOutline(agreementAsItStands(body), catalog, { status: 'draft' }).value
}

/** The articles and annexes that read otherwise, by a change of their words or of the facts they show, in the order of now. */
export function comparedSections(was: Outline, now: Outline, moved: ReadonlySet<string>): ComparedSection[] {
  return [
    ...comparedList('article', was.sections, now.sections, moved),
    ...comparedList('annex', was.annexes, now.annexes, moved),
  ]
}

function comparedList(
  kind: ComparedSection['kind'],
  was: readonly Section[],
  now: readonly Section[],
  moved: ReadonlySet<string>,
): ComparedSection[] {
  const ids = new Set([...now, ...was].map(({ id }) => id))
  return [...ids].flatMap((id): ComparedSection[] => {
    const then = was.find((section) => section.id === id) ?? null
    const here = now.find((section) => section.id === id) ?? null
    const isMoved = moved.has(id)
    const section = { id, kind, was: then, now: here, isMoved }
    if (then === null) return [{ ...section, state: 'came' }]
    if (here === null) return [{ ...section, state: 'gone' }]
    return isMoved || !readsAlike(then, here) ? [{ ...section, state: 'changed' }] : []
  })
}

/** The same words and facts; numbers of clauses follow from what stands around them. */
function readsAlike(was: Section, now: Section): boolean {
  if (was.heading !== now.heading) return false
  return compareBlocks(was.content, now.content).every(({ state }) => state === 'same')
}
