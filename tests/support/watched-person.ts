import * as Y from 'yjs'
import { articleFragment } from '../../shared/document/layout.ts'
import { type LostWords, watchLostWords } from '../../shared/document/lost-words.ts'
import { newDocument } from '../../shared/document/new-document.ts'

/** One person at a document of their own: what they change waits in `sent`, what others changed comes when the test says so. */
export type WatchedPerson = {
  doc: Y.Doc
  prose: Y.XmlFragment
  /** Every update of this side, in order. */
  sent: Uint8Array[]
  lost: LostWords[]
  take: (update: Uint8Array) => void
  asMade: (told: Uint8Array) => Uint8Array
}

export function watchedPerson(
  start: Uint8Array,
  clientId: number,
  article = 'one',
  ownClientIds: readonly number[] = [],
): WatchedPerson {
  const doc = newDocument()
  doc.clientID = clientId
  const lost: LostWords[] = []
  const sent: Uint8Array[] = []
  const watch = watchLostWords(doc, { ownClientIds: () => ownClientIds, onLost: (words) => lost.push(words) })
  const take = (update: Uint8Array) => watch.taking(update, () => Y.applyUpdate(doc, update, 'wire'))
  take(start)
  doc.on('update', (update, origin) => {
    if (origin !== 'wire') sent.push(update)
  })
  return { doc, prose: articleFragment(doc, article), sent, lost, take, asMade: watch.asMade }
}
