import { z } from 'zod'
import { oneChange } from '../../shared/support/one-change.ts'
import { type Offer, type Offered, offered } from './offered.ts'

/** What one person is offered back in one agreement, on this device. */
export type OfferedWords = {
  /** What is offered now, the oldest first; the same list until something changes. */
  list: () => readonly Offered[]
  /** Offers words. What was offered before, or was not needed then, is not offered again. Empty text is no offer. */
  offer: (offer: Offer) => void
  /** Takes an offer away for good: it was put back, or is not needed. */
  dismiss: (id: string) => void
  subscribe: (listener: () => void) => () => void
}

/** The part of `localStorage` that is used. Every call may throw: private windows refuse, and a device can be full. */
export type DeviceStore = Pick<Storage, 'getItem' | 'setItem'>

type OfferedOptions = {
  device: DeviceStore
  key: string
  now: () => Date
  /** Calls back when another tab changed what is kept under a key. */
  onOtherTab?: (listener: (key: string | null) => void) => void
}

/** At most this many offers are kept; the oldest fall off. */
export const MOST_OFFERS = 100
/** At most this many characters together; the newest offer is always kept. */
export const MOST_CHARACTERS = 500_000
/** Ids of what was dismissed, remembered so that it is not offered again. */
const MOST_DISMISSED = 500

const kept = z.object({ offers: z.array(offered), dismissed: z.array(z.string()).default([]) })
type Kept = z.output<typeof kept>

const NOTHING: Kept = { offers: [], dismissed: [] }

/** Offers that survive a reload. What the device refuses lasts as long as the page. */
export function createOfferedWords({ device, key, now, onOtherTab }: OfferedOptions): OfferedWords {
  const listeners = new Set<() => void>()
  let state = read(device, key) ?? NOTHING
  let isKept = true
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const change = (next: (from: Kept) => Kept) => {
    // Another tab may have written since.
    state = next((isKept && read(device, key)) || state)
    isKept = write(device, key, state)
    tell()
  }
  onOtherTab?.((changed) => {
    if (changed !== null && changed !== key) return
    state = read(device, key) ?? NOTHING
    tell()
  })
  return {
    list: () => state.offers,
    offer: (offer) => {
      const made = makeOffered(offer, now())
      if (made === null) return
      change((from) =>
        isKnown(from, made) ? from : { ...from, offers: bounded([...without(from, made), made]) },
      )
    },
    dismiss: (id) =>
      change(({ offers, dismissed }) => ({
        offers: offers.filter((each) => each.id !== id),
        dismissed: [...dismissed.filter((each) => each !== id), id].slice(-MOST_DISMISSED),
      })),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

function makeOffered(offer: Offer, at: Date): Offered | null {
  if (offer.text.trim() === '') return null
  const { place, text, reason, pieces = [], anchor = null, value = null } = offer
  const id = offer.id ?? `${reason} ${place} ${text}`
  return { id, at: at.toISOString(), place, text, reason, pieces, anchor, value }
}

function isKnown({ offers, dismissed }: Kept, made: Offered): boolean {
  return dismissed.includes(made.id) || offers.some((each) => each.id === made.id || holds(each, made))
}

const without = ({ offers }: Kept, made: Offered): Offered[] => offers.filter((each) => !holds(made, each))

/** Whether one offer for a value says another: whoever types where others type loses it again at each letter. */
function holds(one: Offered, other: Offered): boolean {
  const areOfOneValue = [one, other].every(({ reason, value }) => reason === 'overwritten' && value !== null)
  return areOfOneValue && one.place === other.place && isWithin(other.text, one.text)
}

/** Whether another text says this one, or is this one with something typed into it. Letters that stand scattered in it say nothing. */
const isWithin = (text: string, other: string): boolean =>
  other.includes(text) || oneChange(text, other).remove === 0

function bounded(offers: readonly Offered[]): Offered[] {
  const newest: Offered[] = []
  let characters = 0
  for (const offer of offers.slice(-MOST_OFFERS).reverse()) {
    characters += offer.text.length
    if (newest.length > 0 && characters > MOST_CHARACTERS) break
    newest.push(offer)
  }
  return newest.reverse()
}

/** What is kept; null when there is nothing, or nothing that this edition can read. */
function read(device: DeviceStore, key: string): Kept | null {
  try {
    const text = device.getItem(key)
    const parsed = text === null ? null : kept.safeParse(JSON.parse(text))
    return parsed?.success ? parsed.data : null
  } catch {
    return null
  }
}

/** False when the device kept nothing of it. */
function write(device: DeviceStore, key: string, state: Kept): boolean {
  try {
    device.setItem(key, JSON.stringify(state))
    return true
  } catch {
    return false
  }
}
