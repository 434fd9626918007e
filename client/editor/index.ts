export { AddClause } from './add-clause.tsx'
export { ArticleEditor } from './article-editor.tsx'
export {
  type AuthoredPassage,
  type Authorship,
  authoredPassages,
  fullNameOf,
  type PassageAuthor,
} from './authorship.ts'
export { CaretBoard } from './caret-board.ts'
export type { CommentedPassage, CommentedPassages } from './commented-passages.ts'
export { lookOf } from './inline-views.ts'
export { InsertMenu } from './insert-menu.tsx'
export { createInsertRequests, type InsertChoice } from './insert-request.ts'
export type { PaperFacts } from './paper-facts.ts'
export { type CaretOwner, type PaperHost, PaperHostProvider, usePaperHost } from './paper-host.ts'
export { createPlaceRegistry, type PlaceRegistry } from './place-registry.ts'
export { maybeSelectedPassage, type SelectedPassage } from './selected-passage.ts'
export type { ParagraphAt, ProposedBy, SuggestMode, SuggestSaid } from './suggest-mode.ts'
export { Toolbar } from './toolbar.tsx'
export { historyCommandOf, type UndoHistory, undoHistory } from './undo-history.ts'
