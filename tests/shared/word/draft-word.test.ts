import { expect, test } from 'vitest'
import { agreementFile } from '../../../server/agreements/agreement-file.ts'
import { toSnapshot } from '../../../shared/agreement/snapshot.ts'
import { draftWord, snapshotOnDevice } from '../../../shared/word/draft-word.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'
import { partsOf } from '../../support/word-file.ts'

const DATE = new Date('2026-11-26T12:34:56Z')

test.each(EXAMPLE_NAMES)(
  'of %s a device makes the file that the server makes of the same text and date, to the byte',
  async (name) => {
    const catalog = realCatalog()
    const snapshot = snapshotOnDevice('agreement-1', exampleOnPaper(name), catalog)
    const { bytes } = await agreementFile({ snapshot, format: 'docx', date: DATE }, catalog)
    const own = await draftWord(snapshot, catalog, DATE)
    expect(Buffer.from(own).equals(Buffer.from(bytes))).toBe(true)
  },
)

test('a file holds nothing of what parties said to each other, also when the snapshot does', async () => {
  const catalog = realCatalog()
  const body = exampleOnPaper(EXAMPLE_NAMES[1])
  const told = toSnapshot(body, {
    ...snapshotOnDevice('agreement-1', body, catalog),
    coDrafterPartyIds: [],
    clauseAgreements: [{ key: 'a', partyId: 'p', state: 'objection', version: 1 }],
  })
  const carried = partsOf(await draftWord(told, catalog, DATE))['customXml/item1.xml'] ?? ''
  const json = Buffer.from(/<snapshot [^>]*>([^<]*)</.exec(carried)?.[1] ?? '', 'base64').toString()
  expect(json).toContain('"clauseAgreements":[]')
})
