import type { ActKind } from '../../shared/protocol/acts.ts'
import { Refusal } from '../access/refusal.ts'
import type { Act } from '../storage/acts.ts'
import type { PrivacyStore } from '../storage/privacy.ts'

export type PrivacyParts = {
  store: PrivacyStore
  addAct: (act: Act) => Promise<void>
  clock: () => Date
  /** The articles that a person does not understand: kept under a hash that leads to nobody without this. */
  unclearTo: (personId: string) => Promise<{ agreementId: string; articleId: string }[]>
  /** The person is in this agreement no more: what was kept under a hash of them goes, their connections end and the others see it. */
  onGone: (agreementId: string, personId: string) => Promise<void>
  /** Leaves nothing of what was erased in the files, when that can be done now. */
  wipe: () => Promise<unknown>
}

/** What is kept about somebody, for that person; and taking it away. */
export type Privacy = ReturnType<typeof createPrivacy>

export function createPrivacy({ store, addAct, clock, unclearTo, onGone, wipe }: PrivacyParts) {
  return {
    /** All that is kept about a person, as the text of a JSON file. That they took it stands in the log of acts. */
    async fileOf(personId: string): Promise<string> {
      const at = clock().toISOString()
      const kind: ActKind = 'export-my-data'
      await addAct({ at, kind, agreementId: null, personId })
      const [kept, unclear] = await Promise.all([store.dataOf(personId), unclearTo(personId)])
      const data = { format: 'handslag-my-data/1', madeAt: at, ...kept, unclear }
      return `${JSON.stringify(data, null, 2)}\n`
    },

    /** Erases a person. Throws the refusals `hand-over-first` and `last-admin`; then nothing is changed. */
    async erase(personId: string): Promise<void> {
      const left = await store.erasePerson(personId, clock().toISOString())
      if (typeof left === 'string') throw new Refusal(left)
      for (const agreementId of left) await onGone(agreementId, personId)
      await wipe()
    },
  }
}
