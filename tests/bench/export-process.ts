import { SUBJECTS } from './export-subjects.ts'

const WARM_UP = 6
const RUNS = 12

/** One subject in a process of its own, so that its memory is its own; says in JSON what it took. */
const prepare = SUBJECTS[process.argv[2] ?? '']
if (prepare === undefined) throw new Error(`no such subject: ${process.argv[2]}`)
const make = await prepare()
const before = process.resourceUsage().maxRSS
let size = 0
for (let run = 0; run < WARM_UP; run++) size = ((await make()) as Uint8Array).length
const times: number[] = []
const cpu = process.cpuUsage()
for (let run = 0; run < RUNS; run++) {
  const start = performance.now()
  await make()
  times.push(performance.now() - start)
}
const { user, system } = process.cpuUsage(cpu)
process.stdout.write(
  JSON.stringify({
    ...{ times, size, cpu: (user + system) / 1000 / RUNS },
    memory: (process.resourceUsage().maxRSS - before) / 1024,
  }),
)
