import { z } from 'zod'
import type { DeviceStore } from './offered-words.ts'

/** Of a person who writes in an agreement for longer than that many openings of the page, the oldest are forgotten. */
const MOST = 300

const ids = z.array(z.number().int().nonnegative())

/** Remembers Yjs client ids on the device. What the device refuses is forgotten. */
export function createPenNames(
  device: DeviceStore,
  key: string,
): { list: () => number[]; add: (id: number) => void } {
  const list = (): number[] => {
    try {
      return ids.parse(JSON.parse(device.getItem(key) ?? '[]'))
    } catch {
      return []
    }
  }
  return {
    list,
    add: (id) => {
      try {
        device.setItem(key, JSON.stringify([...list().filter((each) => each !== id), id].slice(-MOST)))
      } catch {
        // A full device: words of this page are found for as long as it is open.
      }
    },
  }
}
