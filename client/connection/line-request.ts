import { CLOSE_OF_PROBLEM } from '../../shared/protocol/line.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { problemName } from './call-failure.ts'

/** How requests of a line leave this page. */
export type Fetch = (address: string, options: RequestInit) => Promise<Response>

/** RFC 6455, 7.4.1: gone without a word. Whoever hears this may connect again. */
export const LOST = 1006

/** The line is over; `code` is the close code. */
export class LineOver extends Error {
  override readonly name = 'LineOver'
  readonly code: number

  constructor(code: number) {
    super(`the line is over: ${code}`)
    this.code = code
  }
}

/** How long (ms) a request is tried again after it failed first. The server holds a line somewhat longer than this. */
const PATIENCE = 6_000
const FIRST_PAUSE = 200

export type Asked<T> = {
  fetch: Fetch
  address: string
  /** Made anew for each try. */
  options: () => RequestInit
  /** How long (ms) one try may take. */
  within: number
  /** Ends it all: the line is closed. */
  signal: AbortSignal
  read: (response: Response) => Promise<T>
}

/** Asks until an answer came in whole. Throws `LineOver` when the server says that the line is over, or nothing helps. */
export async function askUntilAnswered<T>(asked: Asked<T>): Promise<T> {
  let failedAt: number | null = null
  for (let pause = FIRST_PAUSE; ; pause *= 2) {
    const answer = await askOnce(asked)
    if (answer !== null) return answer.value
    if (asked.signal.aborted) throw new LineOver(LOST)
    failedAt ??= Date.now()
    if (Date.now() + pause - failedAt > PATIENCE) throw new LineOver(LOST)
    await waitFor(pause, asked.signal)
  }
}

/** One try; null when nothing came, or something that is not from our server: a proxy in between had its say. */
export async function askOnce<T>({
  fetch,
  address,
  options,
  within,
  signal,
  read,
}: Asked<T>): Promise<{ value: T } | null> {
  const limit = limitedTo(within, signal)
  try {
    const response = await fetch(address, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...options(),
      signal: limit.signal,
    })
    if (response.ok) return { value: await read(response) }
    const code = await closeCodeOf(response)
    if (code !== null) throw new LineOver(code)
    return null
  } catch (error) {
    if (error instanceof LineOver) throw error
    return null
  } finally {
    limit.stop()
  }
}

/** The close code that a refusal of our server means; null when it is not one of ours. */
async function closeCodeOf(response: Response): Promise<number | null> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return null
  const parsed = problem.safeParse(await response.json().catch(() => null))
  return parsed.success ? (CLOSE_OF_PROBLEM[problemName(parsed.data.type)] ?? LOST) : null
}

/** A signal that ends when `signal` does, or after so many milliseconds. */
export function limitedTo(
  milliseconds: number,
  signal: AbortSignal,
): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, milliseconds)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    },
  }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
