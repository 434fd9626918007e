import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Outcome, Target } from './attacks.ts'

/**
 * Floods over plain HTTP. `codes` of what came of one are the statuses, `refusals` the problems by name; a connection that the server cut
 * without an answer counts as 0. They run in the process of `attacker.ts`.
 */
type Flood = (target: Target) => Promise<Outcome>

/** How many at a rush, which tells whether they are refused, and how many when it is measured what others feel of it. */
type Count = { rush: number; long: number }

const KB = 1024
const MB = 1024 * KB
/** Connections at once: some hundreds of requests are then under way or wait in the buffers of the system. */
const AT_ONCE = 64
/** The loopback network has addresses for everybody: to the server these are so many different people. */
const addressNumber = (n: number) => `127.0.7.${1 + (n % 200)}`

type Ask = {
  method?: string
  path: string
  body?: string | Buffer
  headers?: Record<string, string>
  /** The address it comes from. */
  from?: string
}

export const FLOODS = {
  'pages and lists without end': many({ rush: 150, long: 4000 }, (n, agreement) => {
    const reads = ['', '/participants', '/history', '/advice', '/scan', '/step-notes', '/rounds']
    const pages = [
      '/',
      '/join',
      '/api/v1/templates',
      '/api/v1/openapi.json',
      '/api/v1/me',
      '/api/v1/agreements',
    ]
    const paths = [...reads.map((rest) => `/api/v1/agreements/${agreement}${rest}`), ...pages]
    return { path: paths[n % paths.length] ?? '/' }
  }),
  'downloads without end': many({ rush: 60, long: 200 }, (n, agreement) => ({
    path: `/api/v1/agreements/${agreement}/export?format=${['docx', 'html', 'json'][n % 3]}`,
  })),
  'links that nobody made': many({ rush: 300, long: 1000 }, (n) => ({
    ...posted(`/api/v1/invitations/${n % 2 ? 'join' : 'see'}`, {
      secret: `${n}`.padStart(43, 'x'),
      name: 'X',
    }),
  })),
  'commands without end': many({ rush: 650, long: 2000 }, (_, agreement) =>
    posted(`/api/v1/agreements/${agreement}/scan/ready`, { partyId: 'nobody', ready: true }),
  ),
  'codes guessed from two hundred addresses': many({ rush: 400, long: 1000 }, (n) => ({
    ...posted('/api/v1/room-codes/see', { code: codeNumber(n) }),
    from: addressNumber(n),
  })),
  'passwords guessed from two hundred addresses': many({ rush: 100, long: 400 }, (n) => ({
    ...posted('/api/v1/sessions/sign-in', { email: `${n}@example.nl`, password: 'gok gok gok gok' }),
    from: addressNumber(n),
  })),
  'bodies that are too large': many({ rush: 32, long: 64 }, (_, agreement) =>
    posted(`/api/v1/agreements/${agreement}/step-notes`, 'x'.repeat(6 * MB)),
  ),
  'bodies as large as may be, of nothing but brackets': many({ rush: 32, long: 64 }, (n, agreement) => ({
    ...posted(n % 2 ? '/api/v1/invitations/join' : `/api/v1/agreements/${agreement}/step-notes`, ''),
    body: `{"name":[${'[],'.repeat(40 * KB)}[]]}`,
  })),
  'bodies nested without end': many({ rush: 32, long: 64 }, (n, agreement) => ({
    ...posted(n % 2 ? '/api/v1/invitations/join' : `/api/v1/agreements/${agreement}/step-notes`, ''),
    body: `${'['.repeat(60 * KB)}${']'.repeat(60 * KB)}`,
  })),
  'thousands of connections that say nothing': silent({ rush: 300, long: 2000 }, ''),
  'thousands of requests that stop in their first line': silent(
    { rush: 300, long: 2000 },
    'GET /api/v1/templates HT',
  ),
  'thousands of headers that come a letter at a time': silent(
    { rush: 300, long: 2000 },
    'GET / HTTP/1.1\r\nHost: x\r\nx-',
    'a',
  ),
  'thousands of bodies that never come': silent(
    { rush: 300, long: 2000 },
    'POST /api/v1/invitations/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{',
    ' ',
  ),
} as const satisfies Record<string, Flood>

