import { measureAdvice } from './advice.ts'
import { measureClientSize } from './client-size.ts'
import { measureEditor } from './editor.ts'
import { measureExport } from './export.ts'
import { measureLive } from './live.ts'
import { printed, type Table } from './table.ts'

/** What is measured, in this order. */
const PARTS: readonly (() => Promise<readonly Table[]>)[] = [
  measureLive,
  measureExport,
  measureClientSize,
  measureAdvice,
  measureEditor,
]

for (const measure of PARTS) {
  for (const table of await measure()) process.stdout.write(printed(table))
}
