import * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { maybeArticle } from '../../shared/document/read-article.ts'
import { restoreAgreement, restoreArticle, restoreText } from '../../shared/document/restore.ts'
import { MOST_VERSIONS, type Version, type VersionKind } from '../../shared/protocol/endpoints-versions.ts'
import { sha256 } from '../../shared/support/sha256.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { mayMakeVersions, mayRemoveVersion, mayRestoreAll } from '../access/versions.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { StoredVersion, VersionStore } from '../storage/versions.ts'
import type { LiveDocuments } from './live-documents.ts'
import type { PastArticles } from './past-articles.ts'
import { createSideThread } from './side-thread.ts'
import type { VersionJob } from './version-thread.ts'

export type VersionParts = {
  store: VersionStore
  agreements: Pick<AgreementStore, 'knownBy'>
  documents: Pick<LiveDocuments, 'read' | 'edit'>
  past: Pick<PastArticles, 'maybeArticleAt'>
  clock: () => Date
  newId: () => string
  /** Tells everybody in the agreement that there is something to fetch. */
  tell: (agreementId: string) => void
}

/** What is kept of all versions of one agreement together: a long agreement with its past is some hundred kilobytes. */
const BOUNDS = { ...MOST_VERSIONS, ever: 20 * MOST_VERSIONS.named, bytes: 128 * 1024 * 1024 }
/** Time (ms) and memory (MB) for reading one version, and how many may wait for it. */
const READING = { time: 30_000, memory: 1024, waiting: 8 }

/** Moments of an agreement that are kept whole: by people under a name, and by the program before it changes much at once. */
export type Versions = ReturnType<typeof createVersions>

export function createVersions(parts: VersionParts) {
  const reader = createSideThread<VersionJob, AgreementBody>(
    new URL('./version-thread.ts', import.meta.url),
    null,
    READING,
  )
  const keep = keeping(parts)
  return {
    ...seeing(parts, reader.run),
    ...making(parts, keep),
    ...restoring(parts, keep, reader.run),
    close: reader.close,
  }
}

type Read = (job: VersionJob) => Promise<AgreementBody>
type Moment = { update: Uint8Array; hash: string }

/** The document as it is, and the hash of what it says. */
function momentOf(doc: Y.Doc): Moment {
  return {
    update: Y.encodeStateAsUpdate(doc),
    hash: sha256(JSON.stringify(readAgreement(doc).value)),
  }
}

function keeping({ store, documents, clock, tell }: VersionParts) {
  /**
   * Keeps the agreement as it is now. `id` makes it repeatable. Throws the refusals `too-many-versions`, and `unknown-version` when this one was
   * removed since it was first sent.
   */
  return async (
    agreementId: string,
    wanted: { id: string; kind: VersionKind; name: string; personId: string; articleId?: string | null },
  ): Promise<{ version: StoredVersion; isKnown: boolean }> => {
    const moment = await documents.read(agreementId, momentOf)
    const { id, kind, name, personId, articleId = null } = wanted
    const made = { id, kind, name, madeBy: personId, madeAt: clock().toISOString(), articleId }
    const added = await store.addVersion(agreementId, { ...made, ...moment }, BOUNDS)
    if (added === 'too-many') throw new Refusal('too-many-versions')
    const version = added === 'removed' ? null : await store.maybeVersion(agreementId, id)
    if (version === null) throw new Refusal('unknown-version')
    tell(agreementId)
    return { version, isKnown: added === 'known' }
  }
}

/** A version as it was, why it was kept, and when. */
export type PastText = Pick<StoredVersion, 'kind' | 'name' | 'madeAt'> & { body: AgreementBody }
const pick = ({ kind, name, madeAt }: StoredVersion) => ({ kind, name, madeAt })

type Keep = ReturnType<typeof keeping>

function seeing({ store, agreements }: VersionParts, read: Read) {
  return {
    /** All versions, the newest first. Whoever calls takes part. */
    async list(participation: Participation) {
      const { agreementId } = participation
      return {
        mayMake: mayMakeVersions(participation),
        mayLead: mayRestoreAll(participation),
        versions: await withNames(agreements, agreementId, await store.versionsOf(agreementId)),
      }
    },

    /** A version with all that it says. Throws the refusals `unknown-version`, and `too-many-requests` when too many are being read. */
    async see({ agreementId }: Participation, id: string) {
      const { stored, update } = await known(store, agreementId, id)
      const [version] = await withNames(agreements, agreementId, [stored])
      if (version === undefined) throw new Refusal('unknown-version')
      return { version, body: await read({ update }) }
    },

    /** What a version says, for a paper of it. Whoever asks may read the agreement. Throws as `see` does. */
    async past(agreementId: string, id: string): Promise<PastText> {
      const { stored, update } = await known(store, agreementId, id)
      return { ...pick(stored), body: await read({ update }) }
    },

    /** What was fixed at a moment (ISO): the version that was kept just before. Throws as `see` does. */
    async pastFixed(agreementId: string, at: string): Promise<PastText> {
      const all = await store.versionsOf(agreementId)
      const stored = all.find(({ kind, madeAt }) => kind === 'fixed' && madeAt <= at)
      const update = stored && (await store.maybeUpdate(agreementId, stored.id))
      if (!stored || !update) throw new Refusal('unknown-version')
      return { ...pick(stored), body: await read({ update }) }
    },
  }
}

