import { z } from 'zod'
import { type ConsentState, consentState } from '../../../../shared/agreement/consent.ts'
import type { Consent, ConsentsView, NewConsent } from '../../../../shared/protocol/endpoints-consents.ts'
import { type CallFailure, failureOf } from '../../../connection/index.ts'
import type { KeptText } from '../../../offered/index.ts'

/**
 * What somebody said and the server has not kept yet. `changed`: the words became others before it came there, so it was not given; the person looks again. `refused`: the
 * server said no for another reason. Both wait until they are put away or followed by another.
 */
export type Waiting = {
  command: Required<NewConsent>
  state: 'waiting' | 'changed' | 'refused'
}

/** What parties said, as the server has it, and what of this person is on its way. The same object until something changes. */
export type Akkoorden = {
  /** Null until it was fetched. */
  consents: readonly Consent[] | null
  waiting: readonly Waiting[]
  failure: CallFailure | null
}

export type AkkoordEdges = {
  load: () => Promise<ConsentsView>
  send: (command: NewConsent) => Promise<Consent>
  /** Calls back after so many milliseconds; returns its stop. */
  after: (time: number, then: () => void) => () => void
  kept: KeptText
  newId: () => string
}

export type Said = { articleId: string; partyId: string; state: ConsentState; reason: string; hash: string }
export type AkkoordStore = ReturnType<typeof createAkkoordStore>

/** Wait before what could not be sent is sent again, in milliseconds. */
export const RETRY = 5000

const command = z.object({
  id: z.string(),
  articleId: z.string(),
  partyId: z.string(),
  state: consentState,
  reason: z.string(),
  hash: z.string(),
})
const keptList = z.array(z.object({ command, state: z.enum(['waiting', 'changed', 'refused']) }))

/** The akkoord of parties on this side. What somebody says is kept on the device until the server has it, and is sent once for each article. */
export function createAkkoordStore({ load, send, after, kept, newId }: AkkoordEdges) {
  let now: Akkoorden = { consents: null, waiting: readKept(kept), failure: null }
  const listeners = new Set<() => void>()
  let stopRetry: (() => void) | null = null
  let isSending = false
  let answers = 0
  let fetching: Promise<void> | null = null
  let isAsked = false

  const change = (next: Partial<Akkoorden>) => {
    now = { ...now, ...next }
    if (next.waiting) kept.write(JSON.stringify(next.waiting))
    for (const listener of [...listeners]) listener()
  }
  const put = (id: string, state: Waiting['state']) =>
    change({ waiting: now.waiting.map((one) => (one.command.id === id ? { ...one, state } : one)) })
  const drop = (id: string) => change({ waiting: now.waiting.filter((one) => one.command.id !== id) })

  const keep = (consent: Consent) => {
    const others = (now.consents ?? []).filter(
      ({ articleId, partyId }) => articleId !== consent.articleId || partyId !== consent.partyId,
    )
    answers += 1
    change({ consents: [...others, consent] })
  }

  /** One after the other, in the order in which it was said. */
  async function sendAll(): Promise<void> {
    stopRetry?.()
    stopRetry = null
    if (isSending) return
    isSending = true
    for (;;) {
      const next = now.waiting.find(({ state }) => state === 'waiting')
      if (next === undefined) break
      const { id } = next.command
      try {
        keep(await send(next.command))
        drop(id)
      } catch (thrown) {
        const failure = failureOf(thrown)
        if (mayPass(failure)) {
          stopRetry = after(RETRY, () => void sendAll())
          break
        }
        put(id, failure.kind === 'problem' && failure.name === 'changed-meanwhile' ? 'changed' : 'refused')
      }
    }
    isSending = false
  }

  async function fetchAll(): Promise<void> {
    do {
      isAsked = false
      const before = answers
      try {
        const { consents } = await load()
        // What was answered to something said here meanwhile is newer.
        if (answers === before) change({ consents, failure: null })
        else isAsked = true
      } catch (thrown) {
        change({ failure: failureOf(thrown) })
      }
    } while (isAsked)
    fetching = null
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    get: (): Akkoorden => now,

    /** Says something for a party; what it said before of this article and is not sent yet goes. */
    say(said: Said): void {
      const others = now.waiting.filter(({ command: { articleId } }) => articleId !== said.articleId)
      change({ waiting: [...others, { command: { id: newId(), ...said }, state: 'waiting' }] })
      void sendAll()
    },

    /** Puts away what was not given. */
    putAway: drop,

    /** Tries again what waits: there is a connection. */
    flush: (): void => void sendAll(),

    /** Fetches again. However many bells ring while it does, it does so once more. */
    refresh(): Promise<void> {
      if (fetching !== null) {
        isAsked = true
        return fetching
      }
      fetching = fetchAll()
      return fetching
    },

    /** Stops trying; what waits stands on the device. */
    stop: (): void => stopRetry?.(),
  }
}

function readKept(kept: KeptText): Waiting[] {
  try {
    return keptList.parse(JSON.parse(kept.read() ?? '[]'))
  } catch {
    return []
  }
}

/** No answer, or a server in trouble, may be better in a moment; a refusal stays one. */
function mayPass(failure: CallFailure): boolean {
  return failure.kind !== 'problem' || failure.problem.status >= 500 || failure.problem.status === 429
}

/** An id that nobody made before. */
export function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
