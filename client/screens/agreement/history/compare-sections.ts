import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { buildOutline } from '../../../../shared/outline/build-outline.ts'
import { type Block, plainText, type Section } from '../../../../shared/outline/outline.ts'
import type { PaperCatalog } from '../../../../shared/outline/paper-catalog.ts'
import type { ArticleAt } from '../../../../shared/protocol/endpoints-history.ts'

import { stepsInPairs } from '../../../../shared/support/steps.ts'
import { ALIKE, type DiffPart, diffWords, likeness } from '../../../../shared/support/word-diff.ts'

export type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>

/** One block of a text as it was, beside the text as it is. */
export type ComparedBlock =
  | { state: 'same' | 'gone' | 'came'; block: Block }
  /** A paragraph that says something else now. */
  | { state: 'changed'; block: ParagraphBlock; parts: DiffPart[] }

/** A text as it was then and as it is now, both on today's paper: facts and tables are those of now. Null: it is not here now. */
export type ThenAndNow = { was: Section; now: Section | null }

/** True when the text says now what it said then. */
export const isSame = ({ was, now }: ThenAndNow): boolean => JSON.stringify(was) === JSON.stringify(now)

/** Draws a text as it was at a moment and as it is. */
export function drawThenAndNow(
  body: AgreementBody,
  catalog: PaperCatalog,
  id: string,
  at: Pick<ArticleAt, 'heading' | 'body'>,
): ThenAndNow | null {
  const was = sectionOf(withText(body, id, at), catalog, id)
  return was === null ? null : { was, now: sectionOf(body, catalog, id) }
}

/** The agreement with one text as it was; what is not here now comes last, without a number. */
function withText(body: AgreementBody, id: string, at: Pick<ArticleAt, 'heading' | 'body'>): AgreementBody {
  const annexes = body.annexes.map((each) =>
    each.id === id ? { ...each, title: at.heading, body: at.body } : each,
  )
  const articles = body.articles.map((each) => (each.id === id ? { ...each, ...at } : each))
  const isHere = [...body.articles, ...body.annexes].some((each) => each.id === id)
  const absent = { id, key: null, numbered: false, origin: null, heading: at.heading, body: at.body }
  return { ...body, annexes, articles: isHere ? articles : [...articles, absent] }
}

function sectionOf(body: AgreementBody, catalog: PaperCatalog, id: string): Section | null {
  const { sections, annexes } = buildOutline(body, catalog, { status: 'draft' }).value
  return [...sections, ...annexes].find((section) => section.id === id) ?? null
}

/** What became of each block since then. A paragraph that mostly says the same is compared word by word. */
export function compareBlocks(then: readonly Block[], now: readonly Block[]): ComparedBlock[] {
  return stepsInPairs(then, now, keyOf, areAlike).map((step): ComparedBlock => {
    if (step.state === 'changed') return changed(step.was as ParagraphBlock, step.now as ParagraphBlock)
    return { state: step.state, block: step.state === 'came' ? step.now : step.was }
  })
}

/** The number of a clause changes when another one comes; what it says is what counts. */
function keyOf(block: Block): string {
  return block.kind === 'paragraph' ? JSON.stringify({ ...block, number: null }) : JSON.stringify(block)
}

function areAlike(then: Block, now: Block): boolean {
  if (then.kind !== 'paragraph' || now.kind !== 'paragraph') return false
  return likeness(plainText(then.inlines), plainText(now.inlines)) >= ALIKE
}

/** When only the look of a paragraph changed (bold, its kind), its words stand there unmarked. */
function changed(then: ParagraphBlock, now: ParagraphBlock): ComparedBlock {
  const parts = diffWords(plainText(then.inlines), plainText(now.inlines))
  return parts.every(({ state }) => state === 'same')
    ? { state: 'same', block: then }
    : { state: 'changed', block: then, parts }
}
