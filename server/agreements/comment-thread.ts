import { type Comment, commentAnchor, type Thread } from '../../shared/protocol/endpoints-comments.ts'
import { MENTION } from '../../shared/protocol/mention.ts'
import { circleOf } from '../access/comments.ts'
import type { DoneBy, StoredComment, StoredThread } from '../storage/comments.ts'

/** Somebody in the agreement, now or before. */
type Person = { personId: string; name: string; state: string }

/** A thread as those in its circle see it; null when all of it was taken away. */
export function shownThread(
  thread: StoredThread,
  comments: readonly StoredComment[],
  people: readonly Person[],
): Thread | null {
  if (comments.every(({ removedAt }) => removedAt !== null)) return null
  const { id, audience, state, stateBy } = thread
  return {
    id,
    circle: circleOf(audience),
    anchor: commentAnchor.parse(JSON.parse(thread.anchor)),
    state: state === 'resolved' ? 'resolved' : 'open',
    stateBy: stateBy && shownPerson(stateBy, people),
    stateAt: stateBy?.at ?? null,
    comments: comments.map((comment) => shownComment(comment, people)),
  }
}

/** What a comment says where nobody can be pointed at: people by their names. */
export function saidInWords({ text, mentions }: Pick<Comment, 'text' | 'mentions'>): string {
  return text.replace(MENTION, (mention, id: string) => {
    const person = mentions.find(({ personId }) => personId === id)
    return person === undefined ? mention : `@${person.name}`
  })
}

/** The ids that a text mentions, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, id = '']) => id))]
}

function shownComment(comment: StoredComment, people: readonly Person[]): Comment {
  const { id, text, by, changedAt, removedAt } = comment
  const mentioned = mentionedIn(text)
  return {
    id,
    author: shownPerson(by, people),
    text,
    // Of those who wait to be let in nobody here is told.
    mentions: people
      .filter(({ personId, state }) => mentioned.includes(personId) && state !== 'waiting')
      .map(({ personId, name }) => ({ personId, name })),
    at: by.at,
    changedAt,
    isRemoved: removedAt !== null,
  }
}

function shownPerson({ personId, partyId }: DoneBy, people: readonly Person[]) {
  const name = people.find((each) => each.personId === personId)?.name ?? ''
  return { personId, name, partyId }
}
