import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { drawTitle } from '../../shared/agreement/title.ts'
import { readAgreement } from '../../shared/document/read.ts'
import type { Role } from '../../shared/protocol/endpoints.ts'
import type { AgreementStore, ListedAgreement } from '../storage/agreements.ts'
import type { ListedPerson, StoredSummary } from '../storage/summary.ts'
import type { LiveDocuments } from './live-documents.ts'

export type ListingParts = {
  store: Pick<AgreementStore, 'agreementsOf' | 'lastSeq' | 'putSummary' | 'peopleAround'>
  documents: Pick<LiveDocuments, 'read'>
  /** How many facts that the text shows are still empty. */
  emptyFacts: (body: AgreementBody) => number
  /** How many points of the advice have to be solved first. */
  toSolve: (id: string) => Promise<number>
  /** What the akkoord of parties makes of an agreement that says this. */
  statusOf: (id: string, body: AgreementBody) => Promise<string>
  onError: (error: unknown) => void
}

/** What somebody has to see to: people who wait (told to who leads), parties that nobody came for yet, facts that are still empty, and points of the advice to solve first. */
export type Attention = { waiting: number; absentParties: string[]; emptyFacts: number; toSolve: number }

export type AgreementSummary = {
  id: string
  title: string
  status: string
  updatedAt: string
  partyNames: string[]
  role: Role
  archived: boolean
  attention: Attention
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

export function createListing({ store, documents, emptyFacts, toSolve, statusOf, onError }: ListingParts) {
  const left = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  /** Reads the text and keeps what it says; `seq` was its last entry before that. Rejects when it cannot be read. */
  async function refresh(id: string, seq: number): Promise<StoredSummary> {
    const body = await documents.read(id, (doc) => readAgreement(doc).value)
    const [status, points] = [await statusOf(id, body), await toSolve(id)]
    const summary = { seq, ...aboutText(body), status, toSolve: points }
    await store.putSummary(id, summary).catch(onError)
    return summary
  }

  async function summaryOf({ id, textSeq, summary }: ListedAgreement) {
    if (summary && summary.seq >= textSeq) return { ...summary, readable: true }
    try {
      return { ...(await refresh(id, textSeq)), readable: true }
    } catch (error) {
      onError(error)
      return { ...(summary ?? NOTHING_KNOWN), readable: false }
    }
  }

  function aboutText(body: AgreementBody): Omit<StoredSummary, 'seq' | 'status' | 'toSolve'> {
    const parties = body.parties.map(({ id, name }) => ({ id, name: name ?? '' }))
    const partyNames = parties.flatMap(({ name }) => (name === '' ? [] : [name]))
    return { title: drawTitle(body), partyNames, parties, emptyFacts: emptyFacts(body) }
  }

  async function refreshLeft(): Promise<void> {
    const ids = [...left]
    left.clear()
    for (const id of ids)
      await store
        .lastSeq(id)
        .then((seq) => refresh(id, seq))
        .catch((error) => {
          // It may have been deleted meanwhile.
          if (error.name !== 'NoSuchDocument') onError(error)
        })
  }

  return {
    /** The agreements somebody takes part in, the newest first. */
    async listFor(personId: string): Promise<AgreementSummary[]> {
      const listed: AgreementSummary[] = []
      // One after the other: opening hundreds of texts at once would hold up everybody who writes.
      const people = Map.groupBy(await store.peopleAround(personId), ({ agreementId }) => agreementId)
      for (const one of await store.agreementsOf(personId)) {
        const { id, createdAt, textAt, archivedAt } = one
        const { title, partyNames, readable, status = one.status, ...about } = await summaryOf(one)
        const updatedAt = textAt === null ? createdAt : new Date(textAt).toISOString()
        const role = one.role as Role
        const attention = attentionFor(role, about, people.get(id) ?? [])
        const archived = archivedAt !== null
        listed.push({ id, title, status, updatedAt, partyNames, role, archived, attention, readable })
      }
      return listed
    },

    /** Somebody left the text, which may say something else now; or a party said something of it. */
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

const NOTHING_KNOWN: StoredSummary = { seq: 0, title: '', partyNames: [], parties: [], emptyFacts: 0 }

function attentionFor(
  role: Role,
  { parties, emptyFacts, toSolve = 0 }: Pick<StoredSummary, 'parties' | 'emptyFacts' | 'toSolve'>,
  people: readonly ListedPerson[],
): Attention {
  const came = new Set(people.flatMap(({ partyId, state }) => (state === 'active' ? [partyId] : [])))
  const absentParties = parties.filter(({ id }) => !came.has(id)).map(({ name }) => name)
  const waiting = role === 'facilitator' ? people.filter(({ state }) => state === 'waiting').length : 0
  return { waiting, absentParties, emptyFacts, toSolve }
}