function making({ store, agreements, clock, newId, tell }: VersionParts, keep: Keep) {
  return {
    /** Names the agreement as it is now. Throws the refusals `not-allowed`, `too-many-versions` and `unknown-version`. */
    async name(participation: Participation, id: string, name: string): Promise<Version> {
      if (!mayMakeVersions(participation)) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      const { version } = await keep(agreementId, { id, kind: 'named', name, personId })
      return named(agreements, agreementId, version)
    },

    /**
     * Keeps the agreement as it is now because the program is about to change it, or has fixed it; `personId` is whose doing that is. Whoever calls
     * checked that. Gives the id of the version.
     */
    async makeVersion(
      agreementId: string,
      kind: Exclude<VersionKind, 'named'>,
      personId: string,
      id: string = newId(),
    ): Promise<string> {
      return (await keep(agreementId, { id, kind, name: '', personId })).version.id
    },

    /** Removes a version. Throws the refusals `not-allowed` and `unknown-version`. */
    async remove(participation: Participation, id: string): Promise<void> {
      if (!mayMakeVersions(participation)) throw new Refusal('not-allowed')
      const { agreementId } = participation
      const version = await store.maybeVersion(agreementId, id)
      if (version !== null && !mayRemoveVersion(participation, version)) throw new Refusal('not-allowed')
      const at = clock().toISOString()
      if (!(await store.removeVersion(agreementId, id, at))) throw new Refusal('unknown-version')
      tell(agreementId)
    },
  }
}

function restoring(parts: VersionParts, keep: Keep, read: Read) {
  const { store, documents, past } = parts
  const putBack = puttingBack(parts, keep)
  return {
    /**
     * Makes the agreement, or one article of it, say again what a version says: one new change in the name of who asks. What stood there is kept as
     * a version first, under the id of the command: asked again, nothing is done twice. Throws the refusals `not-allowed` and `unknown-version`, the
     * latter also for an article that was not in it.
     */
    async restore(
      participation: Participation,
      versionId: string,
      { id, articleId }: { id: string; articleId: string | null },
    ): Promise<Version> {
      const may = articleId === null ? mayRestoreAll : mayMakeVersions
      if (!may(participation)) throw new Refusal('not-allowed')
      const { update } = await known(store, participation.agreementId, versionId)
      const body = await read({ update })
      if (articleId !== null && ![...body.articles, ...body.annexes].some((text) => text.id === articleId))
        throw new Refusal('unknown-version')
      return putBack(participation, { id, articleId }, (doc) => {
        if (articleId === null) restoreAgreement(doc, body)
        else restoreText(doc, body, articleId)
      })
    },

    /**
     * The same for an article or annex that is there, as it was at a moment (ISO 8601). Throws the refusals `not-allowed`, and `unknown-moment` when
     * it was not there then, or is not now.
     */
    async restoreArticleAt(
      participation: Participation,
      articleId: string,
      { id, moment }: { id: string; moment: string },
    ): Promise<Version> {
      if (!mayMakeVersions(participation)) throw new Refusal('not-allowed')
      const { agreementId } = participation
      const then = await past.maybeArticleAt(agreementId, articleId, Date.parse(moment))
      const isHere = await documents.read(agreementId, (doc) => maybeArticle(doc, articleId) !== null)
      if (then === null || !isHere) throw new Refusal('unknown-moment')
      return putBack(participation, { id, articleId }, (doc) => {
        restoreArticle(doc, articleId, then)
      })
    },
  }
}

/** Keeps what stands there, changes it, and only then tells that it was put back: what others are told of has happened. */
function puttingBack({ store, agreements, documents, clock, tell }: VersionParts, keep: Keep) {
  return async (
    { agreementId, personId }: Participation,
    { id, articleId }: { id: string; articleId: string | null },
    change: (doc: Y.Doc) => void,
  ): Promise<Version> => {
    const kept = await keep(agreementId, { id, kind: 'before-restore', name: '', personId, articleId })
    if (kept.isKnown && kept.version.isFollowed) return named(agreements, agreementId, kept.version)
    const before = await changeNow(agreementId, personId, change)
    const isOther = before !== null && before.hash !== kept.version.hash
    await store.follow(agreementId, id, clock().toISOString(), isOther ? before : null)
    tell(agreementId)
    const hash = before?.hash ?? kept.version.hash
    return named(agreements, agreementId, { ...kept.version, hash, isFollowed: true })
  }

  /** Gives what stood there at the very moment of the change: others may have written since the version was kept. */
  async function changeNow(
    agreementId: string,
    personId: string,
    change: (doc: Y.Doc) => void,
  ): Promise<Moment | null> {
    let before: Moment | null = null
    await documents.edit(agreementId, personId, (doc) => {
      before = momentOf(doc)
      change(doc)
    })
    return before
  }
}

async function known(store: VersionStore, agreementId: string, id: string) {
  const stored = await store.maybeVersion(agreementId, id)
  const update = stored && (await store.maybeUpdate(agreementId, id))
  if (!stored || !update) throw new Refusal('unknown-version')
  return { stored, update }
}

async function named(
  agreements: Pick<AgreementStore, 'knownBy'>,
  agreementId: string,
  stored: StoredVersion,
): Promise<Version> {
  const [version] = await withNames(agreements, agreementId, [stored])
  return version ?? shown(stored, '')
}

async function withNames(
  agreements: Pick<AgreementStore, 'knownBy'>,
  agreementId: string,
  versions: readonly StoredVersion[],
): Promise<Version[]> {
  const known = await agreements.knownBy(agreementId, [...new Set(versions.map(({ madeBy }) => madeBy))])
  const names = new Map(known.map(({ personId, name }) => [personId, name]))
  return versions.map((version) => shown(version, names.get(version.madeBy) ?? ''))
}

function shown({ articleId, isFollowed, ...version }: StoredVersion, madeByName: string): Version {
  const isPutBack = version.kind === 'before-restore' && isFollowed
  return { ...version, madeByName, putBack: isPutBack ? { articleId } : null }
}
