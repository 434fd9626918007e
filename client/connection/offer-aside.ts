import { offerWords } from '../offered/index.ts'
import { forgetWordsAside, wordsAside } from './copies.ts'
import type { DeviceStore } from './device-store.ts'

/** Offers a person the words that were never sent and stand aside on this device; they stand there no more once they are offered. */
export async function offerAside(device: DeviceStore, agreementId: string, personId: string): Promise<void> {
  const aside = await wordsAside(device, agreementId, personId)
  for (const { reason, words } of aside)
    for (const { place, text, value } of words)
      offerWords(agreementId, personId, { place, text, value, reason })
  await forgetWordsAside(
    device,
    aside.map(({ row }) => row),
  )
}
