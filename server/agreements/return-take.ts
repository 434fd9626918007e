import type { Hand, ReturnedChange } from '../../shared/agreement/returned-change.ts'
import { proposeWords } from '../../shared/document/propose-words.ts'
import { suggestionsIn } from '../../shared/document/suggestions.ts'
import { COMMENT_BOUNDS, type CommentAnchor } from '../../shared/protocol/endpoints-comments.ts'
import type { ReturnResult } from '../../shared/protocol/endpoints-returns.ts'
import { sha256 } from '../../shared/support/sha256.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { CommentStore } from '../storage/comments.ts'
import type { ProposalStore } from '../storage/proposals.ts'
import type { Comments } from './comments.ts'
import type { LiveDocuments } from './live-documents.ts'
import type { Proposals } from './proposals.ts'

export type TakeParts = {
  documents: Pick<LiveDocuments, 'read' | 'edit'>
  proposals: Pick<Proposals, 'propose'>
  comments: Pick<Comments, 'start' | 'reply'>
  /** What was made before, whatever came in between. */
  made: Pick<ProposalStore, 'proposalsOf' | 'decisionsOf'> & Pick<CommentStore, 'threadsFor' | 'commentsFor'>
  /** Tells everybody that there is something to fetch. */
  tell: (agreementId: string) => void
}

/** How what a file says is put in a comment. */
export type ReturnWords = {
  /** `people` is who the file names for it. */
  accordingTo: (people: string, text: string) => string
  /** What can not be taken over by itself; null where there is nothing. */
  remark: (where: string, was: string | null, file: string | null) => string
}

/**
 * The id of what taking over a change makes: the same one however often it is asked, so that nothing is made twice, a crash in between included.
 */
export const madeIdOf = (returnId: string, changeId: string): string =>
  sha256(`${returnId} ${changeId}`).slice(0, 32)

/** Ids of all suggestions, proposals, threads for everyone and replies in them that there are, or that were decided on. */
export async function idsMade(
  { documents, made }: Pick<TakeParts, 'documents' | 'made'>,
  agreementId: string,
): Promise<Set<string>> {
  const [proposals, decisions, threads, comments, inText] = await Promise.all([
    made.proposalsOf(agreementId),
    made.decisionsOf(agreementId),
    made.threadsFor(agreementId, ['all']),
    made.commentsFor(agreementId, ['all']),
    documents.read(agreementId, (doc) => suggestionsIn(doc).map(({ suggestion }) => suggestion.id)),
  ])
  const ids = [...proposals, ...threads].map(({ id }) => id)
  const replies = comments.flatMap(({ id }) => (id.endsWith(FIRST) ? [id.slice(0, -FIRST.length)] : []))
  return new Set([...ids, ...replies, ...decisions.map(({ proposalId }) => proposalId), ...inText])
}

/** Ends the id of the first comment that taking over makes. */
const FIRST = '-0'

/** Whom files name, by the id of what was taken over from them. */
export const handsOf = (kept: readonly { madeId: string; hands: string }[]): Map<string, Hand[]> =>
  new Map(kept.map(({ madeId, hands }) => [madeId, JSON.parse(hands) as Hand[]]))

/** A change that is about to be taken over. */
export type Taking = { change: ReturnedChange; madeId: string }

type Words = Extract<ReturnedChange['what'], { kind: 'words' }>

/**
 * Puts all words at once in the text, as suggestions of who takes them over. Gives the ids of the changes that could not be: their paragraph says
 * something else by now. Rejects when it could not be kept.
 */
export async function takeWords(
  { documents }: Pick<TakeParts, 'documents'>,
  { agreementId, personId }: Participation,
  takings: readonly Taking[],
): Promise<Set<string>> {
  const failed = new Set<string>()
  if (takings.length === 0) return failed
  await documents.edit(agreementId, personId, (doc) => {
    failed.clear()
    const there = new Set(suggestionsIn(doc).map(({ suggestion }) => suggestion.id))
    for (const { change, madeId } of takings) {
      if (there.has(madeId)) continue
      const { articleId, index, seen, edits } = change.what as Words
      if (!proposeWords(doc, { articleId, index, seen, edits }, madeId)) failed.add(change.id)
    }
  })
  return failed
}

