import * as Y from 'yjs'
import { lostFacts } from './lost-facts.ts'
import type { LostPiece, LostPlace } from './lost-piece.ts'
import { lostProse, orphanedProse } from './lost-prose.ts'
import { deletesNamedIn, isNamed, NamedDeletes, namesDeletes, withNamedOnly } from './named-deletes.ts'
import { ReplacedValues } from './replaced-values.ts'

/**
 * Words that a person typed and another made vanish without having seen them: typed into a paragraph or a row that was removed
 * or joined at that moment, or a value that lost against another's for the same fact.
 */
export type LostWords = {
  /** Made of the Yjs id of the first of them; the same words have the same id on every page. */
  id: string
  /** `prose` stood in an article or annex, `text` in a long text, `value` was the whole value of a fact. */
  kind: 'prose' | 'text' | 'value'
  /** `overwritten`: another's value stands there now. `removed`: what they stood in went. */
  how: 'removed' | 'overwritten'
  /** Address of what they stood in: `articles.<id>.body`, `tasks.<id>.description`. */
  path: string
  /** The words; runs with other text between them are joined by an ellipsis. */
  text: string
  /** For prose and text: each run with its surroundings, as it was. */
  pieces: LostPiece[]
  /** For prose: the paragraph they stood in. */
  anchor: LostPlace | null
  /** For a value: what was set. */
  value: string | number | boolean | null
  /** For a value: the Yjs client id of the page that set it. */
  by: number | null
  /**
   * For a line of text that another changed at the same moment: what it says with both changes in it. Null where both changed the same words. To be
   * written by the page that set the value, and by no other page of the same person: else the letters come twice.
   */
  joined: string | null
}

export type LostWordsWatch = {
  /** Runs `apply`, which must apply exactly this update of another to the document, and tells what it made vanish. */
  taking: (update: Uint8Array, apply: () => void) => void
  /**
   * What somebody with this state vector lacks, as `Y.encodeStateAsUpdate` gives it, but with no more deletions named than somebody
   * meant: what fell along here must not look meant to those who typed it.
   */
  encode: (stateVector: Uint8Array) => Uint8Array
  /** What the document tells of the update that is being taken, with no more deletions named than its maker named: as it may be kept. */
  asMade: (told: Uint8Array) => Uint8Array
  stop: () => void
}

type WatchOptions = {
  /** Client ids under which this person wrote on this device before, besides the document's own. Read at every update. */
  ownClientIds?: () => Iterable<number>
  onLost: (lost: LostWords) => void
}

/**
 * Watches a document for words of its own person that vanish unseen. The delete set in the bytes of an update names what its
 * maker knew and deleted; what the transaction deleted beyond that fell along, because what it stood in went. Deletions of this
 * side and articles that are taken out by their flag are no losses. Content is read before Yjs collects it: the event
 * `beforeObserverCalls` comes before every observer and before the garbage collection of the transaction.
 */
export function watchLostWords(
  doc: Y.Doc,
  { ownClientIds = () => [], onLost }: WatchOptions,
): LostWordsWatch {
  let isTaking = false
  let taken: Uint8Array[] = []
  const replaced = new ReplacedValues()
  const onTransaction = (transaction: Y.Transaction) => {
    replaced.note(transaction)
    if (!isTaking || transaction.local) return
    const own = new Set([doc.clientID, ...ownClientIds()])
    for (const lost of orphanedProse(doc, transaction, own)) onLost(lost)
    if (![...transaction.deleteSet.clients.keys()].some((client) => own.has(client))) return
    const named = Y.mergeDeleteSets(taken.map(deletesNamedIn))
    const isLost = (client: number, clock: number) =>
      own.has(client) && isNamed(transaction.deleteSet, client, clock) && !isNamed(named, client, clock)
    const items = ownDeletedItems(transaction, own).filter((item) => touches(item, isLost))
    const fallen: Fallen = { doc, transaction, items, isLost, replaced }
    for (const lost of [...lostProse(fallen), ...lostFacts(fallen)]) onLost(lost)
  }
  const meant = new NamedDeletes(doc)
  const remember = ({ local, deleteSet }: Y.Transaction) => {
    const update = isTaking && !local ? taken.at(-1) : undefined
    if (update) meant.add(update)
    else meant.addSet(deleteSet)
  }
  doc.on('beforeObserverCalls', onTransaction)
  doc.on('afterTransaction', remember)
  return {
    encode: (stateVector) => meant.encode(stateVector),
    asMade: (told) => (namesDeletes(told) ? withNamedOnly(told, Y.mergeUpdates(taken)) : told),
    taking: (update, apply) => {
      // An update that waits for another is applied with that one: until then, what it names counts.
      if (!doc.store.pendingStructs && !doc.store.pendingDs) taken = []
      taken.push(update)
      isTaking = true
      try {
        apply()
      } finally {
        isTaking = false
      }
    },
    stop: () => {
      doc.off('beforeObserverCalls', onTransaction)
      doc.off('afterTransaction', remember)
    },
  }
}

/** What fell along in one transaction, with its content not collected yet. */
export type Fallen = {
  doc: Y.Doc
  transaction: Y.Transaction
  /** Items of which at least a part fell along. */
  items: readonly Y.Item[]
  isLost: (client: number, clock: number) => boolean
  replaced: ReplacedValues
}

/** What is asked of it where words are looked for in a text. */
export type FallenWords = Omit<Fallen, 'replaced'>

function ownDeletedItems(transaction: Y.Transaction, own: ReadonlySet<number>): Y.Item[] {
  const found: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && own.has(struct.id.client)) found.push(struct)
  })
  return found
}

function touches({ id, length }: Y.Item, isLost: Fallen['isLost']): boolean {
  for (let offset = 0; offset < length; offset++) if (isLost(id.client, id.clock + offset)) return true
  return false
}
