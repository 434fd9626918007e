import * as Y from 'yjs'
import { NamedDeletes } from '../../shared/document/named-deletes.ts'
import type { KeptEntry, LoggedDocument } from '../storage/document-log.ts'
import { ChangeTail } from './change-tail.ts'
import { ClientOwners } from './client-owners.ts'
import { QuietDoc } from './quiet-doc.ts'
import { step2Message } from './wire.ts'

/** A document as it is on disk: what the log holds up to and including entry `seq`. */
export type DocumentState = {
  /** Built when somebody needs it: who only reads is served from the bytes of the snapshot. */
  readonly doc: Y.Doc
  /** What of the deletions in it somebody meant; see TE4. */
  readonly named: NamedDeletes
  /** Up to where it reaches, by client, as Yjs encodes that. */
  stateVector: () => Uint8Array
  owners: ClientOwners
  /** Who changed what in the entries after the last snapshot. */
  changes: ChangeTail
  seq: number
  /** Entries before `seq` were taken by another server and are not in it: it can be written on, but is no snapshot. */
  hasHole: boolean
  /** The number of the last snapshot's last entry; 0 when there is none. */
  base: number
  /** Entries after the last snapshot. */
  tail: number
  /** Bytes of the snapshot and of the entries after it. */
  bytes: number
  /** The document as one update, once somebody asked; null after a change. */
  whole: Uint8Array | null
  /** The same as the message that answers a newcomer. */
  wholeMessage: Uint8Array | null
  /** Gives back the memory of the document; the state is not used afterwards. */
  destroy: () => void
}

type Built = { doc: Y.Doc; named: NamedDeletes }

/** Takes a document from its log. Throws when its snapshot or an entry is not an update. */
export function openDocument({ snapshot, entries, shown }: LoggedDocument): DocumentState {
  const owners = new ClientOwners()
  const changes = new ChangeTail()
  const base = snapshot?.seq ?? 0
  // Reads all of the snapshot, so that one that is no update shows at once.
  const reach = Y.encodeStateVectorFromUpdate(snapshot?.bytes ?? EMPTY_UPDATE)
  let built: Built | null = null
  const build = () => {
    built ??= buildDocument(snapshot?.bytes ?? null, changes)
    return built
  }
  const state: DocumentState = {
    get doc() {
      return build().doc
    },
    get named() {
      return build().named
    },
    stateVector: () => (built ? Y.encodeStateVector(built.doc) : reach),
    owners,
    changes,
    seq: base,
    hasHole: false,
    base,
    tail: 0,
    bytes: snapshot?.bytes.length ?? 0,
    whole: snapshot?.bytes ?? null,
    wholeMessage: null,
    destroy: () => built?.doc.destroy(),
  }
  if (snapshot) owners.read(snapshot.authors)
  for (const entry of entries) {
    owners.claimFromEntry(entry)
    applyEntry(state, entry)
  }
  owners.readShown(shown)
  return state
}

const EMPTY_UPDATE = Uint8Array.of(0, 0)

function buildDocument(snapshot: Uint8Array | null, changes: ChangeTail): Built {
  const doc = new QuietDoc()
  const named = new NamedDeletes(doc)
  if (snapshot) {
    Y.applyUpdate(doc, snapshot)
    named.addWhole(snapshot)
  }
  doc.on('afterTransaction', (transaction) => {
    if (transaction.origin instanceof Applied) changes.note(transaction.origin.entry, transaction)
  })
  return { doc, named }
}

/** Takes an entry of the log into the document. Its number follows the last one, unless another server took something in between. */
export function applyEntry(state: DocumentState, entry: KeptEntry): void {
  Y.applyUpdate(state.doc, entry.bytes, new Applied(entry))
  state.named.add(entry.bytes)
  state.whole = null
  state.wholeMessage = null
  if (entry.seq !== state.seq + 1) state.hasHole = true
  state.seq = entry.seq
  state.tail += 1
  state.bytes += entry.bytes.length
}

/** The whole document as one update; made once for all who open it between two changes. Nobody may change its bytes. */
export function wholeOf(state: DocumentState): Uint8Array {
  state.whole ??= state.named.encode()
  return state.whole
}

/** The same as the message that answers who knows nothing of it: five hundred who come back at once are sent the same bytes. */
export function wholeMessageOf(state: DocumentState): Uint8Array {
  if (state.wholeMessage) return state.wholeMessage
  const whole = wholeOf(state)
  const message = step2Message(whole)
  // It ends with the update, which then needs no room of its own.
  state.whole = message.subarray(message.length - whole.length)
  state.wholeMessage = message
  return message
}

/** Origin of the transaction that takes an entry of the log in; by it the document's listener knows whose change it is. */
class Applied {
  readonly entry: KeptEntry
  constructor(entry: KeptEntry) {
    this.entry = entry
  }
}
