import type { AgreementBody } from '../agreement/agreement.ts'
import type { Hand } from '../agreement/returned-change.ts'
import type { KnownRemark } from '../word/carried-data.ts'

/** A stretch of text in the file, and what is said about it. */
export type FoundPiece = {
  text: string
  /** Who put it in, or took it out, with tracking on; null for nobody. */
  inserted: Hand | null
  deleted: Hand | null
  /** Name of the fact whose control it stands in; null outside of one. */
  fact: string | null
  /** It only says what is to be filled in. */
  isPlaceholder: boolean
  /** The bookmark that it draws the number of; null for other text. */
  reference: string | null
  /** Which control or reference of the file it is in, so that two next to each other stay two; 0 for none. */
  unit: number
}

/** A comment that begins in a line; the text it is about. */
export type FoundQuote = { commentId: string; text: string }

/** What stands under each other in the file: a paragraph, or a row of a table. */
export type FoundLine = {
  kind: 'paragraph' | 'row'
  /** Letters of the name of its style, in small; empty where it has none. */
  style: string
  /** Depth of its list (`w:ilvl`), when the paragraph itself says so. */
  depth: number | null
  /** Names of the bookmarks that begin in it. */
  bookmarks: string[]
  /** One of a paragraph; one a cell of a row. */
  cells: FoundPiece[][]
  /** The end of the paragraph, or the row, put in or taken out with tracking on. */
  inserted: Hand | null
  deleted: Hand | null
  /** Counts the tables of the file; -1 outside of one. */
  table: number
  quotes: FoundQuote[]
}

export type FoundComment = {
  id: string
  hand: Hand
  text: string
  /** The comment that it answers. */
  parentId: string | null
  /** The name that programs keep when they number comments anew; null where it has none. */
  durableId: string | null
}

/** What the file carries of its own. */
export type ReturnedData = {
  agreementId: string
  version: number
  textHash: string
  /** The agreement as it was, with no more than the paper shows. */
  snapshot: AgreementBody
  /** What stands bound to the controls now, by the name of the fact. */
  facts: Record<string, string>
  /** Who proposed and said what was in the file already: that is known here, and nothing new. */
  known: KnownRemark[]
}

/** What people see of a file. */
export type ReturnedText = { lines: FoundLine[]; comments: FoundComment[] }

/** A Word file that came back, read and not judged: plain data. */
export type ReturnedWordFile = ReturnedData & ReturnedText
