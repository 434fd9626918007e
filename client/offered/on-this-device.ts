import type { Offer } from './offered.ts'
import { createOfferedWords, type DeviceStore, type OfferedWords } from './offered-words.ts'
import { createPenNames } from './pen-names.ts'
import { isSharedComputer } from './shared-computer.ts'

const open = new Map<string, OfferedWords>()

/** What a person is offered back in an agreement, on this device: one list for the page, and for its other tabs. */
export function offeredWords(agreementId: string, personId: string): OfferedWords {
  const key = `handslag.offered.${agreementId}.${personId}`
  const known = open.get(key)
  if (known) return known
  const made = createOfferedWords({ device: onDevice, key, now: () => new Date(), onOtherTab })
  open.set(key, made)
  return made
}

/** Offers a person words of theirs that stand nowhere any more. */
export function offerWords(agreementId: string, personId: string, offer: Offer): void {
  offeredWords(agreementId, personId).offer(offer)
}

/** Client ids that a person wrote under in an agreement in this browser: a page that opens anew has a new one. */
export function penNames(
  agreementId: string,
  personId: string,
): { list: () => number[]; add: (id: number) => void } {
  return createPenNames(onDevice, `handslag.pens.${agreementId}.${personId}`)
}

/** Reading the property itself throws where a browser keeps nothing. On a computer that others use too, words stay with the page. */
export const onDevice: DeviceStore = {
  getItem: (key) => (isSharedComputer() ? null : localStorage.getItem(key)),
  setItem: (key, value) => {
    if (isSharedComputer()) throw new RangeError('nothing is kept on a computer that others use too')
    localStorage.setItem(key, value)
  },
}

function onOtherTab(listener: (key: string | null) => void): void {
  if (typeof window === 'undefined') return
  window.addEventListener('storage', (event) => listener(event.key))
}
