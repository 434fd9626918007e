import { unzipSync, zipSync } from 'fflate'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { writeHtml } from '../../shared/word/write-html.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { exampleOnPaper, realCatalog } from '../support/examples-on-paper.ts'
import { quantile, type Table } from './table.ts'

const EXAMPLE = '03-kanaalstad-programma'
const WARM_UP = 5
const RUNS = 30

/** From agreement to file, for the largest example; beside it the least that any writer of this file must do: to zip its parts. */
export async function measureExport(): Promise<readonly Table[]> {
  const body = exampleOnPaper(EXAMPLE)
  const catalog = realCatalog()
  const draw = () => buildOutline(body, catalog, { status: 'draft' }).value
  const outline = draw()
  const properties = { agreementId: 'bench', version: 1, date: new Date(0) }
  const write = () => writeWord(outline, properties)
  const { bytes } = await write()
  const parts = unzipSync(bytes)
  const html = new TextEncoder().encode(writeHtml(outline))
  const rows = [
    await timed('zip its parts, the floor', bytes.length, () => zipSync(parts, { level: 6 })),
    await timed('draw the outline', null, draw),
    await timed('write the Word file', bytes.length, write),
    await timed('write the HTML', html.length, () => writeHtml(outline)),
  ]
  return [{ title: `Export: ${EXAMPLE}`, columns: ['step', 'median', 'p90', 'size'], rows }]
}

async function timed(name: string, size: number | null, step: () => unknown): Promise<string[]> {
  for (let run = 0; run < WARM_UP; run++) await step()
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    await step()
    times.push(performance.now() - start)
  }
  const shown = (share: number) => `${quantile(times, share).toFixed(1)} ms`
  return [name, shown(0.5), shown(0.9), size === null ? '' : `${(size / 1024).toFixed(0)} KB`]
}
