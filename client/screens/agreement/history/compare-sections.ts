import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { buildOutline } from '../../../../shared/outline/build-outline.ts'
import { type Block, plainText, type Section } from '../../../../shared/outline/outline.ts'
import type { PaperCatalog } from '../../../../shared/outline/paper-catalog.ts'
import type { ArticleAt } from '../../../../shared/protocol/endpoints-history.ts'
import { type DiffPart, diffWords, likeness, type Step, steps } from './word-diff.ts'

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
  const compared: ComparedBlock[] = []
  let run: Step<Block>[] = []
  const flush = () => {
    compared.push(...inPairs(run))
    run = []
  }
  for (const step of steps(then, now, keyOf)) {
    if (step.state !== 'same') run.push(step)
    else {
      flush()
      compared.push({ state: 'same', block: step.was })
    }
  }
  flush()
  return compared
}

/** The number of a clause changes when another one comes; what it says is what counts. */
function keyOf(block: Block): string {
  return block.kind === 'paragraph' ? JSON.stringify({ ...block, number: null }) : JSON.stringify(block)
}

/** From this share of words on, two paragraphs are one that changed. */
const ALIKE = 0.4

function inPairs(run: readonly Step<Block>[]): ComparedBlock[] {
  const gone = run.flatMap((step) => (step.state === 'gone' ? [step.was] : []))
  const came = run.flatMap((step) => (step.state === 'came' ? [step.now] : []))
  const compared: ComparedBlock[] = []
  let next = 0
  for (const block of gone) {
    const pair = came.findIndex((candidate, index) => index >= next && areAlike(block, candidate))
    if (pair < 0) {
      compared.push({ state: 'gone', block })
      continue
    }
    compared.push(...came.slice(next, pair).map((each) => ({ state: 'came' as const, block: each })))
    compared.push(changed(block as ParagraphBlock, came[pair] as ParagraphBlock))
    next = pair + 1
  }
  return [...compared, ...came.slice(next).map((block) => ({ state: 'came' as const, block }))]
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
