import type { Generated, Kysely, Selectable, Transaction } from 'kysely'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type CommentTables = {
  comment_thread: {
    agreement_id: string
    id: string
    audience: string
    anchor: string
    state: string
    state_by: string | null
    state_party_id: string | null
    state_at: string | null
  }
  comment: {
    seq: Generated<number>
    agreement_id: string
    thread_id: string
    id: string
    person_id: string
    party_id: string | null
    text: string
    at: string
    changed_at: string | null
    removed_at: string | null
  }
}

/** Who does something, for which party, when. */
export type DoneBy = { personId: string; partyId: string | null; at: string }

export type StoredThread = {
  id: string
  audience: string
  /** What it is about, as JSON. */
  anchor: string
  state: string
  stateBy: DoneBy | null
}
export type StoredComment = {
  id: string
  threadId: string
  by: DoneBy
  text: string
  changedAt: string | null
  removedAt: string | null
}
export type NewThread = Pick<StoredThread, 'id' | 'audience' | 'anchor'>
export type NewComment = { id: string; threadId: string; text: string; by: DoneBy }

/** How many threads one audience of an agreement may have, and how many comments one thread. */
export type CommentBounds = { threads: number; comments: number }

/** What came of keeping something: kept (also when it was there already), too many, or an id that is another's. */
export type Added = 'kept' | 'full' | 'taken'

type Needed = CommentTables & Pick<AgreementTables, 'participant'> & Pick<PeopleTables, 'person'>

/** Threads and their comments. Whoever asks names the audiences that may be seen: nothing of another is read. */
export type CommentStore = ReturnType<typeof commentStore>

export function commentStore(db: Kysely<Needed>) {
  return { ...reading(db), ...adding(db), ...changing(db) }
}

function reading(db: Kysely<Needed>) {
  return {
    async threadsFor(agreementId: string, audiences: readonly string[]): Promise<StoredThread[]> {
      const rows = await db
        .selectFrom('comment_thread')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('audience', 'in', [...audiences])
        .execute()
      return rows.map(threadOf)
    },

    /** The comments in threads of these audiences, the oldest first. */
    async commentsFor(agreementId: string, audiences: readonly string[]): Promise<StoredComment[]> {
      const rows = await db
        .selectFrom('comment')
        .innerJoin('comment_thread as thread', (j) =>
          j.onRef('thread.id', '=', 'thread_id').onRef('thread.agreement_id', '=', 'comment.agreement_id'),
        )
        .selectAll('comment')
        .where('comment.agreement_id', '=', agreementId)
        .where('audience', 'in', [...audiences])
        .orderBy('seq')
        .execute()
      return rows.map(commentOf)
    },

    /** A thread of one of these audiences; null when there is none. */
    async maybeThread(
      agreementId: string,
      id: string,
      audiences: readonly string[],
    ): Promise<StoredThread | null> {
      const row = await db
        .selectFrom('comment_thread')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('id', '=', id)
        .where('audience', 'in', [...audiences])
        .executeTakeFirst()
      return row ? threadOf(row) : null
    },

    /** The comments of one thread, the oldest first. */
    async commentsIn(agreementId: string, threadId: string): Promise<StoredComment[]> {
      const rows = await db
        .selectFrom('comment')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('thread_id', '=', threadId)
        .orderBy('seq')
        .execute()
      return rows.map(commentOf)
    },

    /** How many threads of an audience are open and hold words. */
    async openThreads(agreementId: string, audience: string): Promise<number> {
      const row = await db
        .selectFrom('comment_thread as thread')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('agreement_id', '=', agreementId)
        .where('audience', '=', audience)
        .where('state', '=', 'open')
        .where((e) =>
          e.exists(
            e
              .selectFrom('comment')
              .select('comment.seq')
              .whereRef('comment.agreement_id', '=', 'thread.agreement_id')
              .whereRef('thread_id', '=', 'thread.id')
              .where('removed_at', 'is', null),
          ),
        )
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
  }
}

function adding(db: Kysely<Needed>) {
  return {
    /** Keeps a thread with its first comment: both or nothing. Sent again by the same person it is kept already. */
    async addThread(
      agreementId: string,
      thread: NewThread,
      first: NewComment,
      bounds: CommentBounds,
    ): Promise<Added> {
      return db.transaction().execute(async (tx) => {
        const sent = await maybeSent(tx, agreementId, first)
        if (sent) return sent
        const { id, audience, anchor } = thread
        if (await countIs(tx, 'comment_thread', { agreement_id: agreementId, audience }, bounds.threads))
          return 'full'
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('comment_thread')
          .values({
            ...{ agreement_id: agreementId, id, audience, anchor, state: 'open' },
            ...{ state_by: null, state_party_id: null, state_at: null },
          })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        if (!numInsertedOrUpdatedRows) return 'taken'
        await tx.insertInto('comment').values(commentRow(agreementId, first)).execute()
        return 'kept'
      })
    },

    /** Keeps a reply, and opens the thread again. Sent again by the same person it is kept already. */
    async addReply(agreementId: string, reply: NewComment, bounds: CommentBounds): Promise<Added> {
      return db.transaction().execute(async (tx) => {
        const sent = await maybeSent(tx, agreementId, reply)
        if (sent) return sent
        const { threadId, by } = reply
        if (await countIs(tx, 'comment', { agreement_id: agreementId, thread_id: threadId }, bounds.comments))
          return 'full'
        await tx.insertInto('comment').values(commentRow(agreementId, reply)).execute()
        await putState(tx, { agreementId, threadId }, 'open', by)
        return 'kept'
      })
    },
  }
}

/** What came of it when this comment was sent before; null when it was not. An id of another's comment is no proof of anything. */
async function maybeSent(
  tx: Transaction<Needed>,
  agreementId: string,
  comment: NewComment,
): Promise<Added | null> {
  const there = await tx
    .selectFrom('comment')
    .select(['person_id', 'thread_id'])
    .where('agreement_id', '=', agreementId)
    .where('id', '=', comment.id)
    .executeTakeFirst()
  if (!there) return null
  const isSame = there.person_id === comment.by.personId && there.thread_id === comment.threadId
  return isSame ? 'kept' : 'taken'
}

/** Whether there are as many as there may be. */
async function countIs(
  tx: Transaction<Needed>,
  table: 'comment' | 'comment_thread',
  where: Record<string, string>,
  most: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('count'))
    .where((e) => e.and(where))
    .executeTakeFirstOrThrow()
  return Number(row.count) >= most
}

