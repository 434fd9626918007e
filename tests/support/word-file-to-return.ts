import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { toSnapshot } from '../../shared/agreement/snapshot.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { shownSnapshot } from '../../shared/word/shown-snapshot.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { exampleOnPaper, realCatalog } from './examples-on-paper.ts'

const RECORD = {
  ...{ id: 'a', status: 'draft', version: 1, clauseAgreements: [], signatures: [] },
  ...{ openItems: { comments: 0, proposals: 0 }, unresolvedPlaceholders: [], coDrafterPartyIds: [] },
} as const

/** An example as a Word file that carries what the way back compares with, and the agreement that it was made of. */
export async function wordFileToReturn(name: string): Promise<{ bytes: Uint8Array; body: AgreementBody }> {
  const body = exampleOnPaper(name)
  const { value: outline } = buildOutline(body, realCatalog(), { status: 'draft' })
  const snapshot = shownSnapshot(toSnapshot(body, structuredClone(RECORD) as never), outline)
  const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z'), snapshot }
  return { bytes: (await writeWord(outline, properties)).bytes, body }
}
