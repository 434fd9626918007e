import { readTitleAndParties } from '../../shared/document/read.ts'
import type { Role } from '../../shared/protocol/endpoints.ts'
import type { AgreementStore, ListedAgreement } from '../storage/agreements.ts'
import type { StoredSummary } from '../storage/summary.ts'
import type { LiveDocuments } from './live-documents.ts'

export type ListingParts = {
  store: Pick<AgreementStore, 'agreementsOf' | 'lastSeq' | 'putSummary'>
  documents: Pick<LiveDocuments, 'read'>
  onError: (error: unknown) => void
}

export type AgreementSummary = {
  id: string
  title: string
  status: string
  updatedAt: string
  partyNames: string[]
  role: Role
  /** False when its text cannot be read now; title and names are then the last ones known. */
  readable: boolean
}

/** How long (ms) after somebody left what the list says is made anew; who leaves together is one. */
const REST = 1000

/**
 * Lists of agreements. What a list says of a text is kept beside it with the entry it was made from, and made anew when somebody leaves the
 * text: so a list opens hardly any text, and one that cannot be read harms no other.
 */
export type Listing = ReturnType<typeof createListing>

export function createListing({ store, documents, onError }: ListingParts) {
  const left = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  /** Reads the text and keeps what it says; `seq` was its last entry before that. Rejects when it cannot be read. */
  async function refresh(id: string, seq: number): Promise<StoredSummary> {
    const { title, parties } = await documents.read(id, readTitleAndParties)
    const partyNames = parties.flatMap(({ name }) => (name ? [name] : []))
    const summary = { seq, title, partyNames }
    await store.putSummary(id, summary).catch(onError)
    return summary
  }

  async function summaryOf({ id, textSeq, summary }: ListedAgreement) {
    if (summary && summary.seq >= textSeq) return { ...summary, readable: true }
    try {
      return { ...(await refresh(id, textSeq)), readable: true }
    } catch (error) {
      onError(error)
      return { title: summary?.title ?? '', partyNames: summary?.partyNames ?? [], readable: false }
    }
  }

  async function refreshLeft(): Promise<void> {
    const ids = [...left]
    left.clear()
    for (const id of ids)
      await store
        .lastSeq(id)
        .then((seq) => refresh(id, seq))
        .catch(onError)
  }

  return {
    /** The agreements somebody takes part in, the newest first. */
    async listFor(personId: string): Promise<AgreementSummary[]> {
      const listed: AgreementSummary[] = []
      // One after the other: opening hundreds of texts at once would hold up everybody who writes.
      for (const one of await store.agreementsOf(personId)) {
        const { id, status, createdAt, textAt, role } = one
        const { title, partyNames, readable } = await summaryOf(one)
        const updatedAt = textAt === null ? createdAt : new Date(textAt).toISOString()
        listed.push({ id, title, status, updatedAt, partyNames, role: role as Role, readable })
      }
      return listed
    },

    /** Somebody left the text, which may say something else now. */
    left(id: string): void {
      left.add(id)
      timer ??= setTimeout(() => {
        timer = null
        refreshLeft().catch(onError)
      }, REST).unref()
    },

    /** Stops; what is not made anew by now is when somebody asks for a list. */
    close(): void {
      if (timer) clearTimeout(timer)
    },
  }
}
