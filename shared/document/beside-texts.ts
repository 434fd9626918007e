import type { AgreementBody } from '../agreement/agreement.ts'
import type { ObservedAgreement } from './observe.ts'

/** Everything of an agreement but the words of its articles and annexes: facts, headings, and which texts there are. */
export function partsBesideTexts({ articles, annexes, ...facts }: AgreementBody): unknown[] {
  return [
    ...Object.values(facts),
    ...articles.flatMap(({ id, key, heading, numbered }) => [id, key, heading, numbered]),
    ...annexes.flatMap(({ id, title, kind, language }) => [id, title, kind, language]),
  ]
}

/**
 * A value that is worked out of facts, and again only when something beside the words of the texts changed: typing in a text costs nothing of it. `work`
 * looks at no words of a text.
 */
export function workedOutOfFacts<T>(
  store: Pick<ObservedAgreement, 'get'>,
  work: (body: AgreementBody) => T,
): () => T {
  let known: { facts: object; value: T } | null = null
  return () => {
    const facts = factsNow(store)
    if (known?.facts !== facts) known = { facts, value: work(store.get()) }
    return known.value
  }
}

type Channel = { listeners: Set<() => void>; facts: object; stop: () => void }

const channels = new WeakMap<object, Channel>()

/**
 * Calls the listener after something beside the words of the texts changed; gives back the stop. A paper has thousands who listen: it is
 * looked once for all of them, and not at all while somebody types in a text.
 */
export function subscribeToFacts(
  store: Pick<ObservedAgreement, 'get' | 'subscribe'>,
  listener: () => void,
): () => void {
  const channel = channels.get(store) ?? openChannel(store)
  channels.set(store, channel)
  channel.listeners.add(listener)
  return () => {
    channel.listeners.delete(listener)
    if (channel.listeners.size > 0) return
    channel.stop()
    channels.delete(store)
  }
}

function openChannel(store: Pick<ObservedAgreement, 'get' | 'subscribe'>): Channel {
  const channel: Channel = { listeners: new Set(), facts: factsNow(store), stop: () => {} }
  channel.stop = store.subscribe(({ isTextAlone }) => {
    if (isTextAlone) return
    const facts = factsNow(store)
    if (facts === channel.facts) return
    channel.facts = facts
    for (const listener of [...channel.listeners]) listener()
  })
  return channel
}

type Facts = { body: AgreementBody; parts: unknown[]; facts: object }

/** Hundreds of values ask at every change: the parts are compared once for all of them. */
const lastOf = new WeakMap<object, Facts>()

/** The same object for as long as nothing beside the texts changed. */
function factsNow(store: Pick<ObservedAgreement, 'get'>): object {
  const body = store.get()
  const last = lastOf.get(store)
  if (last?.body === body) return last.facts
  const parts = partsBesideTexts(body)
  const isSame = last?.parts.length === parts.length && parts.every((part, at) => part === last.parts[at])
  const facts = isSame && last ? last.facts : {}
  lastOf.set(store, { body, parts, facts })
  return facts
}
