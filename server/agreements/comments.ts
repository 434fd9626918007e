import type * as Y from 'yjs'
import type { z } from 'zod'
import { wasEverFact, wasEverIn } from '../../shared/document/ever-there.ts'
import {
  COMMENT_BOUNDS,
  type CommentAnchor,
  type newReply,
  type newThread,
  type Thread,
  type ThreadState,
} from '../../shared/protocol/endpoints-comments.ts'
import { describeFound } from '../../shared/support/message.ts'
import { maybeAudienceOf, mayComment } from '../access/comments.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { audiencesOf, belongsTo, type StoredAudience } from '../access/steps.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { Added, CommentStore, DoneBy, StoredComment, StoredThread } from '../storage/comments.ts'
import { mentionedIn, shownThread } from './comment-thread.ts'
import type { LiveDocuments } from './live-documents.ts'

export type CommentParts = {
  store: CommentStore
  agreements: Pick<AgreementStore, 'everybodyIn'>
  documents: Pick<LiveDocuments, 'read'>
  clock: () => Date
  /** Tells those of an audience, and nobody else, that there is something to fetch. */
  tell: (agreementId: string, audience: StoredAudience) => void
  /** Leaves nothing of what was taken away in the files. */
  wipe: () => Promise<unknown>
}

export type NewThreadWanted = z.output<typeof newThread>
export type NewReplyWanted = z.output<typeof newReply>

/** What people say to each other about places of an agreement. Nobody learns of a circle that they are not in, not even that it is there. */
export type Comments = ReturnType<typeof createComments>

export function createComments(parts: CommentParts) {
  return { ...reading(parts), ...saying(parts), ...changing(parts) }
}

function reading({ store, agreements }: CommentParts) {
  return {
    /** Every thread that this person may see, the oldest first. */
    async list(participation: Participation): Promise<Thread[]> {
      const { agreementId } = participation
      const audiences = audiencesOf(participation)
      const [threads, comments, people] = await Promise.all([
        store.threadsFor(agreementId, audiences),
        store.commentsFor(agreementId, audiences),
        agreements.everybodyIn(agreementId),
      ])
      const inThread = Map.groupBy(comments, ({ threadId }) => threadId)
      const byId = new Map(threads.map((thread) => [thread.id, thread]))
      return [...inThread.entries()].flatMap(([id, mine]) => {
        const thread = byId.get(id)
        return thread ? (shownThread(thread, mine, people) ?? []) : []
      })
    },

    /** How many threads are open that are for everyone: what the record of the agreement tells. */
    openForEveryone: (agreementId: string): Promise<number> => store.openThreads(agreementId, 'all'),
  }
}

function saying(parts: CommentParts) {
  const { store, documents, clock, tell } = parts

  return {
    /**
     * Begins a thread with its first comment, once however often it is sent. Throws the refusals `not-allowed` for who may not comment, has
     * no organisation, or is in another than when they wrote; `malformed-request` for a place the agreement never had and for a mention of
     * somebody who may not see it; `too-many-comments`; and `unknown-thread` for an id that is another's.
     */
    async start(by: Participation, wanted: NewThreadWanted): Promise<Thread | null> {
      const { threadId, commentId, circle, partyId, anchor, text } = wanted
      const audience = maybeAudienceOf(circle, by)
      const isElsewhere = circle === 'organisation' && partyId !== by.partyId
      if (!mayComment(by) || audience === null || isElsewhere) throw new Refusal('not-allowed')
      await documents.read(by.agreementId, (doc) => checkAnchor(doc, anchor))
      await checkMentions(parts, by.agreementId, audience, text)
      const thread = { id: threadId, audience, anchor: JSON.stringify(anchor) }
      const first = { id: commentId, threadId, text, by: doneBy(by, clock()) }
      settled(await store.addThread(by.agreementId, thread, first, COMMENT_BOUNDS))
      tell(by.agreementId, audience)
      return threadNow(parts, by, threadId)
    },

    /** Replies, once however often it is sent. Throws as `start` does; `unknown-thread` also for a thread that this person may not see. */
    async reply(
      by: Participation,
      threadId: string,
      { commentId, text }: NewReplyWanted,
    ): Promise<Thread | null> {
      const thread = await threadOf(parts, by, threadId)
      await checkMentions(parts, by.agreementId, thread.audience, text)
      const reply = { id: commentId, threadId, text, by: doneBy(by, clock()) }
      settled(await store.addReply(by.agreementId, reply, COMMENT_BOUNDS))
      tell(by.agreementId, thread.audience)
      return threadNow(parts, by, threadId)
    },
  }
}

