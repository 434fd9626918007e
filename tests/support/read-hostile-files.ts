import { HOSTILE_WORD_FILES } from './hostile-word-files.ts'
import { readToTheEnd } from './read-to-the-end.ts'

/**
 * A process of its own, to be given little memory: reads every hostile file, tells after each what became of it, and at the end the most
 * memory that it ever had (in MB; everything counts, unlike a limit of V8).
 */
for (const { name, make } of HOSTILE_WORD_FILES) {
  const bytes = make()
  const started = process.cpuUsage().user
  const outcome = readToTheEnd(bytes)
  tell({ name, outcome, milliseconds: Math.round((process.cpuUsage().user - started) / 1000) })
}
tell({ most: Math.round(process.resourceUsage().maxRSS / 1024) })

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}
