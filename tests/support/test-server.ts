import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Message } from '../../shared/support/message.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
/** Servers are started by the dozen: what Node compiled for one is taken by the next. */
const COMPILED = { NODE_COMPILE_CACHE: join(REPOSITORY, 'node_modules/.cache/compile') }

export type TestServerOptions = {
  /** Variables beside PORT, HOST and DATA_DIR. */
  env?: Record<string, string>
  /** Build the client if needed and serve it: for tests in a browser. */
  client?: boolean
  /** Words of a program that starts the server, such as one that watches what it asks of the system. */
  through?: readonly string[]
  /** Another copy of the repository to run: for tests that break a file. */
  repository?: string
}

export type Started = { id: string; title: string; invitations: Invitation[]; messages?: Message[] }
export type Invitation = { partyId: string | null; role: string; url: string }

/** The real server as a process of its own, on a free port, with a folder of its own. */
export type TestServer = {
  url: string
  port: number
  dataDir: string
  /** The process that runs now. */
  pid: () => number
  /** All it wrote to standard output and standard error, restarts included. */
  output: () => string
  /** Ends it as an operator does and removes its folder. */
  stop: () => Promise<void>
  /**
   * Ends it (`SIGKILL`: without letting it finish) and starts it again on the same folder and port, with other variables if given.
   * `meanwhile` is done while no server runs.
   */
  restart: (
    signal?: 'SIGTERM' | 'SIGKILL',
    env?: Record<string, string>,
    meanwhile?: () => Promise<void>,
  ) => Promise<void>
  /** A new token from the command line. */
  token: (name?: string) => Promise<string>
  /** Runs a command of the command line on the server's folder. */
  command: (...words: string[]) => Promise<{ stdout: string; stderr: string; code: number }>
  createAgreement: (body: object, token: string) => Promise<Started>
  /** Joins in a new browser; gives its Cookie header. */
  joinAs: (invitationUrl: string, name: string) => Promise<string>
  /** The first member's Cookie header, as the start screen gets it on this machine. */
  startAs: (name: string) => Promise<string>
}

/** Starts the real server and answers when it says where to open it. Rejects with what it printed when it ends instead. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'handslag-test-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    ...COMPILED,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    ...options.env,
  }
  const repository = options.repository ?? REPOSITORY
  const printed: string[] = []
  let child = await launch()

  async function launch(): Promise<ChildProcess> {
    const program = join(repository, 'server', options.client ? 'start.ts' : 'main.ts')
    const [first = '', ...words] = [...(options.through ?? []), process.execPath, program]
    const started = spawn(first, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    await untilItSaysWhere(started, printed)
    return started
  }

  const command: TestServer['command'] = async (...words) => {
    const program = join(repository, 'server/commands/main.ts')
    const run = promisify(execFile)(process.execPath, [program, ...words], { env, cwd: dataDir })
    return run.then(
      ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
      ({ stdout, stderr, code }) => ({ stdout, stderr, code }),
    )
  }

  return {
    url,
    port,
    dataDir,
    pid: () => child.pid ?? 0,
    output: () => printed.join(''),
    command,
    stop: async () => {
      await end(child, 'SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
    restart: async (signal = 'SIGTERM', changed = {}, meanwhile = async () => {}) => {
      Object.assign(env, changed)
      await end(child, signal)
      await meanwhile()
      child = await launch()
    },
    token: async (name = 'test') => {
      const { stdout, stderr, code } = await command('token', 'create', '--name', name)
      if (code !== 0) throw new Error(`token create ended with ${code}: ${stderr}`)
      return stdout.trimEnd().split('\n').at(-1) ?? ''
    },
    createAgreement: async (body, token) => {
      const headers = { authorization: `Bearer ${token}` }
      return (
        await expectStatus(201, post(`${url}/api/v1/agreements`, body, headers))
      ).json() as Promise<Started>
    },
    joinAs: async (invitationUrl, name) => {
      const secret = new URL(invitationUrl).hash.slice(1)
      const joined = await expectStatus(201, post(`${url}/api/v1/invitations/join`, { secret, name }))
      return cookieOf(joined)
    },
    startAs: async (name) =>
      cookieOf(await expectStatus(201, post(`${url}/api/v1/sessions/start-here`, { name }))),
  }
}

/** A POST with a JSON body. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** The Cookie header a browser would send after this answer. */
export function cookieOf(response: Response): string {
  const [cookie] = response.headers.getSetCookie()
  if (!cookie) throw new Error('expected the answer to set a cookie; it set none')
  return cookie.split(';')[0] ?? ''
}

async function expectStatus(status: number, answer: Promise<Response>): Promise<Response> {
  const response = await answer
  if (response.status === status) return response
  throw new Error(`expected status ${status}; found ${response.status}: ${await response.text()}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function untilItSaysWhere(child: ChildProcess, printed: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let mine = ''
    const onOutput = (chunk: Buffer) => {
      mine += chunk
      printed.push(String(chunk))
      if (/^Handslag: http/m.test(mine)) resolve()
    }
    child.stdout?.on('data', onOutput)
    child.stderr?.on('data', onOutput)
    // `close`: when all it printed has been read.
    child.once('close', (code) => reject(new Error(`the server ended with ${code}:\n${mine}`)))
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill(signal)
  await ended
}
