import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Authorship } from './authorship.ts'
import type { CaretBoard } from './caret-board.ts'
import type { CommentedPassages } from './commented-passages.ts'
import type { InsertChoice, InsertRequests } from './insert-request.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { PlaceRegistry } from './place-registry.ts'
import type { SuggestMode } from './suggest-mode.ts'
import type { UndoHistory } from './undo-history.ts'

/** A person whose caret is drawn: how the paper calls them. */
export type CaretOwner = { name: string; party: string | null; partyIndex: number | null }

/** What the texts on one paper share. The paper makes it once; it does not change while the paper lies there. */
export type PaperHost = {
  facts: PaperFacts
  awareness: Awareness
  /** Where the carets of others are. */
  carets: CaretBoard
  history: UndoHistory
  authorship: Authorship
  comments: CommentedPassages
  /** Begins a comment on what is selected; null for who may not comment. */
  commentOn: (() => void) | null
  places: PlaceRegistry
  /** Whether the person proposes instead of writing, and what is proposed. */
  suggest: SuggestMode
  canWrite: boolean
  inserts: InsertRequests
  /** What can be inserted now. */
  insertChoices(): InsertChoice[]
  /** Said behind a paragraph whose condition does not hold. */
  leftOutWords: string
  /** Draws the table or form of a block to be edited. */
  renderBlock(name: string): ReactNode
  /** Draws it to be read: while it is far from the screen, and for who may not write. */
  renderReadBlock(name: string): ReactNode
  /** Opens the fact behind a field at the element, or leads to where it is edited. */
  openField(name: string, element: HTMLElement): void
  /** Leads to an article or annex. */
  openReference(articleId: string): void
  /** Who an awareness state belongs to; null for a state that says nothing of a person. */
  describeOwner(state: Record<string, unknown>): CaretOwner | null
}

const Host = createContext<PaperHost | null>(null)
export const PaperHostProvider = Host.Provider

/** The paper a text lies on. Throws outside a paper. */
export function usePaperHost(): PaperHost {
  const host = useContext(Host)
  if (!host) throw new RangeError('usePaperHost: no paper around this text')
  return host
}
