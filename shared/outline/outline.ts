/**
 * The outline: an agreement as it stands on paper, with every number drawn and every fact filled in. The preview on screen,
 * the Word file, the HTML and the text that is hashed and signed all come from this one value. Plain data; equal
 * agreements give equal outlines. Everything carries the id of what it shows, so that a screen can lead back to it.
 */
export type Outline = {
  /** BCP 47 tag of the text: `nl`. */
  language: string
  /** `short`: two pages at most, no title page of its own (domain pack, templates.md, template C). */
  layout: 'full' | 'short'
  title: string
  titlePage: TitlePage
  sections: Section[]
  annexes: Section[]
  words: OutlineWords
}

/** Words that a writer adds by itself, from the catalogue. */
export type OutlineWords = {
  contents: string
  /** "Pagina {page} van {pages}" as two words: before the number, and between number and total. */
  page: string
  of: string
  /** Before the number of the version: "Versie". */
  version: string
}

export type TitlePage = {
  title: string
  /** The parties by official name, in their order; none where the text names them at once. */
  parties: { partyId: string; role: string; name: Inline[] }[]
  /** "tussen" */
  between: string
  /** Label and value: place, term, status. Only what is known. */
  facts: { label: string; value: string }[]
  /** Status word shown until agreed, such as "Concept"; null when agreed. */
  draftMark: string | null
  /** What this paper is, where it is not the whole agreement: "Openbare versie". */
  edition?: string
}

/** What stands above a title and on every page: which paper it is, and that it is a draft; empty for an agreement that is settled. */
export function markOf({ edition, draftMark }: TitlePage): string {
  return [edition, draftMark].filter(Boolean).join(' · ')
}

/** An article or annex. */
export type Section = {
  id: string
  key: string | null
  /** "6", or null when not numbered. Annexes count by themselves. */
  number: string | null
  /** Word before the number: "Artikel" or "Bijlage"; empty where the number stands alone. */
  label: string
  heading: string
  /** What it is for, in a form to fill in. */
  guidance?: string
  content: Block[]
}

export type Block =
  | {
      kind: 'paragraph'
      style: 'clause' | 'subclause' | 'bullet' | 'heading' | 'note' | 'plain'
      /** Depth of indenting, 0 to 3. */
      level: number
      /**
       * Drawn number without the article's: "1" for the first clause (shown as 6.1), "a" for a sub-clause; null when unnumbered, empty for a
       * proposed one that has no number yet.
       */
      number: string | null
      /** BCP 47 tag where the text is in another language than the agreement; its direction follows from it. */
      language?: string
      written?: WrittenParagraph
      inlines: Inline[]
    }
  | Table
  | {
      kind: 'list'
      name: string
      style: 'bullet' | 'numbered'
      /** Whose items these are; empty when they are not grouped. */
      heading: Inline[]
      items: { recordId: string; inlines: Inline[] }[]
      /** Shown instead of the items when there are none yet. */
      emptyText: string
    }
  | { kind: 'parties'; name: string; parties: PartyEntry[] }
  | { kind: 'signatures'; name: string; parties: SignatureEntry[] }
  /** A block that this edition does not know: named, never dropped. */
  | { kind: 'unknownBlock'; name: string; text: string }

export type Table = {
  kind: 'table'
  /** Block name, `tasks:awareness`. */
  name: string
  caption: string
  /** True where the text does not say what this table is, because another one stands next to it. */
  captionShown: boolean
  columns: Column[]
  rows: Row[]
  /** Shown instead of the rows when there are none yet. */
  emptyText: string
  /** What of the table is easier to see than to read. It says nothing that the table does not say. */
  picture?: TablePicture
  /** Rows to fill in, in a form. */
  form?: { rows: number; cells: FormCell[] }
}

/** A cell to fill in: `words` stand in it until then; `choices` are what can be chosen. */
export type FormCell = { kind: 'text' | 'date' | 'choice' | 'none'; words: string; choices: string[] }

export type TablePicture =
  /** How each party (`columns`) scored each factor (`rows`): 1 to 5, null for no score. */
  | {
      kind: 'scores'
      caption: string
      columns: { text: string }[]
      rows: { title: string; scores: (number | null)[] }[]
    }
  /** When what is to be done, between two days (ISO). Only what has a day. */
  | {
      kind: 'timeline'
      caption: string
      from: string
      to: string
      /** `text` says the days in words. */
      groups: {
        heading: string
        rows: { title: string; start: string | null; end: string | null; text: string }[]
      }[]
    }

export type Column = {
  /** Name of the record's field, or of what is computed. */
  field: string
  label: string
  align: 'start' | 'end'
  /** Share of the table's width, in hundredths; the columns of a table add up to 100. */
  width: number
}

export type Row = {
  kind: 'record' | 'group' | 'total'
  /** Null for groups and totals. */
  recordId: string | null
  cells: Inline[][]
}

/** One party as article "Partijen" describes it: a few label-value lines and the closing "Hierna: …". */
export type PartyEntry = {
  partyId: string
  name: Inline[]
  lines: { label: string; inlines: Inline[] }[]
  /** "Hierna: **de gemeente**" */
  hereafter: Inline[]
}

export type SignatureEntry = {
  partyId: string
  partyName: Inline[]
  /** One per signatory; at least `requiredSignatories`, empty ones to be filled by hand. */
  signatories: { signatoryId: string | null; name: Inline[]; position: Inline[] }[]
  labels: { name: string; position: string; place: string; date: string; signature: string }
}

export type Inline = (
  | { kind: 'text'; text: string; marks: InlineMark[]; fact?: RowFact }
  | { kind: 'break' }
  /** A fact. Empty ones carry the label of what is missing as text and `empty: true`. */
  | { kind: 'field'; name: string; text: string; empty: boolean; marks: InlineMark[] }
  /** The number of an article or annex. Broken when its target is gone; the text then says so. */
  | { kind: 'reference'; targetId: string; text: string; broken: boolean; marks: InlineMark[] }
) & { written?: Written }

/**
 * A fact of one record that a text is all of: the text has its line ends. Only in an outline to fill in, which is made for Word and
 * has the check number of the same paper without them.
 */
export type RowFact = {
  /** `tasks.<id>.title` */
  address: string
  /** What it is called on paper. */
  label: string
  kind: 'text' | 'date' | 'choice'
  /** A day as ISO date; else the text. */
  value: string
  /** What can be chosen, in the words of the paper. */
  choices: string[]
  /** Name of the words of its choices; null for none. */
  enumName: string | null
}

/**
 * Where a piece stands in its paragraph as it is written, counted as an editor counts (a letter is one, and so is a fact or a line break), and
 * the ids of the suggestions that would put it in or take it out. Only in an outline to work on: what is only proposed is in no other.
 */
export type Written = { from: number; to: number; insertion: string | null; deletion: string | null }

/** The index of a paragraph in its text, and the suggestion by which all of it would come or go. Only in an outline to work on. */
export type WrittenParagraph = { index: number; insertion: string | null; deletion: string | null }

export type InlineMark = 'bold' | 'italic' | 'underline'

/** The plain text of inlines, as it is read aloud and compared. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join('')
}
