import { measureAdvice } from './advice.ts'
import { measureBrowserExport } from './browser-export.ts'
import { measureClientSize } from './client-size.ts'
import { measureEditor } from './editor.ts'
import { measureExport } from './export.ts'
import { measureLive } from './live.ts'
import { measurePhone } from './phone.ts'
import { printed, type Table } from './table.ts'

/** What is measured, in this order. `live` has measures of its own, which can be asked for one by one. */
const PARTS: Record<string, (only: readonly string[]) => Promise<readonly Table[]>> = {
  live: measureLive,
  export: measureExport,
  'browser-export': measureBrowserExport,
  'client-size': measureClientSize,
  advice: measureAdvice,
  editor: measureEditor,
  phone: measurePhone,
}

const asked = process.argv.slice(2)
const named = (part: string) => asked.filter((one) => one === part || one.startsWith(`${part}:`))
const unknown = asked.filter((one) => !Object.hasOwn(PARTS, one.split(':')[0] ?? ''))
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS)}`)

for (const [part, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && named(part).length === 0) continue
  const only = named(part).flatMap((one) => one.split(':').slice(1))
  for (const table of await measure(only)) process.stdout.write(printed(table))
}
