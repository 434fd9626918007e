import * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { type Snapshot, toSnapshot } from '../../shared/agreement/snapshot.ts'
import { drawTitle } from '../../shared/agreement/title.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { unresolvedPlaceholders } from '../../shared/outline/unresolved-placeholders.ts'
import {
  type ExportFormat,
  type ExportVariant,
  isOfficeFormat,
  type OfficeFormat,
} from '../../shared/protocol/export-options.ts'
import type { Role } from '../../shared/protocol/participant.ts'
import { describeFound, type Message } from '../../shared/support/message.ts'
import type { Caller } from '../access/caller.ts'
import { memberOf, type Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore, StoredAgreement } from '../storage/agreements.ts'
import type { FixingStore } from '../storage/fixing.ts'
import { type AgreementFile, type FileFormat, madeOf, wordFile } from './agreement-file.ts'
import { agreementRecord, type CountOpenItems } from './agreement-record.ts'
import type { AkkoordOf } from './akkoord.ts'
import type { ComparedSide } from './file-thread.ts'
import type { FileWriter } from './file-writer.ts'
import { maybeHeadingPages } from './heading-pages.ts'
import {
  type Invitation,
  type Invited,
  type Link,
  latestExpiry,
  type Newcomer,
  type OpenedInvitation,
  openInvitation,
  type Present,
  participationByLink,
  prepareLink,
} from './invitations.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'
import { type NewAgreement, newBody } from './new-body.ts'
import type { Remarked, RemarkWords } from './remarks.ts'
import type { Themes } from './themes.ts'
import type { PastText, Versions } from './versions.ts'

export type AgreementParts = {
  store: AgreementStore
  documents: LiveDocuments
  files: Pick<FileWriter, 'write'>
  /** How a paper that is made now looks. */
  themes: Pick<Themes, 'now'>
  /** Null where no office program is. */
  office: OfficeFiles | null
  library: Library
  openItems: CountOpenItems
  akkoordOf: AkkoordOf
  fixing: Pick<FixingStore, 'maybeFixing' | 'maybeFixedFile' | 'maybeFixedAt'>
  /** What versions say, to compare with. */
  versions: Pick<Versions, 'past' | 'pastFixed'>
  /** The text with what everybody may read of what is said and proposed. */
  remarked: (by: Participation, words: RemarkWords) => Promise<Remarked>
  /** Tells the connections of a person what its part is now. */
  changeMember: ChangeMember
  /** Has the text ask anew whether it takes writes. */
  holdAnew: (agreementId: string) => Promise<void>
  clock: () => Date
  newId: () => string
}

/** Makes other files of a Word file. Rejects with the refusals `office-failed` and `too-many-requests`. */
export type OfficeFiles = { convert(word: Uint8Array, to: OfficeFormat): Promise<Uint8Array> }

/** Who takes a file to work on, and in which words it speaks. */
export type ToWorkOn = { by: Participation; words: RemarkWords }

/** Ids of versions: the older one, and the newer one where that is not the text of now or a fixed version. */
export type Compared = { since: string; until?: string | undefined }

/** The whole agreement when nothing is said. */
export type WhichPaper = { toWorkOn?: ToWorkOn | null; variant?: ExportVariant; compared?: Compared | null }

/** What somebody is from now on, for connections that are open; null: not in it any more. */
export type ChangeMember = (
  agreementId: string,
  personId: string,
  member: ReturnType<typeof memberOf> | null,
) => void

export type StartedAgreement = { id: string; title: string; links: Link[]; messages: Message[] }

/** The use cases of agreements. Who may do what is checked before them, at the edge. */
export type Agreements = ReturnType<typeof createAgreements>

export function createAgreements(parts: AgreementParts) {
  return { ...starting(parts), ...reading(parts), ...joining(parts) }
}

