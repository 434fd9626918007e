import type { Reader } from '../access/consultation.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, keyedHashOfSecret, newSecret } from '../access/secret.ts'
import type { ConsultationStore, RoundBounds } from '../storage/consultation.ts'

export type ReadingLinkParts = {
  store: ConsultationStore
  /** Keys what is kept of the secret that a device holds; see `SESSION_SECRET`. */
  sessionSecret: string
  clock: () => Date
  newId: () => string
}

/** So many people may open one link and so many remarks may come in by it, and from one device: an end to what a program can fill. */
export const ROUND_BOUNDS: RoundBounds = { readers: 2000, remarks: 2000, ofReader: 100 }

/** What lets somebody read without a name. It is neither a session nor a token, and opens the reading page alone. */
export function readingLinks({ store, sessionSecret, clock, newId }: ReadingLinkParts) {
  const hashOf = (secret: string) => keyedHashOfSecret(`reading:${secret}`, sessionSecret)
  const maybeStored = (secret: string) => store.maybeReader(hashOf(secret), clock().toISOString())

  return {
    /** The reader a device's secret belongs to; null when there is none, or the round was closed or is over. */
    maybeReader: (secret: string): Promise<Reader | null> => maybeStored(secret),

    /**
     * Opens a reading link. Gives the secret for the device, or null when the one it has (`present`) is of this very link. Throws the
     * refusals `invalid-invitation` for a link that is unknown, closed or over, and `too-many-requests` when too many opened it.
     */
    async enter(linkSecret: string, present: string | null): Promise<string | null> {
      const at = clock().toISOString()
      const round = await store.maybeOpenRound(hashOfSecret(linkSecret), at)
      if (!round) throw new Refusal('invalid-invitation')
      const known = present && (await maybeStored(present))
      if (known && known.roundId === round.id) return null
      const secret = newSecret()
      const reader = {
        id: newId(),
        hash: hashOf(secret),
        agreementId: round.agreementId,
        roundId: round.id,
        at,
      }
      if (!(await store.addReader(reader, ROUND_BOUNDS))) throw new Refusal('too-many-requests')
      return secret
    },
  }
}
