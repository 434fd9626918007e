import type { Endpoint } from '../../shared/protocol/endpoint.ts'
import { CallFailed, type CallFailure, failureOf } from './call-failure.ts'
import { copyId } from './copies.ts'
import { EVERYBODY, forgetPerson, maybePerson, personOnceNamed, setPerson } from './device-person.ts'
import { type DeviceStore, deviceStore } from './device-store.ts'
import { type CallInput, type CallResult, call } from './http.ts'
import { answerOf } from './indexed-db.ts'

/** How long (ms) an answer is waited for before the last one that is on this device is taken: a bad line hangs rather than fails. */
const PATIENCE = 4000

/**
 * Calls an endpoint as `call` does, and keeps the answer on this device for the agreement and its person. When no sensible answer
 * comes, the last one is given instead. A refusal stays a refusal, and takes what was kept off the device.
 */
export async function callOrRecall<E extends Endpoint>(
  agreementId: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<CallResult<E>> {
  return (await callOrRecallDated(agreementId, endpoint, input)).answer
}

/** The agreement under which an answer is kept that is a person's own and of no agreement. */
export const NO_AGREEMENT = ''

/** The same, with the moment (ISO 8601) at which a recalled answer came; null for an answer of now. */
export async function callOrRecallDated<E extends Endpoint>(
  agreementId: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<{ answer: CallResult<E>; keptAt: string | null }> {
  const name = `${endpoint.name} ${JSON.stringify([input.params ?? null, input.query ?? null])}`
  const isForAll = endpoint.access === 'public'
  const asked = call(endpoint, input)
  asked.then(
    (answer) => quietly((device) => keep(device, agreementId, isForAll, name, answer)),
    (thrown) => quietly((device) => letGo(device, agreementId, failureOf(thrown))),
  )
  try {
    return { answer: await inTime(asked), keptAt: null }
  } catch (thrown) {
    if (isRefusal(failureOf(thrown))) throw thrown
    const recalled = await maybeRecall(agreementId, isForAll, name)
    const parsed = endpoint.success.body?.safeParse(recalled?.value)
    if (recalled !== null && parsed?.success)
      return { answer: parsed.data as CallResult<E>, keptAt: recalled.at ?? '' }
    if (thrown instanceof TooSlow) return { answer: await asked, keptAt: null }
    throw thrown
  }
}

class TooSlow extends CallFailed {
  constructor() {
    super({ kind: 'unreachable' })
  }
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlow()), PATIENCE)
    asked.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** The server knows who asks and what for, and said no. A server in trouble is no refusal. */
export function isRefusal(failure: CallFailure): boolean {
  return failure.kind === 'problem' && failure.problem.status < 500
}

/** `at`: when it came; answers of before that was noted have none. */
type KeptAnswer = { copy: string; name: string; value: unknown; at?: string }

async function keep(
  device: DeviceStore,
  agreementId: string,
  isForAll: boolean,
  name: string,
  value: unknown,
): Promise<void> {
  const copy = isForAll ? EVERYBODY : copyId(agreementId, await personOnceNamed())
  const row: KeptAnswer = { copy, name, value, at: new Date().toISOString() }
  await device.run(['answers'], 'write', (store) => answerOf(store('answers').put(row)))
}

async function ownCopy(device: DeviceStore, agreementId: string): Promise<string | null> {
  const person = await maybePerson(device)
  return person === null ? null : copyId(agreementId, person)
}

async function maybeRecall(agreementId: string, isForAll: boolean, name: string): Promise<KeptAnswer | null> {
  const device = await deviceStore()
  if (device === null) return null
  try {
    const copy = isForAll ? EVERYBODY : await ownCopy(device, agreementId)
    if (copy === null) return null
    const found = await device.run(['answers'], 'read', (store) =>
      answerOf<KeptAnswer | undefined>(store('answers').get([copy, name])),
    )
    return found ?? null
  } catch {
    return null
  }
}

async function letGo(device: DeviceStore, agreementId: string, failure: CallFailure): Promise<void> {
  if (failure.kind !== 'problem') return
  const person = await maybePerson(device)
  if (failure.name === 'not-signed-in') await forgetPerson(device)
  const isOver = failure.name === 'not-allowed' || failure.name === 'unknown-agreement'
  if (!isOver || person === null) return
  // What reads a copy is much to fetch for who comes in for the first time; here the server has just answered.
  const { endAccess } = await import('./end-access.ts')
  await endAccess(device, agreementId, person)
}

/** The server named who asks, or nobody: from now on that is whose browser this is. */
export function rememberPerson(personId: string | null): Promise<void> {
  return quietly((device) => (personId === null ? forgetPerson(device) : setPerson(device, personId)))
}

/** What the device does not keep is no reason to fail: the answer is there. */
async function quietly(work: (device: DeviceStore) => Promise<void>): Promise<void> {
  const device = await deviceStore()
  if (device === null) return
  await work(device).catch(() => {})
}
