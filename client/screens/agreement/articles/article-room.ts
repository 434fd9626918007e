import { createContext, useContext } from 'react'
import type { Doc } from 'yjs'
import type { TextList } from '../../../../shared/document/article-edit.ts'
import type { ObservedAgreement } from '../../../../shared/document/observe.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import type { Template } from '../../../../shared/template/template.ts'

/** What the menus beside the articles work with. `template` is that of the agreement, null while it is fetched. */
export type ArticleRoom = {
  doc: Doc
  observed: ObservedAgreement
  catalog: Catalog
  template: Template | null
  canWrite: boolean
  /** Says something to who cannot see it. */
  say(sentence: string): void
  move(id: string, direction: -1 | 1): boolean
  /** Moves it to right before another, or to the end. */
  moveBefore(id: string, before: string | null): boolean
  remove(id: string): void
  /** Puts back what was taken out, and leads there. */
  putBack(list: TextList, id: string): void
  /** Opens the dialog that adds one, after another or where it belongs. */
  add(list: TextList, after: string | null): void
  /** Opens the dialog that sets the text back to that of the template. */
  restore(id: string): void
}

const Room = createContext<ArticleRoom | null>(null)
export const ArticleRoomProvider = Room.Provider

/** The room around the paper and the outline; null outside a room, as on a preview. */
export const useArticleRoom = (): ArticleRoom | null => useContext(Room)
