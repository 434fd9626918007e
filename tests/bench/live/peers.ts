import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dialect } from './dialect.ts'
import type { Start, Subject, Usage } from './subject.ts'

const PEERS = join(import.meta.dirname, '../peers')

/** Each has its own packages beside it, so that ours keep one Yjs; they are fetched when they are not there. */
function installed(folder: string): string {
  const path = join(PEERS, folder)
  if (!existsSync(join(path, 'node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: path,
      stdio: 'inherit',
    })
  }
  return join(path, 'server.js')
}

/** The least a server can do that syncs each update to disk before it sends it on. It keeps no document. */
export const startBareRelay: Start = () =>
  startFork({
    name: 'bare relay (floor)',
    dialect: 'y-websocket',
    program: join(import.meta.dirname, 'bare-relay.ts'),
    needsDocuments: false,
  })

export const startHocuspocus: Start = () =>
  startFork({
    name: 'Hocuspocus + SQLite',
    dialect: 'hocuspocus',
    program: installed('hocuspocus'),
    needsDocuments: true,
  })

export const startYWebsocketServer: Start = () =>
  startFork({
    name: '@y/websocket-server',
    dialect: 'y-websocket',
    program: installed('y-websocket-server'),
    needsDocuments: true,
  })

type Forked = { name: string; dialect: Dialect; program: string; needsDocuments: boolean }

/** A server that gets its folder as argument, tells its port over IPC, and answers every message with its usage. */
async function startFork({ name, dialect, program, needsDocuments }: Forked): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-bench-'))
  let child: ChildProcess
  let port = 0
  const launch = async () => {
    child = fork(program, [folder])
    const [told] = (await once(child, 'message')) as [{ port: number }]
    port = told.port
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await launch()
  return {
    name,
    dialect,
    needsDocuments,
    places: (count) =>
      Array.from({ length: count }, (_, n) => {
        const documentId = `document-${n}`
        return { address: `ws://127.0.0.1:${port}/${documentId}`, documentId, dialect, headers: {} }
      }),
    usage: async () => {
      const answered = once(child, 'message')
      child.send('usage')
      const [usage] = (await answered) as [Usage]
      return usage
    },
    restart: async (signal) => {
      await end(signal)
      await launch()
    },
    stop: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true })
    },
  }
}