function starting({ store, documents, library, clock, newId }: AgreementParts) {
  return {
    /**
     * Starts an agreement with its starter as facilitator, one link for another facilitator and one for the writers of
     * each party. Throws the refusals of `newBody`; rejects when it can not be kept.
     */
    async start(wanted: NewAgreement, starter: Caller): Promise<StartedAgreement> {
      const now = clock()
      const { value: body, messages } = newBody(wanted, library, newId, now.toISOString().slice(0, 10))
      const id = newId()
      const prepared = linksToBegin(body).map((link) =>
        prepareLink({ ...link, agreementId: id, createdBy: starter.personId }, now, newId),
      )
      // The text first: an agreement in the list always opens.
      await documents.create(id, asUpdate(body), starter.personId)
      await store.addAgreement(
        { id, createdBy: starter.personId, at: now.toISOString() },
        // Without a name of its own: a member's name follows the member.
        { ...facilitatorOf(id, starter.personId), name: '' },
        prepared.map(({ stored }) => stored),
      )
      return { id, title: drawTitle(body), links: prepared.map(({ link }) => link), messages }
    },
  }
}

function facilitatorOf(agreementId: string, personId: string) {
  return { agreementId, personId, partyId: null, role: 'facilitator', state: 'active', chosenBy: null }
}

function linksToBegin(body: AgreementBody): { partyId: string | null; role: Role }[] {
  return [
    { partyId: null, role: 'facilitator' },
    ...body.parties.map(({ id }) => ({ partyId: id, role: 'writer' as const })),
  ]
}

