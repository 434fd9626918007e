import { createContext, type RefObject, useContext } from 'react'
import type { Circle, CommentAnchor } from '../../../../shared/protocol/endpoints-comments.ts'
import type { SelectedPassage } from '../../../editor/index.ts'
import type { CommentsState, CommentsStore, SeenThread, Speaker } from './comments-store.ts'
import type { Mentionable } from './mention-text.ts'
import type { Passages } from './passages.ts'

/** A comment that is being written about a place. */
export type Draft = { anchor: CommentAnchor; text: string; chosen: readonly Mentionable[] }

/** Which threads are listed. */
export type Filter = 'open' | 'resolved' | 'mine'

/** What the parts that show comments work with. */
export type CommentsRoom = {
  state: CommentsState
  store: CommentsStore
  passages: Passages
  you: Speaker & { role: string }
  mayComment: boolean
  /** The people who may see a circle, oneself left out. */
  peopleIn(circle: Circle): readonly Mentionable[]
  /** What the circle of the own organisation is called; null for who has none. */
  ownCircle: string | null
  /** The circle that was used last on this device. */
  circle: Circle
  chooseCircle(circle: Circle): void
  draft: Draft | null
  changeDraft(draft: Draft | null): void
  /** Begins a comment about a place, and shows where it is written. */
  begin(anchor: CommentAnchor): void
  /** Where the focus was when the comment was begun. */
  origin: RefObject<HTMLElement | null>
  /** Begins a comment about the words that are selected; false when there are none. */
  beginOn(selected: SelectedPassage | null): boolean
  /** The thread that somebody looks at. */
  looked: string | null
  look(threadId: string | null): void
  /** Shows the comments, with the focus in what is being written or at the thread that is looked at. */
  show(): void
  /** Somebody pressed on words that are spoken of: they are looked at, and shown where there is room beside the text. */
  press(threadId: string): void
  /** The one that was pressed on where there is no room beside the text; null once it was shown. */
  pressed: string | null
  /** Counts how often the comments were to be shown. */
  openings: number
  /** True once after each `show`: then the focus goes to the comments. */
  takesFocus(): boolean
  /** The threads whose words are gone, by their ids. */
  gone: ReadonlySet<string>
  /** The article or annex that a thread belongs to; null when there is none on the paper. */
  articleOf(thread: SeenThread): string | null
  /** The threads about an article or annex, its words, its facts and its rows. */
  of(articleId: string): readonly SeenThread[]
  filter: Filter
  setFilter(filter: Filter): void
  scope: 'article' | 'all'
  setScope(scope: 'article' | 'all'): void
}

const Room = createContext<CommentsRoom | null>(null)
export const CommentsRoomProvider = Room.Provider

/** The comments around the paper; null outside an agreement that is open, as on a preview. */
export const useMaybeCommentsRoom = (): CommentsRoom | null => useContext(Room)

/** The comments around the paper. Throws outside an agreement. */
export function useCommentsRoom(): CommentsRoom {
  const room = useContext(Room)
  if (room === null) throw new RangeError('useCommentsRoom: no comments around this part')
  return room
}
