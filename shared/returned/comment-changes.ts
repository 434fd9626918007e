import type { Section } from '../outline/outline.ts'
import { type DraftChange, draftAt } from './draft-change.ts'
import type { LaidAgreement } from './laid-agreement.ts'
import type { FoundComment, ReturnedWordFile } from './returned-word-file.ts'
import { knowing } from './standing-lines.ts'

/** What is said in the file and was not when it was taken along, at the article in which it stands; an answer names what it answers. */
export function commentChanges(file: ReturnedWordFile, laid: LaidAgreement): DraftChange[] {
  const isKnown = knownComment(file)
  const places = placesOf(file, laid)
  const byId = new Map(file.comments.map((comment) => [comment.id, comment]))
  return file.comments
    .filter((comment) => !isKnown(comment) && comment.text.trim() !== '')
    .map((comment) => {
      const answered = answeredBy(comment, byId)
      const place = places.get(comment.id) ?? places.get(answered?.id ?? '') ?? NOWHERE
      return commentChange(comment, place, answered, { file, laid })
    })
}

/** By who and when; by the name that Word keeps where it took those out. Who says another moment or person says something new. */
function knownComment({ known }: ReturnedWordFile): (comment: FoundComment) => boolean {
  const byHand = knowing(known, 'comment')
  const names = new Set(known.flatMap(({ durableId }) => durableId ?? []))
  const isNamed = ({ hand, durableId }: FoundComment) =>
    hand.at === null && durableId !== null && names.has(durableId)
  return (comment) => isNamed(comment) || byHand(comment.hand)
}

type Place = { section: Section | null; quote: string }
const NOWHERE: Place = { section: null, quote: '' }

/** What a comment answers: programs name the one that began the thread. */
const answeredBy = (
  { parentId }: FoundComment,
  byId: ReadonlyMap<string, FoundComment>,
): FoundComment | undefined => (parentId === null ? undefined : byId.get(parentId))

function commentChange(
  { text, hand }: FoundComment,
  { section, quote }: Place,
  answered: FoundComment | undefined,
  { file, laid }: { file: ReturnedWordFile; laid: LaidAgreement },
): DraftChange {
  const about = answered ? `${answered.hand.author}: ${answered.text}` : quote
  const threadId = answered ? threadOf(answered, file) : null
  return draftAt(
    { section, hands: [hand], laid },
    { was: null, file: text, what: { kind: 'comment', quote: about, text, threadId } },
  )
}

/** The thread here that a comment was taken along from; null where two of one person in one second could be it. */
function threadOf({ hand, durableId }: FoundComment, { known }: ReturnedWordFile): string | null {
  const named = known.find((remark) => durableId !== null && remark.durableId === durableId)
  if (named?.threadId) return named.threadId
  const ids = known.flatMap((remark) =>
    remark.threadId && knowing([remark], 'comment')(hand) ? [remark.threadId] : [],
  )
  const [threadId = null, other] = new Set(ids)
  return other === undefined ? threadId : null
}

/** The article that the last heading before a comment heads, and what it is about. */
function placesOf({ lines }: ReturnedWordFile, { outline }: LaidAgreement): Map<string, Place> {
  const headings = new Map<string, Section>([
    ...outline.sections.map((section, index) => [`_Ref_article_${index + 1}`, section] as const),
    ...outline.annexes.map((section, index) => [`_Ref_annex_${index + 1}`, section] as const),
  ])
  const places = new Map<string, Place>()
  let section: Section | null = null
  for (const { bookmarks, quotes } of lines) {
    for (const name of bookmarks) section = headings.get(name) ?? section
    for (const { commentId, text } of quotes) places.set(commentId, { section, quote: text })
  }
  return places
}