export type FloodName = keyof typeof FLOODS

function posted(path: string, body: unknown): Ask {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? JSON.stringify({ itemId: body }) : JSON.stringify(body),
  }
}

/** A code that has the form of one, and opens no room but by a chance of one in a hundred thousand million. */
function codeNumber(n: number): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ'
  return Array.from({ length: 8 }, (_, place) => letters[(n * (place + 3) + place) % letters.length]).join('')
}

/** So many requests, as fast as the connections take them. */
function many(counts: Count, ask: (n: number, agreementId: string) => Ask): Flood {
  return async ({ address, headers, isLong = false }) => {
    const count = counts[isLong ? 'long' : 'rush']
    const { hostname, port, pathname } = new URL(address)
    const agreementId = pathname.split('/').at(-1) ?? ''
    const agents = new Map<string, Agent>()
    const agentFrom = (from: string) => {
      const agent = agents.get(from) ?? new Agent({ keepAlive: true, localAddress: from })
      agents.set(from, agent)
      return agent
    }
    const outcome: Outcome = { codes: [], refusals: [] }
    let next = 0
    const worker = async () => {
      while (next < count) {
        const asked = ask(next, agreementId)
        next += 1
        const agent = agentFrom(asked.from ?? '127.0.0.1')
        const { code, refusal } = await answerTo({
          ...asked,
          hostname,
          port,
          agent,
          headers: { ...headers, ...asked.headers },
        })
        outcome.codes.push(code)
        if (refusal) outcome.refusals.push(refusal)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    for (const agent of agents.values()) agent.destroy()
    return outcome
  }
}

type Asked = Ask & { hostname: string; port: string; agent: Agent; headers: Record<string, string> }

function answerTo({ method = 'GET', body, ...to }: Asked): Promise<{ code: number; refusal: string | null }> {
  return new Promise((resolve) => {
    const cut = () => resolve({ code: 0, refusal: null })
    const asking = request({ method, ...to }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', cut)
      response.on('end', () =>
        resolve({
          code: response.statusCode ?? 0,
          refusal: refusalIn(response.headers['content-type'], chunks),
        }),
      )
    })
    asking.on('error', cut)
    asking.end(body)
  })
}

function refusalIn(type: string | undefined, chunks: readonly Buffer[]): string | null {
  if (!type?.includes('problem+json')) return null
  const { type: name } = JSON.parse(Buffer.concat(chunks).toString()) as { type: string }
  return name.replace('/problems/', '')
}

/** How long (ms) these connections stay unless the server ends them; the long one is longer than the server waits for anybody. */
const PATIENCE = { rush: 300, long: 75_000 }

/** So many connections that say this much and then no more than `drop` now and then, until the server or their patience ends them. */
function silent(counts: Count, begin: string, drop = ''): Flood {
  return async ({ address, isLong = false }) => {
    const how = isLong ? 'long' : 'rush'
    const { hostname, port } = new URL(address)
    const outcome: Outcome = { codes: [], refusals: [] }
    const one = () =>
      new Promise<void>((resolve) => {
        const socket: Socket = connect({ host: hostname, port: Number(port) }, () => socket.write(begin))
        const dropping = drop && setInterval(() => socket.write(drop), 1000)
        const leave = setTimeout(() => socket.destroy(), PATIENCE[how])
        let heard = ''
        socket.on('data', (chunk) => {
          heard += chunk
        })
        socket.on('error', () => {})
        socket.on('close', () => {
          clearInterval(dropping || undefined)
          clearTimeout(leave)
          outcome.codes.push(Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0))
          resolve()
        })
      })
    await Promise.all(Array.from({ length: counts[how] }, one))
    return outcome
  }
}
