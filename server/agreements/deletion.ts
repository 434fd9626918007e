import { drawTitle } from '../../shared/agreement/title.ts'
import { readAgreement } from '../../shared/document/read.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { maybeDeletion, type RetentionTerm } from '../access/retention.ts'
import type { DeletionStore, Deletion as Ordered } from '../storage/deletion.ts'
import type { LiveDocuments } from './live-documents.ts'

export type DeletionParts = {
  store: DeletionStore
  documents: Pick<LiveDocuments, 'read' | 'remove'>
  /** Leaves nothing of what was deleted in the files; false when that has to wait. */
  wipe: () => Promise<boolean>
  clock: () => Date
  onError: (error: unknown) => void
}

/** How often (ms) it is looked whether the time of an agreement is over, and whether something still has to go. */
const LOOK_EVERY = 60 * 60 * 1000

/**
 * Agreements that go away: because who leads them says so, or because their time is over. The records go first, in one step; then nobody gets in
 * any more, and the text follows. What was cut off is finished at the next start.
 */
export type Deletion = ReturnType<typeof createDeletion>

export function createDeletion(parts: DeletionParts) {
  return { ...byHand(parts), ...byTime(parts), ...policy(parts) }
}

function byHand(parts: DeletionParts) {
  const { store, documents, clock } = parts

  async function titleOf(agreementId: string): Promise<string> {
    try {
      return await documents.read(agreementId, (doc) => drawTitle(readAgreement(doc).value))
    } catch {
      // A text that can not be read must not keep its agreement from going.
      return (await store.maybeTitle(agreementId)) ?? ''
    }
  }

  return {
    /** Whoever calls leads the agreement. Throws a refusal `other-title` when what was typed is not the title. */
    async delete({ agreementId, personId }: Participation, title: string): Promise<void> {
      if (inOneLine(await titleOf(agreementId)) !== inOneLine(title)) throw new Refusal('other-title')
      const at = clock().toISOString()
      await carryOut(parts, { agreementId, kind: 'delete-agreement', by: personId, at })
    },
  }
}

const inOneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

async function carryOut(parts: DeletionParts, ordered: Ordered): Promise<void> {
  await parts.store.deleteAgreement(ordered)
  await finish(parts)
}

/** Takes out the texts whose agreement is gone. What can not be done now is done at the next look. */
async function finish({ store, documents, wipe }: DeletionParts): Promise<void> {
  const ids = await store.removals()
  if (ids.length === 0) return
  for (const id of ids) await documents.remove(id)
  if (!(await wipe())) return
  for (const id of ids) await store.removalDone(id)
}

function byTime(parts: DeletionParts) {
  const { store, clock, onError } = parts

  /** Deletes what had its time, and finishes what was begun. */
  async function look(): Promise<void> {
    const term = await store.retention()
    const now = clock()
    for (const { id, changedAt } of term.months === null ? [] : await store.lastChanges()) {
      const end = maybeDeletion(new Date(changedAt), term)
      if (end === null || end > now) continue
      const at = now.toISOString()
      await store.deleteAgreement({ agreementId: id, kind: 'delete-expired-agreement', by: null, at })
    }
    await finish(parts)
  }

  return {
    look,

    /** Looks now and every hour; gives what stops it. */
    keepLooking(): () => void {
      const lookNow = () => void look().catch(onError)
      lookNow()
      const timer = setInterval(lookNow, LOOK_EVERY).unref()
      return () => clearInterval(timer)
    },
  }
}

function policy({ store, clock }: DeletionParts) {
  return {
    /** Whose workspace this is, and how long it keeps agreements. */
    term: () => store.retention(),

    /** How long agreements are kept from now on. The same as before changes nothing: it would put off what is due. */
    async setTerm(months: number | null, personId: string): Promise<void> {
      if ((await store.retention()).months === months) return
      await store.setRetention(months, { personId, at: clock().toISOString() })
    },

    /** When these agreements are deleted if nothing changes in them (ISO 8601); none of them is in it that is kept for ever. */
    async deletions(ids: readonly string[]): Promise<Map<string, string>> {
      const term: RetentionTerm = await store.retention()
      if (term.months === null) return new Map()
      const changes = await store.lastChanges(ids)
      return new Map(
        changes.flatMap(({ id, changedAt }) => {
          const end = maybeDeletion(new Date(changedAt), term)
          return end ? [[id, end.toISOString()]] : []
        }),
      )
    },
  }
}
