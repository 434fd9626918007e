import { ECHO_DOCUMENT } from '../../shared/protocol/line.ts'
import { SYNC_PATH } from '../../shared/protocol/live.ts'
import { measureEcho } from './echo.ts'
import { httpSocket } from './http-socket.ts'
import { isServerReached } from './page-transport.ts'

/** What is tested, in this order: the page's server, a socket, the slower way over plain HTTP, keeping on this device. */
export const CHECK_STEPS = ['reached', 'socket', 'line', 'storage'] as const
export type CheckStep = (typeof CHECK_STEPS)[number]

export type StepOutcome = {
  isGood: boolean
  /** Time there and back in milliseconds, of the steps that talk. */
  roundTrip: number | null
}

export type CheckResult = Record<CheckStep, StepOutcome> & {
  /** Answers come only when they are complete: something on the way holds them up. */
  isHeldUp: boolean
}

/** Tests from this page what writing together needs. Tells each outcome as it is known; never rejects. */
export async function checkConnection(
  onStep: (step: CheckStep, outcome: StepOutcome) => void,
): Promise<CheckResult> {
  const memory = { areHeldUp: false }
  const tell = <S extends CheckStep>(step: S, outcome: StepOutcome) => {
    onStep(step, outcome)
    return outcome
  }
  const echo = `${location.origin.replace(/^http/, 'ws')}${SYNC_PATH}${ECHO_DOCUMENT}`
  const reached = tell('reached', { isGood: await isServerReached(location.origin), roundTrip: null })
  const socket = tell('socket', talked(await measureEcho(WebSocket, echo)))
  const line = tell('line', talked(await measureEcho(httpSocket(undefined, memory), echo)))
  const storage = tell('storage', { isGood: await keepsOnDevice(), roundTrip: null })
  return { reached, socket, line, storage, isHeldUp: memory.areHeldUp }
}

function talked(roundTrip: number | null): StepOutcome {
  return { isGood: roundTrip !== null, roundTrip }
}

const TRIAL = 'handslag-check'

/** Whether this browser keeps what we write on the device; in a private window or by a rule of the employer it may not. */
async function keepsOnDevice(): Promise<boolean> {
  try {
    const database = await openTrial()
    const transaction = database.transaction(TRIAL, 'readwrite')
    const store = transaction.objectStore(TRIAL)
    store.put(true, 'kept')
    const kept = await done(store.get('kept'))
    database.close()
    indexedDB.deleteDatabase(TRIAL)
    return kept === true
  } catch {
    return false
  }
}

function openTrial(): Promise<IDBDatabase> {
  const opening = indexedDB.open(TRIAL, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(TRIAL)
  }
  return done(opening)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
