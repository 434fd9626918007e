import type { Hand, ReturnedChange } from '../agreement/returned-change.ts'
import { MAX_LEVEL, type ParagraphKind } from '../agreement/rich-text.ts'
import { wordsOfBlock } from '../document/proposed-change.ts'
import { type DraftChange, draftAt, type Spot } from './draft-change.ts'
import type { PaperLine, PaperPiece, PaperPlace } from './paper-lines.ts'
import type { StandingLine } from './standing-lines.ts'
import { after, doMeet, type TextEdit, textEdits, textOfPieces, toWritten } from './word-edits.ts'

type ParagraphPlace = Extract<PaperPlace, { kind: 'paragraph' }>

/** Facts as they were shown when the file was taken along, so that words are laid beside words. */
function asTakenAlong(pieces: readonly PaperPiece[], shown: ReadonlyMap<string, string>): PaperPiece[] {
  return pieces.map((piece) => {
    const text = piece.fact === null ? undefined : shown.get(piece.fact)
    return text === undefined ? piece : { ...piece, text }
  })
}

/** Other words in a paragraph, against the paragraph as it is now. */
export function paragraphChange(
  place: ParagraphPlace,
  file: string,
  spot: Spot,
  shown: ReadonlyMap<string, string>,
): DraftChange {
  const was = textOfPieces(place.pieces)
  const now = spot.section && spot.laid.paragraphNow(spot.section.id, place.index)
  if (!spot.section || !now) return draftAt(spot, { was, file, here: null, meanwhile: 'gone' })
  const pieces = asTakenAlong(now.pieces, shown)
  const { edits, here, meanwhile } = merge(was, file, pieces)
  const what: ReturnedChange['what'] = {
    kind: 'words',
    articleId: spot.section.id,
    index: now.index,
    seen: now.seen,
    edits: toWritten(edits, pieces),
  }
  return draftAt(spot, { was, file, here, meanwhile, what })
}

/** What the file changes, on top of what changed here; where both changed the same words, what makes it read as the file. */
function merge(
  was: string,
  file: string,
  pieces: readonly PaperPiece[],
): { edits: TextEdit[]; here: string; meanwhile: ReturnedChange['meanwhile'] } {
  const here = textOfPieces(pieces)
  if (here === file) return { edits: [], here, meanwhile: 'already-so' }
  const theirs = textEdits(was, file)
  const ours = textEdits(was, here)
  if (doMeet(theirs, ours)) return { edits: textEdits(here, file), here, meanwhile: 'changed' }
  return { edits: after(theirs, ours), here, meanwhile: 'unchanged' }
}

/** A paragraph that is not in the file any more. */
export function removedParagraph(place: ParagraphPlace, spot: Spot): DraftChange {
  const was = textOfPieces(place.pieces)
  const now = spot.section && spot.laid.paragraphNow(spot.section.id, place.index)
  if (!spot.section || !now) return draftAt(spot, { was, file: null, here: null, meanwhile: 'already-so' })
  const { index, seen, isSame } = now
  return draftAt(spot, {
    ...{ was, file: null, here: textOfPieces(now.pieces), meanwhile: isSame ? 'unchanged' : 'changed' },
    what: {
      kind: 'change',
      change: { kind: 'paragraph-remove', articleId: spot.section.id, index, seen },
    },
  })
}

/** Where something new comes: after this paragraph or table as it was taken along; null at the beginning. */
export type Anchor = { index: number | null }

/** A paragraph that the file has more. */
export function addedParagraph(line: StandingLine, { index: after }: Anchor, spot: Spot): DraftChange {
  const text = line.cells.join(' ').trim()
  const said = { was: null, file: text }
  if (spot.section === null) return draftAt(spot, said)
  const content = spot.laid.textNow(spot.section.id)?.content
  if (content === undefined) return draftAt(spot, { ...said, meanwhile: 'gone' })
  const index = after === null ? null : indexNow(spot, after, content.length)
  if (content.some((block) => wordsOfBlock(block).trim() === text))
    return draftAt(spot, { ...said, here: text, meanwhile: 'already-so' })
  return draftAt(spot, {
    ...said,
    what: {
      kind: 'change',
      change: {
        kind: 'paragraph-add',
        articleId: spot.section.id,
        index,
        seen: index === null ? '' : wordsOfBlock(content[index]),
        paragraph: { ...shapeOf(line), text },
      },
    },
  })
}

