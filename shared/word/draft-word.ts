import type { AgreementBody } from '../agreement/agreement.ts'
import { type Snapshot, toSnapshot } from '../agreement/snapshot.ts'
import type { Theme } from '../agreement/theme.ts'
import { buildOutline } from '../outline/build-outline.ts'
import { textHash } from '../outline/text-hash.ts'
import { unresolvedPlaceholders } from '../outline/unresolved-placeholders.ts'
import type { Catalog } from '../template/catalog.ts'
import { shownSnapshot } from './shown-snapshot.ts'
import { writeWord } from './write-word.ts'

/**
 * The Word file of a text that is not fixed, as it stands. The same on the server and on somebody's device: equal snapshot, catalogue, date and theme
 * give equal bytes.
 */
export async function draftWord(
  snapshot: Snapshot,
  catalog: Catalog,
  date: Date,
  theme: Theme | null = null,
): Promise<Uint8Array> {
  const { id, version, status } = snapshot
  const outline = buildOutline(snapshot, catalog, { status, toFillIn: true }).value
  const hash = textHash(buildOutline(snapshot, catalog, { status }).value)
  const carried = { snapshot: shownSnapshot(snapshot, outline), textHash: hash }
  const properties = { agreementId: id, version, date, theme, ...carried }
  return (await writeWord(outline, properties)).bytes
}

/** The agreement as a device knows it that can not ask the server: a draft, of which nobody's akkoord is known. */
export function snapshotOnDevice(id: string, body: AgreementBody, catalog: Catalog): Snapshot {
  // In the order of the server, since a file carries it as text.
  return toSnapshot(body, {
    id,
    status: 'draft',
    clauseAgreements: [],
    version: 0,
    signatures: [],
    openItems: { comments: 0, proposals: 0 },
    unresolvedPlaceholders: unresolvedPlaceholders(body, catalog),
    coDrafterPartyIds: [],
  })
}
