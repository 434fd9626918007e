import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/test-server.ts'
import { quantile, type Table } from './table.ts'
import { type Measured, type } from './typists.ts'

const ROOMS = 10
const LOAD = { typistsPerRoom: 5, keysPerSecond: 4, seconds: 8 }
const WARM_UP = { typistsPerRoom: 2, keysPerSecond: 4, seconds: 2 }

type Run = Measured & { name: string; cpu: number }
type Subject = {
  name: string
  addresses: string[]
  headers: Record<string, string>
  /** CPU seconds the server has used so far. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

/** From an edit on one socket to its arrival on every other of the room: ours, and the least a server that syncs first can do. */
export async function measureLive(): Promise<readonly Table[]> {
  const floor = await measured(await bareRelay())
  const ours = await measured(await realServer())
  const rows = [floor, ours].map((run) => row(run, floor))
  const load = `${ROOMS} rooms of ${LOAD.typistsPerRoom} typists, ${LOAD.keysPerSecond} keys a second, a cursor with each`
  const columns = [
    'edit to peer',
    'median',
    'p99',
    'p99 to floor',
    'arrived',
    'CPU s per 1,000 delivered',
    'CPU to floor',
  ]
  return [{ title: `Live: ${load}`, columns, rows }]
}

async function measured(subject: Subject): Promise<Run> {
  try {
    await type({ ...WARM_UP, addresses: subject.addresses }, subject.headers)
    const before = await subject.cpu()
    const run = await type({ ...LOAD, addresses: subject.addresses }, subject.headers)
    return { ...run, name: subject.name, cpu: (await subject.cpu()) - before }
  } finally {
    await subject.stop()
  }
}

const per1000 = ({ cpu, delivered }: Run) => (cpu / delivered) * 1000

function row(run: Run, floor: Run): string[] {
  const [median, p99, floorP99] = [
    quantile(run.latencies, 0.5),
    quantile(run.latencies, 0.99),
    quantile(floor.latencies, 0.99),
  ]
  const arrived = run.delivered / (run.typed * (LOAD.typistsPerRoom - 1))
  return [
    run.name,
    `${median.toFixed(1)} ms`,
    `${p99.toFixed(1)} ms`,
    `× ${(p99 / floorP99).toFixed(2)}`,
    `${(arrived * 100).toFixed(1)} %`,
    per1000(run).toFixed(3),
    `× ${(per1000(run) / per1000(floor)).toFixed(2)}`,
  ]
}

async function bareRelay(): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-bench-'))
  const child = fork(join(import.meta.dirname, 'bare-relay.ts'), [join(folder, 'relay.log')])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    name: 'bare relay that syncs first (floor)',
    addresses: Array.from({ length: ROOMS }, (_, n) => `ws://127.0.0.1:${port}/${n}`),
    headers: {},
    cpu: async () => {
      child.send('cpu')
      const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }]
      return cpu
    },
    stop: async () => {
      child.disconnect()
      await once(child, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}

async function realServer(): Promise<Subject> {
  const server = await startServer()
  const token = await server.token('bench')
  const { templates } = (await get(`${server.url}/api/v1/templates`, token)) as {
    templates: { id: string }[]
  }
  const body = { templateId: templates[0]?.id }
  const ids: string[] = []
  for (let n = 0; n < ROOMS; n += 1) ids.push((await server.createAgreement(body, token)).id)
  return {
    name: 'Handslag, durable',
    addresses: ids.map((id) => `${server.url.replace('http', 'ws')}/sync/${id}`),
    headers: { authorization: `Bearer ${token}` },
    cpu: () => cpuOf(server.url),
    stop: server.stop,
  }
}

async function get(url: string, token: string): Promise<unknown> {
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()
}

async function cpuOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1])
}
