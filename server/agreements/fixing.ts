import { createHash } from 'node:crypto'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { textHash } from '../../shared/outline/text-hash.ts'
import type { FixingView } from '../../shared/protocol/endpoints-fixing.ts'
import type { Hold } from '../../shared/protocol/live.ts'
import { mayAgreeFor } from '../access/consents.ts'
import { mayLead, type Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { FixingStore, StoredFixing } from '../storage/fixing.ts'
import type { AkkoordOf } from './akkoord.ts'
import type { FileWriter } from './file-writer.ts'
import type { InTurn } from './in-turn.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'
import type { Themes } from './themes.ts'

export type FixingParts = {
  store: FixingStore
  agreements: Pick<AgreementStore, 'maybeAgreement' | 'holdOf' | 'knownBy'>
  documents: Pick<LiveDocuments, 'read' | 'settled'>
  files: Pick<FileWriter, 'write'>
  /** How a paper that is made now looks. */
  themes: Pick<Themes, 'now'>
  library: Pick<Library, 'catalog'>
  akkoordOf: AkkoordOf
  snapshotOf: (agreementId: string) => Promise<Snapshot>
  /** Has the text ask anew (`Holds`) whether it takes writes. */
  holdAnew: (agreementId: string) => Promise<void>
  holds: Holds
  /** Keeps the text beside its file, to look at and compare with later. */
  keepVersion: (agreementId: string, personId: string) => Promise<unknown>
  turn: InTurn
  clock: () => Date
  /** Tells everybody who is connected that the text is fixed, or opened, or asked to be. */
  tell: (agreementId: string) => void
}

/** Why texts take no writes: what is kept, and those that are being fixed at this moment. */
export type Holds = ReturnType<typeof createHolds>

export function createHolds(agreements: Pick<AgreementStore, 'holdOf'>) {
  const beingFixed = new Set<string>()
  return {
    beingFixed,
    holdOf: async (agreementId: string): Promise<Hold | null> =>
      beingFixed.has(agreementId) ? 'fixed' : agreements.holdOf(agreementId),
  }
}

/** Fixing a text, and opening it again when every party agrees to that. */
export type Fixing = ReturnType<typeof createFixing>

export function createFixing(parts: FixingParts) {
  const { store, agreements, documents, turn, clock, tell, holdAnew } = parts

  async function view(agreementId: string): Promise<FixingView> {
    const fixing = await store.maybeFixing(agreementId)
    return { fixing: fixing && (await presented(parts, agreementId, fixing)) }
  }

  /** Throws a refusal `not-fixed`. */
  async function standing(agreementId: string): Promise<StoredFixing> {
    const fixing = await store.maybeFixing(agreementId)
    if (!fixing) throw new Refusal('not-fixed')
    return fixing
  }

  const done = ({ agreementId, personId }: Participation) => ({
    ...{ agreementId, by: personId, at: clock().toISOString() },
  })

  return {
    view: ({ agreementId }: Participation) => view(agreementId),

    /** The Word file of a version; without one, of the text that is fixed now. Null when there is none. */
    file: store.maybeFixedFile,

    /**
     * Fixes the text as it is kept. First nobody may write any more, then what is on its way to the disk is waited for, and of what stands there
     * then the file is made: so every word that somebody was told is kept is in it, and every later one was refused. Throws the refusals `not-allowed`,
     * `agreement-fixed`, `too-many-versions`, and `not-all-agreed` when a party has not said yes to everything and no decision says why that is so.
     */
    fix: async (by: Participation, decision: string): Promise<FixingView> => {
      if (!mayLead(by)) throw new Refusal('not-allowed')
      const { agreementId } = by
      return turn(agreementId, async () => {
        const { holds } = parts
        if ((await agreements.holdOf(agreementId)) === 'fixed') throw new Refusal('agreement-fixed')
        await checkAgreed(parts, agreementId, decision)
        holds.beingFixed.add(agreementId)
        try {
          await holdAnew(agreementId)
          await documents.settled(agreementId)
          const isAgreed = await checkAgreed(parts, agreementId, decision)
          await parts.keepVersion(agreementId, by.personId)
          await keepFixed(parts, by, isAgreed ? '' : decision)
        } finally {
          holds.beingFixed.delete(agreementId)
          await holdAnew(agreementId)
        }
        tell(agreementId)
        return view(agreementId)
      })
    },

    /** Asks every party whether the text may be opened, or takes that back. Throws the refusals `not-allowed` and `not-fixed`. */
    ask: async (
      by: Participation,
      { ask, reason }: { ask: boolean; reason: string },
    ): Promise<FixingView> => {
      if (!mayLead(by)) throw new Refusal('not-allowed')
      return turn(by.agreementId, async () => {
        const { version } = await standing(by.agreementId)
        await store.askOpening(version, ask ? reason : null, done(by))
        tell(by.agreementId)
        return view(by.agreementId)
      })
    },

    /** A party says that the text may be opened; when every party did, it is. Throws the refusals `not-allowed` and `not-fixed`. */
    agree: async (by: Participation, partyId: string): Promise<FixingView> => {
      if (!mayAgreeFor(by, partyId)) throw new Refusal('not-allowed')
      const { agreementId } = by
      return turn(agreementId, async () => {
        const { version, asked } = await standing(agreementId)
        if (asked === null) throw new Refusal('not-fixed')
        await store.addYes(version, partyId, done(by))
        const said = new Set([...asked.parties, partyId])
        const body = await documents.read(agreementId, (doc) => readAgreement(doc).value)
        if (partiesIn(body).every((id) => said.has(id))) {
          await store.openAgain(version, done(by))
          await holdAnew(agreementId)
        }
        tell(agreementId)
        return view(agreementId)
      })
    },
  }
}

const partiesIn = ({ parties }: AgreementBody): string[] =>
  parties.filter(({ leftOn }) => !leftOn).map(({ id }) => id)

/** Whether every party said yes to everything. Throws a refusal `not-all-agreed` when not, and no decision says why it is fixed all the same. */
async function checkAgreed(
  { agreements, documents, akkoordOf }: FixingParts,
  agreementId: string,
  decision: string,
): Promise<boolean> {
  const stored = await agreements.maybeAgreement(agreementId)
  if (!stored) throw new Refusal('unknown-agreement')
  const body = await documents.read(agreementId, (doc) => readAgreement(doc).value)
  const isAgreed = (await akkoordOf(stored, body)).status === 'agreed'
  if (!isAgreed && decision === '') throw new Refusal('not-all-agreed')
  return isAgreed
}

async function keepFixed(parts: FixingParts, by: Participation, decision: string): Promise<void> {
  const { store, files, themes, library, snapshotOf, clock } = parts
  const { agreementId, personId } = by
  const date = clock()
  const draft = await snapshotOf(agreementId)
  const version = draft.version + 1
  const snapshot: Snapshot = { ...draft, status: 'ready_to_sign', version }
  const fixedOn = date.toISOString().slice(0, 10)
  const file = await files.write({ snapshot, format: 'docx', date, fixedOn, theme: await themes.now() })
  const { value } = buildOutline(snapshot, library.catalog, { status: snapshot.status, fixedOn })
  const fixing = {
    ...{ version, decision, file: { bytes: file.bytes, name: file.name } },
    fileHash: sha256(file.bytes),
    textHash: textHash(value),
  }
  await store.addFixing(fixing, { agreementId, by: personId, at: date.toISOString() })
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

async function presented(
  { agreements }: FixingParts,
  agreementId: string,
  { version, at, by, decision, fileHash, textHash, asked }: StoredFixing,
) {
  const people = await agreements.knownBy(agreementId, asked === null ? [by] : [by, asked.by])
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? ''
  return {
    ...{ version, at, decision, fileHash, textHash, name: nameOf(by) },
    opening: asked && {
      ...{ at: asked.at, name: nameOf(asked.by), reason: asked.reason, agreedPartyIds: asked.parties },
    },
  }
}
