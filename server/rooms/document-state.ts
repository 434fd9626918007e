import * as Y from 'yjs'
import type { LoggedDocument } from '../storage/document-log.ts'
import { ClientOwners } from './client-owners.ts'

/** A document as it is on disk: what the log holds up to and including entry `seq`. */
export type DocumentState = {
  doc: Y.Doc
  owners: ClientOwners
  seq: number
  /** Entries after the last snapshot. */
  tail: number
  /** Bytes of the snapshot and of the entries after it. */
  bytes: number
}

/** Builds the document from its log. Throws when an entry is not an update. */
export function buildDocument({ snapshot, entries }: LoggedDocument): DocumentState {
  const doc = new Y.Doc()
  const owners = new ClientOwners()
  if (snapshot) owners.read(snapshot.authors)
  for (const { bytes, personId } of entries) owners.claimFromUpdate(bytes, personId)
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes)
    for (const { bytes } of entries) Y.applyUpdate(doc, bytes)
  })
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, snapshot?.bytes.length ?? 0)
  return { doc, owners, seq: entries.at(-1)?.seq ?? snapshot?.seq ?? 0, tail: entries.length, bytes }
}
