import { expect, test } from 'vitest'
import { createFileWriter } from '../../../server/agreements/file-writer.ts'
import { toSnapshot } from '../../../shared/agreement/snapshot.ts'
import { exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'

const record = {
  id: 'a',
  status: 'draft' as const,
  version: 0,
  clauseAgreements: [],
  signatures: [],
  openItems: { comments: 0, proposals: 0 },
  unresolvedPlaceholders: [],
  coDrafterPartyIds: [],
}
const snapshot = toSnapshot(exampleOnPaper('01-weidehaven-samenwerkingsovereenkomst'), record)
const job = (format: 'docx' | 'html' | 'json') => ({ snapshot, format, date: new Date(0) })

test('files that are asked for at once all come, each of its kind', async () => {
  const writer = createFileWriter(realCatalog())
  const [word, page, data] = await Promise.all([
    writer.write(job('docx')),
    writer.write(job('html')),
    writer.write(job('json')),
  ])
  expect(Buffer.from(word.bytes).subarray(0, 2).toString()).toBe('PK')
  expect(Buffer.from(page.bytes).toString()).toContain('<!doctype html>')
  expect(JSON.parse(Buffer.from(data.bytes).toString()).id).toBe('a')
  await writer.close()
})

test('a file that takes too long is given up', async () => {
  const slow = createFileWriter(realCatalog(), { time: 1, memory: 1024, waiting: 30 })
  await expect(slow.write(job('docx'))).rejects.toMatchObject({ name: 'AbortError' })
  await slow.close()
})

test('a job that can not be written rejects with the reason, and the next one is written', async () => {
  const writer = createFileWriter(realCatalog())
  const broken = { ...job('html'), snapshot: { ...snapshot, articles: null as never } }
  await expect(writer.write(broken)).rejects.toThrow(TypeError.name)
  expect((await writer.write(job('html'))).name).toMatch(/\.html$/)
  await writer.close()
})

test('while too many wait, the next is refused by name', async () => {
  const writer = createFileWriter(realCatalog(), { time: 60_000, memory: 1024, waiting: 1 })
  const first = writer.write(job('json'))
  await expect(writer.write(job('json'))).rejects.toMatchObject({ problem: 'too-many-requests' })
  await first
  await writer.close()
})
