import { copyId } from './copies.ts'
import { setAside } from './copy-store.ts'
import type { DeviceStore } from './device-store.ts'
import { answerOf } from './indexed-db.ts'

/** The person may not come in any more, or there is nothing to come into: only unsent words stay, as text. */
export async function endAccess(device: DeviceStore, agreementId: string, personId: string): Promise<void> {
  const id = copyId(agreementId, personId)
  await setAside(device, id, { reason: 'noAccess', keep: 'nothing', forPerson: personId })
  await device.run(['answers'], 'write', async (store) => {
    for (const key of await answerOf(store('answers').index('copy').getAllKeys(id)))
      await answerOf(store('answers').delete(key))
  })
}
