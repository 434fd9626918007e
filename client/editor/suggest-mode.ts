import type { ParagraphKind } from '../../shared/agreement/rich-text.ts'
import type { SuggestRefusal } from '../../shared/editor/suggest.ts'

/** Who proposed something, as the paper calls them. */
export type ProposedBy = {
  /** Stands at the beginning of it, so that nobody has to tell colours apart. */
  initials: string
  /** "Fatima Yilmaz, Stichting De Brug, vandaag 14.05" */
  said: string
  partyIndex: number | null
}

/** A paragraph that something is proposed about, and what it says on this screen. */
export type ParagraphAt = {
  /** Name of the text: `article:<id>`. */
  place: string
  index: number
  seen: string
  kind: ParagraphKind
  level: number
}

/**
 * What came of what somebody did: why it can be no proposal, that it became one (`guarded`, `sent`), why the server did not take it, or
 * what became of a pasted table.
 */
export type SuggestSaid =
  | SuggestRefusal
  | 'guarded'
  | 'sent'
  | 'notSent'
  | 'changed'
  | 'tooMany'
  | 'notAllowed'
  | 'tableAsLines'

/** Whether this person writes or proposes on this device, and what the paper has to know of proposals. */
export type SuggestMode = {
  isOn(): boolean
  set(isOn: boolean): void
  /** True when taking out a paragraph of another becomes a proposal by itself. */
  guardsParagraphs(): boolean
  /** The person themselves, as authors of words are known. */
  ownKey(): string
  newId(): string
  /** Whether a run of suggestions is this person's own. */
  isOwn(id: string): boolean
  authorOf(place: string, id: string): ProposedBy | null
  /** Another text for other proposals in this text, or for others that made them; the same as long as they are called the same. */
  key(place: string): string
  /** What was said last of something that could not be done; null when all is well. */
  said(): SuggestSaid | null
  say(said: SuggestSaid | null): void
  /** Opens the dialog that proposes a paragraph after this one, or after none. */
  askParagraph(at: ParagraphAt): void
  proposeRemoval(at: ParagraphAt): void
  proposeKind(at: ParagraphAt, kind: ParagraphKind): void
  /** Shows a proposal in the list. */
  open(place: string, id: string): void
  /** Another number each time listeners are called. */
  version(): number
  subscribe(listener: () => void): () => void
}