type ThreadPlace = { agreementId: string; threadId: string }

/** A thread that is so already stays as it is, with who made it so. */
async function putState(
  tx: Kysely<Needed>,
  { agreementId, threadId }: ThreadPlace,
  state: string,
  by: DoneBy,
): Promise<void> {
  await tx
    .updateTable('comment_thread')
    .set({ state, state_by: by.personId, state_party_id: by.partyId, state_at: by.at })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', threadId)
    .where('state', '!=', state)
    .execute()
}

function changing(db: Kysely<Needed>) {
  return {
    async putState(place: ThreadPlace, state: string, by: DoneBy): Promise<void> {
      await putState(db, place, state, by)
    },

    /** Gives a comment other words; the same words, or a comment that was taken away, stay as they are. */
    async changeComment(agreementId: string, id: string, text: string, at: string): Promise<void> {
      await db
        .updateTable('comment')
        .set({ text, changed_at: at })
        .where('agreement_id', '=', agreementId)
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .where('text', '!=', text)
        .execute()
    },

    /**
     * Takes the words of a comment away, and the words that its thread was about when it was the last in it. The rows stay, so that the command by which they
     * came does nothing when it comes again.
     */
    async removeComment(
      agreementId: string,
      { id, threadId }: Pick<StoredComment, 'id' | 'threadId'>,
      at: string,
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('comment')
          .set({ text: '', removed_at: at })
          .where('agreement_id', '=', agreementId)
          .where('id', '=', id)
          .where('removed_at', 'is', null)
          .execute()
        const left = await tx
          .selectFrom('comment')
          .select('seq')
          .where('agreement_id', '=', agreementId)
          .where('thread_id', '=', threadId)
          .where('removed_at', 'is', null)
          .limit(1)
          .executeTakeFirst()
        if (left) return
        await tx
          .updateTable('comment_thread')
          .set({ anchor: '' })
          .where('agreement_id', '=', agreementId)
          .where('id', '=', threadId)
          .execute()
      })
    },
  }
}

function threadOf(row: CommentTables['comment_thread']): StoredThread {
  const { id, audience, anchor, state, state_by, state_party_id, state_at } = row
  const stateBy =
    state_by !== null && state_at !== null
      ? { personId: state_by, partyId: state_party_id, at: state_at }
      : null
  return { id, audience, anchor, state, stateBy }
}

function commentOf(row: Selectable<CommentTables['comment']>): StoredComment {
  return {
    id: row.id,
    threadId: row.thread_id,
    by: { personId: row.person_id, partyId: row.party_id, at: row.at },
    text: row.text,
    changedAt: row.changed_at,
    removedAt: row.removed_at,
  }
}

function commentRow(agreementId: string, { id, threadId, text, by }: NewComment) {
  return {
    ...{ agreement_id: agreementId, thread_id: threadId, id, text },
    ...{ person_id: by.personId, party_id: by.partyId, at: by.at, changed_at: null, removed_at: null },
  }
}
