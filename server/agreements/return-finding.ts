import * as Y from 'yjs'
import type { ReturnedChange } from '../../shared/agreement/returned-change.ts'
import type { KnownRemark } from '../../shared/word/carried-data.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { ReturnStore } from '../storage/returns.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'
import { type PastTextParts, pastTexts } from './return-past.ts'
import { createFoundMemory, createReturnReader } from './return-reader.ts'

export type FindingParts = {
  store: Pick<ReturnStore, 'maybeBytes'>
  agreements: Pick<AgreementStore, 'lastSeq'>
  documents: Pick<LiveDocuments, 'read' | 'settled'>
  library: Pick<Library, 'catalog'>
  /** Where the text is found again of which a file was made that lost its own data. */
  past: PastTextParts
  /** Who said and proposed what stands in a file that is taken along now. */
  known: (agreementId: string) => Promise<KnownRemark[]>
  /** Told of a file whose reading went wrong: it is a fault of ours, or somebody meant harm. */
  onError: (error: unknown) => void
}

/** Lists of changes that are remembered: each can be some megabytes. */
const REMEMBERED = 8

export type Finding = ReturnType<typeof createFinding>

/** What a file says otherwise than the agreement does now. */
export function createFinding({ store, agreements, documents, library, past, known, onError }: FindingParts) {
  const reader = createReturnReader(library.catalog)
  const memory = createFoundMemory(REMEMBERED)

  async function read(agreementId: string, bytes: Uint8Array) {
    const update = await documents.read(agreementId, (doc) => Y.encodeStateAsUpdate(doc))
    try {
      const job = { agreementId, bytes, update }
      const found = await reader.read({ ...job, here: null })
      if (!('lost' in found)) return found
      const texts = await pastTexts(past, agreementId, found.lost)
      return await reader.read({ ...job, here: { ...texts, known: await known(agreementId) } })
    } catch (error) {
      if (error instanceof Refusal) throw error
      onError(error)
      return { trouble: isOutOfBounds(error) ? 'too-large' : 'damaged' } as const
    }
  }

  return {
    /** Throws a refusal that says why the file can not be read. */
    async inFile(agreementId: string, bytes: Uint8Array): Promise<ReturnedChange[]> {
      const found = await read(agreementId, bytes)
      if ('changes' in found) return found.changes
      throw new Refusal(`file-${'trouble' in found ? found.trouble : 'data-lost'}`)
    },

    async of(agreementId: string, id: string): Promise<ReturnedChange[]> {
      await documents.settled(agreementId)
      const key = `${agreementId} ${id}`
      const seq = await agreements.lastSeq(agreementId)
      const known = memory.maybe(key, seq)
      if (known) return known
      const bytes = await store.maybeBytes(agreementId, id)
      if (bytes === null) throw new Refusal('unknown-return')
      const changes = await this.inFile(agreementId, bytes)
      memory.keep(key, seq, changes)
      return changes
    },

    close: reader.close,
    forget: (agreementId: string, id: string) => memory.forget(`${agreementId} ${id}`),
  }
}

/** The thread came to its bounds of time or memory, and said nothing itself. */
function isOutOfBounds(error: unknown): boolean {
  const { name = '', message = '' } = error as Partial<Error>
  return name === 'AbortError' || name === 'TimeoutError' || message === 'the thread ended'
}
