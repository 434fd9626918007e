import { LINE_HEADERS, LINE_TIMES } from '../../shared/protocol/line.ts'
import { type Frame, FrameReader } from '../../shared/protocol/line-frames.ts'
import { type Asked, askUntilAnswered } from './line-request.ts'

/** Times in milliseconds. */
const TIMES = {
  /** A first answer waits no longer than this for something more. */
  calm: 500,
  /** A stream that says nothing for so long at its beginning is held up on the way. */
  firstBytes: 3_000,
  /** A stream that says nothing for so long is dead. */
  silence: 3 * LINE_TIMES.beat,
  /** A stream that ends sooner than this was not let live. */
  short: 10_000,
  /** What an answer may need on its way, beside the time for which it waits. */
  travel: 10_000,
} as const

/** After so many answers without a pause the rush is over for who tries a stream. */
const RUSH = 8
/** So many streams in a row that ended soon are no chance. */
const SHORT_STREAMS = 3

/** One message can be as large as the largest document. */
const LARGEST = 256 * 1024 * 1024

/** Whether this network lets streams through; shared by all lines of a page, so that it is found out once. */
export type StreamMemory = { areHeldUp: boolean }

export type LineDownParts = Pick<Asked<unknown>, 'fetch' | 'address' | 'signal'> & {
  /** Number of the last message that came in whole. */
  received: () => number
  onFrame: (frame: Frame) => void
  memory: StreamMemory
}

/**
 * The way down: short questions until the first rush is over, then a stream; where a network holds a stream up, questions that the
 * server answers as soon as there is something. Ends by throwing `LineOver`.
 */
export async function readDown(parts: LineDownParts): Promise<never> {
  let short = 0
  for (;;) {
    await askUntilCalm(parts)
    if (parts.memory.areHeldUp) await ask(parts, LINE_TIMES.wait)
    else {
      const ended = await readStream(parts)
      short = ended === 'short' ? short + 1 : 0
      if (ended === 'heldUp' || short >= SHORT_STREAMS) parts.memory.areHeldUp = true
    }
  }
}

async function askUntilCalm(parts: LineDownParts): Promise<void> {
  if (parts.memory.areHeldUp) return
  for (let asked = 0; asked < RUSH; asked += 1) {
    const before = parts.received()
    await ask(parts, TIMES.calm)
    if (parts.received() === before) return
  }
}

/** One question; its answer is taken when it is there in whole. */
async function ask(parts: LineDownParts, wait: number): Promise<void> {
  const { fetch, address, signal, received, onFrame } = parts
  const bytes = await askUntilAnswered({
    fetch,
    address,
    signal,
    within: wait + TIMES.travel,
    options: () => ({
      headers: { [LINE_HEADERS.received]: String(received()), [LINE_HEADERS.wait]: String(wait) },
    }),
    read: async (response) => new Uint8Array(await response.arrayBuffer()),
  })
  for (const frame of new FrameReader(LARGEST).read(bytes)) onFrame(frame)
}

/** How a stream ended: nothing of it came through in time, soon, or after it had done its work. */
type Ended = 'heldUp' | 'short' | 'after a while'

/** Whatever broke it: the next question finds out whether the line still lives. */
async function readStream(parts: LineDownParts): Promise<Ended> {
  const { fetch, address, received } = parts
  const watch = startWatch(parts.signal)
  const since = Date.now()
  try {
    watch.expectWithin(TIMES.firstBytes)
    const headers = { [LINE_HEADERS.received]: String(received()) }
    const response = await fetch(address, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers,
      signal: watch.signal,
    })
    if (response.ok && response.body !== null) await readFrames(response.body, parts, watch)
  } catch {
    if (watch.isTimedOut() && !watch.isHeard()) return 'heldUp'
  } finally {
    watch.stop()
  }
  return Date.now() - since < TIMES.short ? 'short' : 'after a while'
}

async function readFrames(
  body: ReadableStream<Uint8Array>,
  { onFrame }: LineDownParts,
  watch: Watch,
): Promise<void> {
  const frames = new FrameReader(LARGEST)
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    watch.hear()
    for (const frame of frames.read(value)) onFrame(frame)
  }
}

type Watch = ReturnType<typeof startWatch>

/** Breaks a stream off that stays silent too long, or when `outer` ends. */
function startWatch(outer: AbortSignal) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTimedOut = false
  let isHeard = false
  const expectWithin = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      isTimedOut = true
      abort()
    }, milliseconds)
  }
  if (outer.aborted) abort()
  outer.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    expectWithin,
    hear: () => {
      isHeard = true
      expectWithin(TIMES.silence)
    },
    isHeard: () => isHeard,
    isTimedOut: () => isTimedOut,
    stop: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
      abort()
    },
  }
}
