import type { AgreementBody } from '../agreement/agreement.ts'
import { agreementAsItStands } from '../agreement/as-it-stands.ts'
import type { RichText, RichTextBlock } from '../agreement/rich-text.ts'
import { wordsOfBlock } from '../document/proposed-change.ts'
import { buildOutline } from '../outline/build-outline.ts'
import { drawNumbers } from '../outline/numbers.ts'
import type { Outline, Section } from '../outline/outline.ts'
import type { PaperCatalog } from '../outline/paper-catalog.ts'
import { stepsInPairs } from '../support/steps.ts'
import { ALIKE, likeness } from '../support/word-diff.ts'
import { printable } from '../word/printable.ts'
import { type PaperPiece, paperLines } from './paper-lines.ts'

/** Where a paragraph stands now, and whether it says what it said. */
export type ParagraphNow = { index: number; isSame: boolean; seen: string; pieces: PaperPiece[] }

/** The agreement as it was taken along beside the agreement as it is. */
export type LaidAgreement = {
  base: AgreementBody
  now: AgreementBody
  catalog: PaperCatalog
  /** What was taken along, as it stood on paper. */
  outline: Outline
  numbersNow: ReadonlyMap<string, string | null>
  /** The text of an article or annex as it was taken along; null when there was none. */
  textBefore(id: string): RichText | null
  /** The same as it is now; null when it is gone. */
  textNow(id: string): RichText | null
  /** Where the paragraph that was at `index` stands now; null when it is gone. */
  paragraphNow(sectionId: string, index: number): ParagraphNow | null
}

/** Lays two states of one agreement beside each other. `now` may hold what is only proposed: it does not count. */
export function layAgreement(was: AgreementBody, is: AgreementBody, catalog: PaperCatalog): LaidAgreement {
  const base = agreementAsItStands(was)
  const now = agreementAsItStands(is)
  const outline = drawn(base, catalog)
  const textsOf = ({ articles, annexes }: AgreementBody) =>
    new Map([...articles, ...annexes].map(({ id, body }) => [id, body]))
  const [before, after] = [textsOf(base), textsOf(now)]
  const moves = new Map<string, Map<number, { index: number; isSame: boolean }>>()
  let pieces: Map<string, PaperPiece[]> | null = null
  return {
    ...{ base, now, catalog, outline },
    numbersNow: drawNumbers(now),
    textBefore: (id) => before.get(id) ?? null,
    textNow: (id) => after.get(id) ?? null,
    paragraphNow(sectionId, index) {
      const text = after.get(sectionId)
      const known = moves.get(sectionId) ?? movesIn(before.get(sectionId), text)
      moves.set(sectionId, known)
      const place = known.get(index)
      if (text === undefined || place === undefined) return null
      pieces ??= piecesOf(drawn(now, catalog))
      const seen = wordsOfBlock(text.content[place.index])
      return { ...place, seen, pieces: pieces.get(`${sectionId} ${place.index}`) ?? [] }
    },
  }
}

/** As a file holds it: with every piece where it is written, and without what XML can not hold. */
const drawn = (body: AgreementBody, catalog: PaperCatalog): Outline =>
  printable(buildOutline(body, catalog, { status: 'draft', toWorkOn: true, toFillIn: true }).value)

function movesIn(
  was: RichText | undefined,
  now: RichText | undefined,
): Map<number, { index: number; isSame: boolean }> {
  const numbered = (text: RichText | undefined) =>
    (text?.content ?? []).map((block, index) => ({ block, index }))
  const found = stepsInPairs(
    numbered(was),
    numbered(now),
    ({ block }) => JSON.stringify(block),
    (one, other) => areAlike(one.block, other.block),
  )
  return new Map(
    found.flatMap((step) =>
      step.state === 'same' || step.state === 'changed'
        ? [[step.was.index, { index: step.now.index, isSame: step.state === 'same' }] as const]
        : [],
    ),
  )
}

const areAlike = (was: RichTextBlock, now: RichTextBlock): boolean =>
  was.type === 'paragraph' &&
  now.type === 'paragraph' &&
  likeness(wordsOfBlock(was), wordsOfBlock(now)) >= ALIKE

function piecesOf(outline: Outline): Map<string, PaperPiece[]> {
  return new Map(
    paperLines(outline).flatMap(({ section, place }) =>
      section && place.kind === 'paragraph' ? [[`${section.id} ${place.index}`, place.pieces] as const] : [],
    ),
  )
}

/** "Artikel 4: Taken", as people find it. */
export function nameOf(section: Pick<Section, 'label' | 'number' | 'heading'> | null): string {
  if (section === null) return ''
  const { label, number, heading } = section
  if (number === null) return heading
  return `${label} ${number}${heading === '' ? '' : `: ${heading}`}`.trim()
}
