import { ECHO_DOCUMENT } from '../../shared/protocol/line.ts'
import { SYNC_PATH } from '../../shared/protocol/live.ts'

/** How often something is said, and how long (ms) all of it may take. */
const TIMES = 10
const WITHIN = 12_000

/** The echo of the server that a socket's address names. */
export function echoAddress(address: string): string {
  return `${new URL(address).origin}${SYNC_PATH}${ECHO_DOCUMENT}`
}

/**
 * Says something short a few times and waits for it to come back. Gives the time there and back in milliseconds, the middle one
 * of all, or null when nothing came back.
 */
export function measureEcho(
  Socket: typeof WebSocket,
  address: string,
  times = TIMES,
): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = new Socket(address)
    socket.binaryType = 'arraybuffer'
    const taken: number[] = []
    let saidAt = 0
    const say = () => {
      saidAt = performance.now()
      socket.send(Uint8Array.of(taken.length))
    }
    const done = () => {
      clearTimeout(timer)
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
      resolve(middleOf(taken))
    }
    const timer = setTimeout(done, WITHIN)
    socket.onopen = say
    socket.onclose = done
    socket.onmessage = () => {
      taken.push(performance.now() - saidAt)
      if (taken.length < times) say()
      else done()
    }
  })
}

function middleOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