/** Where what stood at an index stands now; of what went, what was before it. */
function indexNow({ section, laid }: Spot, index: number, length: number): number | null {
  for (let at = index; at >= 0; at -= 1) {
    const now = section && laid.paragraphNow(section.id, at)
    if (now) return now.index
  }
  return length > 0 ? Math.min(index, length - 1) : null
}

const KINDS: readonly [RegExp, ParagraphKind][] = [
  [/^(annex)?clause$/, 'clause'],
  [/^(annex)?subclause\d$/, 'subclause'],
  [/^(bullet\d|step|list(bullet|paragraph|number)\d?)$/, 'bullet'],
  [/^heading[2-9]$/, 'heading'],
  [/^note$/, 'note'],
]

/** What a paragraph is by the name of its style; what another program's style is called says nothing. */
function shapeOf({ found: { style } }: StandingLine): { kind: ParagraphKind; level: number } {
  const kind = KINDS.find(([name]) => name.test(style))?.[1] ?? 'plain'
  const digit = Number(/\d$/.exec(style)?.[0] ?? 0)
  const level =
    kind === 'bullet'
      ? Math.max(0, digit - 1)
      : kind === 'subclause'
        ? digit
        : kind === 'heading'
          ? digit - 2
          : 0
  return { kind, level: Math.min(MAX_LEVEL, Math.max(0, level)) }
}

/** Another heading of an article or annex. */
export function headingChange({ section }: PaperLine, file: string, spot: Spot): DraftChange {
  const was = section?.heading ?? ''
  if (section === null) return draftAt(spot, { was, file })
  const { articles, annexes } = spot.laid.now
  const article = articles.find(({ id }) => id === section.id)
  const annex = annexes.find(({ id }) => id === section.id)
  const here = article?.heading ?? annex?.title ?? null
  if (!article && !annex) return draftAt(spot, { was, file, here, meanwhile: 'gone' })
  const address = article ? `articles.${section.id}.heading` : `annexes.${section.id}.title`
  return draftAt(spot, {
    ...{ was, file, here },
    meanwhile: here === file ? 'already-so' : (here ?? '') === was ? 'unchanged' : 'changed',
    what: { kind: 'change', change: { kind: 'fact', address, value: file.trim().slice(0, 300) } },
  })
}

/** An article that is not in the file any more. */
export function removedArticle({ section }: PaperLine, spot: Spot, text: string): DraftChange {
  const said = { was: text, file: null }
  if (section === null) return draftAt(spot, said)
  if (spot.laid.textNow(section.id) === null)
    return draftAt(spot, { ...said, here: null, meanwhile: 'already-so' })
  const isArticle = spot.laid.now.articles.some(({ id }) => id === section.id)
  if (!isArticle) return draftAt(spot, said)
  const was = spot.laid.base.articles.find(({ id }) => id === section.id)
  const now = spot.laid.now.articles.find(({ id }) => id === section.id)
  const isSame = JSON.stringify([was?.heading, was?.body]) === JSON.stringify([now?.heading, now?.body])
  return draftAt(spot, {
    ...said,
    here: text,
    meanwhile: isSame ? 'unchanged' : 'changed',
    what: { kind: 'change', change: { kind: 'article-remove', articleId: section.id } },
  })
}

/** An article that the file has more: its heading, and the lines under it. */
export function addedArticle(
  heading: string,
  lines: readonly string[],
  after: string | null,
  spot: Spot,
): DraftChange {
  const text = lines.join('\n').slice(0, 20_000)
  const isThere = spot.laid.now.articles.some((article) => article.heading === heading)
  return draftAt(spot, {
    was: null,
    file: [heading, ...lines].join('\n'),
    ...(isThere ? { here: heading, meanwhile: 'already-so' as const } : {}),
    what: { kind: 'change', change: { kind: 'article-add', heading: heading.slice(0, 500), text, after } },
  })
}

/** Who took out words that are not in the file any more. */
export function takers(was: string, taken: readonly { text: string; hand: Hand }[]): Hand[] {
  return taken.flatMap(({ text, hand }) => (text.trim() !== '' && was.includes(text.trim()) ? [hand] : []))
}