function changing(parts: CommentParts) {
  const { store, clock, tell, wipe } = parts

  async function ownComment(by: Participation, threadId: string, commentId: string): Promise<StoredComment> {
    const comments = await store.commentsIn(by.agreementId, threadId)
    const found = comments.find(({ id }) => id === commentId)
    if (!found) throw new Refusal('unknown-thread')
    if (found.by.personId !== by.personId) throw new Refusal('not-allowed')
    return found
  }

  return {
    /** Resolves a thread or opens it again. Throws the refusals `not-allowed` and `unknown-thread`. */
    async settle(by: Participation, threadId: string, state: ThreadState): Promise<Thread | null> {
      const { audience } = await threadOf(parts, by, threadId)
      await store.putState({ agreementId: by.agreementId, threadId }, state, doneBy(by, clock()))
      tell(by.agreementId, audience)
      return threadNow(parts, by, threadId)
    },

    /** Gives the own comment other words. Throws the refusals `not-allowed`, `unknown-thread`, and `malformed-request` for a mention. */
    async change(by: Participation, threadId: string, commentId: string, text: string) {
      const { audience } = await threadOf(parts, by, threadId)
      const before = await ownComment(by, threadId, commentId)
      await checkMentions(parts, by.agreementId, audience, text, before.text)
      await store.changeComment(by.agreementId, commentId, text, clock().toISOString())
      tell(by.agreementId, audience)
      return threadNow(parts, by, threadId)
    },

    /** Takes the own comment away; null when nothing of the thread is left. Throws the refusals `not-allowed` and `unknown-thread`. */
    async remove(by: Participation, threadId: string, commentId: string): Promise<Thread | null> {
      const { audience } = await threadOf(parts, by, threadId)
      const own = await ownComment(by, threadId, commentId)
      await store.removeComment(by.agreementId, own, clock().toISOString())
      tell(by.agreementId, audience)
      await wipe()
      return threadNow(parts, by, threadId)
    },
  }
}

const doneBy = ({ personId, partyId }: Participation, now: Date): DoneBy => ({
  personId,
  partyId,
  at: now.toISOString(),
})

/** A thread of a circle that this person is in, to say something in. One of another circle is as unknown as one that never was. */
async function threadOf(
  { store }: CommentParts,
  by: Participation,
  threadId: string,
): Promise<StoredThread & { audience: StoredAudience }> {
  if (!mayComment(by)) throw new Refusal('not-allowed')
  const found = await store.maybeThread(by.agreementId, threadId, audiencesOf(by))
  if (found === null || found.anchor === '') throw new Refusal('unknown-thread')
  return found as StoredThread & { audience: StoredAudience }
}

async function threadNow({ store, agreements }: CommentParts, by: Participation, threadId: string) {
  const { agreementId } = by
  const thread = await store.maybeThread(agreementId, threadId, audiencesOf(by))
  if (thread === null) return null
  const [comments, people] = await Promise.all([
    store.commentsIn(agreementId, threadId),
    agreements.everybodyIn(agreementId),
  ])
  return shownThread(thread, comments, people)
}

function settled(added: Added): void {
  if (added === 'full') throw new Refusal('too-many-comments')
  if (added === 'taken') throw new Refusal('unknown-thread')
}

/**
 * Whom a text mentions may see what it says. Who takes part no more is no reason to refuse: the words may have waited on a device. `before`
 * is what stood there: a mention in it stays as it is.
 */
async function checkMentions(
  { agreements }: CommentParts,
  agreementId: string,
  audience: StoredAudience,
  text: string,
  before = '',
): Promise<void> {
  const mentioned = mentionedIn(text).filter((id) => !mentionedIn(before).includes(id))
  if (mentioned.length === 0) return
  const people = (await agreements.everybodyIn(agreementId)) as (Participation & { state: string })[]
  const outside = people.find(
    (each) => mentioned.includes(each.personId) && each.state === 'active' && !belongsTo(audience, each),
  )
  if (outside) refuse('text', 'not_in_circle', 'mentions of people who may see it', outside.personId)
}

const CHECKS: {
  [Kind in CommentAnchor['kind']]: (doc: Y.Doc, anchor: Extract<CommentAnchor, { kind: Kind }>) => boolean
} = {
  passage: (doc, { articleId }) => isText(doc, articleId),
  article: (doc, { articleId }) => isText(doc, articleId),
  fact: (doc, { address }) => wasEverFact(doc, address),
  row: (doc, { list, rowId }) => wasEverIn(doc, list, rowId),
  // A proposal may be gone by the time that words about it arrive, and nothing hangs on there being one.
  proposal: () => true,
}

const isText = (doc: Y.Doc, id: string) => wasEverIn(doc, 'articles', id) || wasEverIn(doc, 'annexes', id)

/** Throws a refusal `malformed-request` for a place that is not in the agreement and never was. */
function checkAnchor(doc: Y.Doc, anchor: CommentAnchor): void {
  const check = CHECKS[anchor.kind] as (doc: Y.Doc, anchor: CommentAnchor) => boolean
  if (!check(doc, anchor)) refuse('anchor', 'unknown_place', 'a place in the agreement', anchor.kind)
}

function refuse(path: string, reason: string, expected: string, found: unknown): never {
  throw new Refusal('malformed-request', [{ path, reason, expected, found: describeFound(found) }])
}
