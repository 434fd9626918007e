import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { REFUSAL_REASONS, type RefusalReason } from '../shared/protocol/live.ts'
import { DATABASE_FILE, type OnBatch } from './storage/storage.ts'
import { VERSION } from './version.ts'

/** What an operator needs to know, as numbers: never a name, an id or an address. `/metrics` shows them. */
export type Figures = {
  registry: Registry
  onBatch: OnBatch
  onRefused: (reason: RefusalReason) => void
  /** Changes that the disk did not take, since the start. */
  notKept: () => Promise<number>
  /** Shows a number, or one for each value of a label, as it is when somebody looks. */
  watch: (name: string, help: string, value: () => number | Record<string, number>, label?: string) => void
}

export function createFigures(dataDir: string): Figures {
  const registry = new Registry()
  const registers = [registry]
  const writes = new Histogram({
    name: 'handslag_log_write_seconds',
    help: 'Time to write a batch of changes and sync it to disk',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers,
  })
  const entries = new Counter({
    name: 'handslag_log_entries_total',
    help: 'Changes that were kept',
    registers,
  })
  const refused = new Counter({
    name: 'handslag_refused_writes_total',
    help: 'Changes to a text that were not taken, by reason',
    labelNames: ['reason'],
    registers,
  })
  for (const reason of REFUSAL_REASONS) refused.inc({ reason }, 0)
  watchBuild(registry)
  watchDisk(registry, dataDir)
  return {
    registry,
    watch: (...figure) => watch(registry, ...figure),
    onBatch: ({ seconds, entries: kept }) => {
      writes.observe(seconds)
      entries.inc(kept)
    },
    onRefused: (reason) => refused.inc({ reason }),
    notKept: async () =>
      (await refused.get()).values.find(({ labels }) => labels.reason === 'not_kept')?.value ?? 0,
  }
}

function watch(
  registry: Registry,
  name: string,
  help: string,
  value: () => number | Record<string, number>,
  label = 'kind',
): void {
  const isOne = typeof value() === 'number'
  new Gauge({
    name,
    help,
    labelNames: isOne ? [] : [label],
    registers: [registry],
    collect() {
      const now = value()
      if (typeof now === 'number') this.set(now)
      else for (const [kind, number] of Object.entries(now)) this.set({ [label]: kind }, number)
    },
  })
}

function watchBuild(registry: Registry): void {
  const info = { version: VERSION, node: process.versions.node }
  const labelNames = ['version', 'node'] as const
  const help = 'The version of Handslag and of Node that run; always 1'
  new Gauge({ name: 'handslag_build_info', help, labelNames, registers: [registry] }).set(info, 1)
}

/** The disk of the data folder, and how much of it the database takes with what SQLite keeps beside it. */
function watchDisk(registry: Registry, dataDir: string): void {
  const disk = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read().catch(() => Number.NaN))
      },
    })
  disk('handslag_disk_free_bytes', 'Room on the disk of the data folder', async () => {
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize
  })
  disk('handslag_disk_size_bytes', 'Size of the disk of the data folder', async () => {
    const { blocks, bsize } = await statfs(dataDir)
    return blocks * bsize
  })
  disk('handslag_database_bytes', 'Bytes of the database', async () => {
    const sizes = ['', '-wal'].map((suffix) =>
      stat(join(dataDir, DATABASE_FILE + suffix)).catch(() => ({ size: 0 })),
    )
    return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0)
  })
}
