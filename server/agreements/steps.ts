import type { z } from 'zod'
import { readAgreement } from '../../shared/document/read.ts'
import type { NoteMark, StepNote, stepNoteChange } from '../../shared/protocol/endpoints-steps.ts'
import { describeFound, type Message } from '../../shared/support/message.ts'
import { type StepItemKind, stepItems } from '../../shared/template/steps.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { audiencesOf, maybeOwnAudience, mayWriteStepNotes, type StoredAudience } from '../access/steps.ts'
import type { NotePlace, StepStore } from '../storage/steps.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'
import { stepNoteOf, stepNotesOf } from './step-note-of.ts'

export type StepParts = {
  store: StepStore
  documents: Pick<LiveDocuments, 'read'>
  library: Pick<Library, 'catalog'>
  clock: () => Date
  /** Tells those of an audience, and nobody else, that there is something to fetch. */
  tell: (agreementId: string, audience: StoredAudience) => void
}

export type StepNoteChange = z.output<typeof stepNoteChange>

const MARKS: Record<StepItemKind, readonly NoteMark[]> = {
  tick: ['none', 'done'],
  talk: ['none'],
  trait: ['none', 'fits', 'grows'],
}

/** The notes and ticks with the seven steps of an agreement. They stand in no snapshot and no file. */
export type StepNotes = ReturnType<typeof createStepNotes>

export function createStepNotes({ store, documents, library, clock, tell }: StepParts) {
  const items = stepItems(library.catalog.steps.steps)
  const partyIdsOf = (id: string) =>
    documents.read(id, (doc) => readAgreement(doc).value.parties.map((party) => party.id))

  /** Throws a refusal `malformed-request` for an item, a mark or a party that there is not. */
  async function checked(agreementId: string, change: StepNoteChange): Promise<void> {
    const kind = items.get(change.itemId)
    if (kind === undefined) refuse('itemId', 'unknown_item', 'an item of the seven steps', change.itemId)
    if (change.mark !== undefined && !MARKS[kind].includes(change.mark))
      refuse('mark', 'unknown_value', `one of ${MARKS[kind].join(', ')}`, change.mark)
    const partyIds = kind === 'trait' ? await partyIdsOf(agreementId) : []
    const isAbout = kind === 'trait' ? partyIds.some((id) => id === change.aboutPartyId) : isNobody(change)
    const expected = kind === 'trait' ? `one of ${partyIds.join(', ')}` : 'null'
    if (!isAbout) refuse('aboutPartyId', 'unknown_party', expected, change.aboutPartyId)
  }

  return {
    /** What this person may see: the shared notes, and those of the own organisation. */
    async list(participation: Participation): Promise<StepNote[]> {
      const { agreementId } = participation
      return stepNotesOf(await store.versionsFor(agreementId, audiencesOf(participation)))
    },

    /**
     * Keeps a mark or a text and gives the note as it stands then. The last writer wins; what stood there is kept. Throws a
     * refusal `not-allowed` for who may not write or has no organisation to keep something within.
     */
    async write(participation: Participation, change: StepNoteChange): Promise<StepNote> {
      const audience = change.audience === 'shared' ? 'all' : maybeOwnAudience(participation)
      if (!mayWriteStepNotes(participation) || audience === null) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      await checked(agreementId, change)
      const { itemId, aboutPartyId, basedOn, mark, text } = change
      const place: NotePlace = { itemId, aboutPartyId, audience }
      const stamped = { ...place, personId, at: clock().toISOString() }
      if (mark !== undefined)
        await store.addVersion(agreementId, { ...stamped, part: 'mark', value: mark, basedOn: null })
      if (text !== undefined)
        await store.addVersion(agreementId, { ...stamped, part: 'text', value: text, basedOn })
      const versions = await store.versionsAt(agreementId, place)
      if (versions.length === 0) refuse('mark', 'missing', 'a mark or a text', 'neither')
      tell(agreementId, audience)
      return stepNoteOf(versions)
    },
  }
}

const isNobody = ({ aboutPartyId }: StepNoteChange) => aboutPartyId === null

function refuse(path: string, reason: string, expected: string, found: unknown): never {
  const message: Message = { path, reason, expected, found: describeFound(found) }
  throw new Refusal('malformed-request', [message])
}