function asUpdate(body: AgreementBody): Uint8Array {
  const doc = newDocument()
  writeAgreement(doc, body)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function reading(parts: AgreementParts) {
  const {
    store,
    documents,
    files,
    themes,
    office,
    library,
    openItems,
    akkoordOf,
    fixing,
    versions,
    remarked,
    holdAnew,
    clock,
  } = parts
  const bodyOf = (id: string) => documents.read(id, (doc) => readAgreement(doc).value)

  async function known(id: string) {
    const stored = await store.maybeAgreement(id)
    if (!stored) throw new Refusal('unknown-agreement')
    return stored
  }

  const snapshot = async (id: string): Promise<Snapshot> => snapshotOf(await known(id), await bodyOf(id))

  async function snapshotOf(stored: StoredAgreement, body: AgreementBody): Promise<Snapshot> {
    const { id } = stored
    const people = (await store.everybodyIn(id)) as Participation[]
    const writers = await documents.writers(id)
    const empty = unresolvedPlaceholders(body, library.catalog)
    const open = await openItems(id)
    return toSnapshot(
      body,
      agreementRecord(stored, people, writers, empty, open, await akkoordOf(stored, body)),
    )
  }

  async function fileOfNow(id: string, format: FileFormat, variant: ExportVariant): Promise<AgreementFile> {
    const fixedOn = (await fixing.maybeFixing(id))?.at.slice(0, 10) ?? null
    const names = variant === 'public' ? (await store.everybodyIn(id)).map(({ name }) => name) : []
    const theme = await themes.now()
    const now = await snapshot(id)
    const guidance = variant === 'form' ? guidanceOf(now, library) : {}
    return files.write({
      ...{ snapshot: now, format, date: clock(), fixedOn, variant, names, theme, guidance },
    })
  }

  /** For who works on: the text of now, with what stands beside it. */
  async function fileToWorkOn({ by, words }: ToWorkOn): Promise<AgreementFile> {
    const stored = await known(by.agreementId)
    const { body, working } = await remarked(by, words)
    const snapshot = await snapshotOf(stored, body)
    const theme = await themes.now()
    return files.write({ snapshot, format: 'docx', date: clock(), working, theme })
  }

  async function written(
    id: string,
    format: FileFormat,
    version: number | null,
    { toWorkOn = null, variant = 'full', compared = null }: WhichPaper,
  ): Promise<AgreementFile> {
    if (compared !== null) return fileCompared(id, version, compared)
    if (variant === 'signing') return fileToSign(id, version)
    const isKept = format === 'docx' && variant === 'full'
    const fixed = isKept ? await fixing.maybeFixedFile(id, version) : null
    if (fixed) return wordFile(fixed)
    if (version !== null) throw new Refusal('unknown-version')
    return toWorkOn !== null && isKept ? fileToWorkOn(toWorkOn) : fileOfNow(id, format, variant)
  }

  /** The fixed text with its pages, as far as the office program can tell them. */
  async function fileToSign(id: string, version: number | null): Promise<AgreementFile> {
    const fixed = await fixing.maybeFixedFile(id, version)
    if (!fixed) throw new Refusal(version === null ? 'not-ready-to-sign' : 'unknown-version')
    const pdf = await office?.convert(fixed.bytes, 'pdf').catch(orWithoutPages)
    return files.write({ fixed, headings: pdf ? maybeHeadingPages(pdf) : null })
  }

  /** A version, or else a fixed one by its number, or else the text of now, laid beside an older version. */
  async function fileCompared(
    id: string,
    version: number | null,
    { since, until }: Compared,
  ): Promise<AgreementFile> {
    await known(id)
    const was = await versions.past(id, since)
    if (until !== undefined) return comparedWith(id, was, asSide(await versions.past(id, until)))
    if (version === null) return comparedWith(id, was, await sideOfNow(id))
    const at = await fixing.maybeFixedAt(id, version)
    if (at === null) throw new Refusal('unknown-version')
    return comparedWith(id, was, { ...asSide(await versions.pastFixed(id, at)), version })
  }

  async function comparedWith(agreementId: string, was: PastText, now: ComparedSide & { version: number }) {
    const { version, text } = now
    const about = { agreementId, version, date: new Date(text.at), theme: await themes.now() }
    return files.write({ was: asSide(was), now, ...about })
  }

  async function sideOfNow(id: string): Promise<ComparedSide & { version: number }> {
    const body = await snapshot(id)
    const { status, version } = body
    const fixedOn = (await fixing.maybeFixing(id))?.at.slice(0, 10) ?? null
    return { text: { kind: 'now', name: '', at: clock().toISOString() }, body, status, fixedOn, version }
  }

  /** Without the program nothing is written first. */
  async function officeFile(
    format: OfficeFormat,
    write: () => Promise<AgreementFile>,
  ): Promise<AgreementFile> {
    if (office === null) throw new Refusal('no-office')
    const word = await write()
    return madeOf(word, format, await office.convert(word.bytes, format))
  }

  return {
    exists: async (id: string): Promise<boolean> => (await store.maybeAgreement(id)) !== null,

    /** The snapshot of now. Throws a refusal `unknown-agreement`. */
    snapshot,

    /**
     * The agreement as a file; who took it with them stands in the log of acts. The Word file of a fixed text, and what is made of it, is the one
     * that was made when it was fixed; another paper of it is made anew. `compared` gives the Word file of what differs between two texts. `toWorkOn` gives a Word file of a text that is not fixed what is said and proposed. Rejects as
     * `FileWriter.write` and `OfficeFiles.convert` do, and with the refusals `no-office`,
     * `not-ready-to-sign`, and `unknown-version` (there is none, or not in this format).
     */
    async file(
      id: string,
      format: ExportFormat,
      personId: string,
      version: number | null = null,
      which: WhichPaper = {},
    ): Promise<AgreementFile> {
      const file = isOfficeFormat(format)
        ? await officeFile(format, () => written(id, 'docx', version, which))
        : await written(id, format, version, which)
      await store.addAct({ at: clock().toISOString(), kind: 'export', agreementId: id, personId })
      return file
    },

    isArchived: async (id: string): Promise<boolean> => (await store.holdOf(id)) === 'archived',

    /** Puts an agreement away, or takes it back, for all who take part in it: while it is away its text takes no writes. */
    async setArchived(id: string, personId: string, isArchived: boolean): Promise<void> {
      const at = clock().toISOString()
      await store.setArchived(id, isArchived ? at : null, { at, personId })
      await holdAnew(id)
    },
  }
}

/** A version that was kept when the text was fixed is no draft. */
function asSide({ kind, name, madeAt, body }: PastText): ComparedSide & { version: number } {
  const isFixed = kind === 'fixed'
  return {
    ...{ text: { kind, name, at: madeAt }, body, version: 0 },
    ...{ status: isFixed ? 'ready_to_sign' : 'draft', fixedOn: isFixed ? madeAt.slice(0, 10) : null },
  }
}

/** What the template says an article is for, by the id of the article. */
function guidanceOf({ articles }: Snapshot, { templates }: Library): Record<string, string> {
  const each = articles.flatMap(({ id, origin }) => {
    const from = origin && templates.get(origin.templateId)
    const guidance = from?.articles.find(({ key }) => key === origin?.key)?.guidance
    return guidance ? [[id, guidance.replace(/\s+/g, ' ').trim()] as const] : []
  })
  return Object.fromEntries(each)
}

/** A program that fails leaves the file as good as where there is none; too many who wait is worth another try. */
function orWithoutPages(error: unknown): null {
  if (error instanceof Refusal && error.problem === 'office-failed') return null
  throw error
}

function joining({ store, documents, changeMember, clock, newId }: AgreementParts) {
  const partiesOf = (id: string) => documents.read(id, (doc) => readAgreement(doc).value.parties)

  async function maybePresent(agreementId: string, personId: string): Promise<Present | null> {
    return (await store.maybeParticipant(agreementId, personId)) as Present | null
  }

  return {
    /** The part of somebody who takes part now; null for everybody else, who waits or was removed included. */
    async participation(agreementId: string, personId: string): Promise<Participation | null> {
      const present = await maybePresent(agreementId, personId)
      return present?.state === 'active' ? present : null
    },

    /** Those who take part now. */
    participants: async (agreementId: string) => (await store.participantsOf(agreementId)) as Present[],

    /** A new link. Throws a refusal `malformed-request` when the agreement has no such party, or for a link that would live too long. */
    async invite(invited: Invited): Promise<Link> {
      const parties = await partiesOf(invited.agreementId)
      if (invited.partyId !== null && !parties.some(({ id }) => id === invited.partyId))
        throw new Refusal('malformed-request', [unknownParty(invited.partyId, parties)])
      const now = clock()
      checkExpiry(invited, now)
      const { link, stored } = prepareLink(invited, now, newId)
      await store.addInvitation(stored)
      return link
    },

    /** What a link is for, with the names on it. Throws a refusal `invalid-invitation`. */
    async see(secret: string) {
      const { id: _, ...invitation } = await openInvitation(store, secret, clock())
      return describe(documents, invitation)
    },

    /** The link's purpose, without reading the agreement. Throws a refusal `invalid-invitation`. */
    invitation: (secret: string): Promise<OpenedInvitation> => openInvitation(store, secret, clock()),

    /** Gives the person the part that the link or code stands for. */
    async join(invitation: Invitation, person: Newcomer): Promise<Present> {
      const present = await maybePresent(invitation.agreementId, person.personId)
      const given = participationByLink(invitation, person, present)
      if (given === present) return given
      await store.putParticipant(given, clock().toISOString())
      // Somebody who is connected already comes in by another link.
      if (given.state === 'active') changeMember(given.agreementId, given.personId, memberOf(given))
      return given
    },
  }
}

/** What one is invited to, with the names on it. */
export async function describe(documents: LiveDocuments, invitation: Invitation) {
  const body = await documents.read(invitation.agreementId, (doc) => readAgreement(doc).value)
  const parties = body.parties.map(({ id, name, role }) => ({ id, name: name ?? '', role }))
  const partyName = parties.find(({ id }) => id === invitation.partyId)?.name || null
  return { ...invitation, title: drawTitle(body), partyName, parties }
}

function checkExpiry({ expiresAt }: Invited, now: Date): void {
  if (expiresAt === undefined) return
  const latest = latestExpiry(now)
  const asked = Date.parse(expiresAt)
  if (asked > now.getTime() && asked <= latest.getTime()) return
  const expected = `a moment after ${now.toISOString()} and not after ${latest.toISOString()}`
  const found = describeFound(expiresAt)
  throw new Refusal('malformed-request', [{ path: 'expiresAt', reason: 'out_of_range', expected, found }])
}

function unknownParty(partyId: string, parties: readonly { id: string }[]): Message {
  const expected = `one of ${parties.map(({ id }) => id).join(', ')}, or null`
  return { path: 'partyId', reason: 'unknown_party', expected, found: describeFound(partyId) }
}
