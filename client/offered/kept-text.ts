import { onDevice } from './on-this-device.ts'

/** A short text that waits on this device for the server; it goes with the person, and stays with the page on a computer that others use too. */
export type KeptText = { read: () => string | null; write: (text: string) => void }

/** `key` begins with `handslag.`, so that leaving the device takes it away. */
export function keptText(key: `handslag.${string}`): KeptText {
  return {
    read: () => quietly(() => onDevice.getItem(key)),
    write: (text) => void quietly(() => onDevice.setItem(key, text)),
  }
}

/** Private windows refuse, and a device can be full: then it stays with the page. */
function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