/** Makes anything but words of who takes it over. Throws the refusals `too-many-proposals` and `too-many-comments`. */
export async function takeOther(
  parts: TakeParts,
  by: Participation,
  { change, madeId }: Taking,
  words: ReturnWords,
): Promise<ReturnResult> {
  const { what } = change
  try {
    if (what.kind === 'change') await parts.proposals.propose(by, { id: madeId, change: what.change })
    else await say(parts, by, { change, madeId }, words)
    return 'done'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.problem === 'changed-meanwhile' || error.problem === 'not-allowed') return error.problem
    if (error.problem === 'malformed-request') return 'changed-meanwhile'
    throw error
  }
}

/**
 * What the file says beside the text becomes a thread for everyone, of several comments where it is long; an answer to what is said here becomes a
 * reply to it.
 */
async function say(
  { comments, made }: Pick<TakeParts, 'comments' | 'made'>,
  by: Participation,
  { change, madeId }: Taking,
  words: ReturnWords,
): Promise<void> {
  const pieces = inPieces(withHands(change, by, words), COMMENT_BOUNDS.text)
  const [first = '', ...others] = pieces
  const answered = await maybeAnswered({ made }, by, change)
  const commentId = `${madeId}${FIRST}`
  if (answered !== null) await comments.reply(by, answered, { commentId, text: first })
  else
    await comments.start(by, {
      ...{ threadId: madeId, commentId, text: first, anchor: anchorOf(change) },
      ...{ circle: 'everyone', partyId: by.partyId },
    })
  for (const [index, text] of others.entries())
    await comments.reply(by, answered ?? madeId, { commentId: `${madeId}-${index + 1}`, text })
}

/** Whatever a file claims, an answer in it goes nowhere but where everyone reads along; of what is gone here it begins anew. */
async function maybeAnswered(
  { made }: Pick<TakeParts, 'made'>,
  { agreementId }: Participation,
  { what }: ReturnedChange,
): Promise<string | null> {
  if (what.kind !== 'comment' || what.threadId === null) return null
  const said = await made.commentsFor(agreementId, ['all'])
  const isThere = said.some(({ threadId, removedAt }) => threadId === what.threadId && removedAt === null)
  return isThere ? what.threadId : null
}

function withHands(change: ReturnedChange, by: Participation, words: ReturnWords): string {
  const { what, where, was, file } = change
  const text = what.kind === 'comment' ? what.text : words.remark(where, was, file)
  const others = otherHands(change.hands, by.name).map(({ author }) => author)
  // A mention is of somebody here: words from a file mention nobody.
  return (others.length === 0 ? text : words.accordingTo([...new Set(others)].join(', '), text))
    .replaceAll('@[', '@ [')
    .trim()
}

/** Those whom a file names besides who brings it. A file of ours names people with their party: "Fatima (Stichting Voorbeeld)". */
export function otherHands(hands: readonly Hand[], ownName: string): Hand[] {
  const isOwn = (author: string) => author === ownName || author.startsWith(`${ownName} (`)
  return hands.filter(({ author }) => author.trim() !== '' && !isOwn(author))
}

function anchorOf({ place, what, was }: ReturnedChange): CommentAnchor {
  const quote = (what.kind === 'comment' ? what.quote : (was ?? '')).slice(0, COMMENT_BOUNDS.quote)
  // What is about the whole stands at its title.
  return place === null
    ? { kind: 'fact', address: 'title', quote }
    : { kind: 'article', articleId: place, quote }
}

/** Cut at a space where there is one. */
function inPieces(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const space = text.lastIndexOf(' ', most)
  const at = space > most / 2 ? space : most
  return [text.slice(0, at).trim(), ...inPieces(text.slice(at).trim(), most)]
}
