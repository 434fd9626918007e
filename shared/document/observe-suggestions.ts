import type * as Y from 'yjs'
import { type OpenSuggestion, type PlacedSuggestion, readSuggestions, suggestionsIn } from './suggestions.ts'

/** The suggestions of a document, followed. Each text is read when somebody asks, and again only after it changed. */
export type ObservedSuggestions = {
  get(): PlacedSuggestion[]
  /** Ends the watching. */
  stop(): void
}

/** Watches the suggestions of a document. */
export function observeSuggestions(doc: Y.Doc): ObservedSuggestions {
  const known = new Map<unknown, OpenSuggestion[]>()
  const read = (fragment: Y.XmlFragment): OpenSuggestion[] => {
    const found = known.get(fragment) ?? readSuggestions(fragment)
    known.set(fragment, found)
    return found
  }
  const forget = ({ changedParentTypes }: Y.Transaction) => {
    for (const type of changedParentTypes.keys()) known.delete(type)
  }
  doc.on('afterTransaction', forget)
  return {
    get: () => suggestionsIn(doc, read),
    stop: () => doc.off('afterTransaction', forget),
  }
}
