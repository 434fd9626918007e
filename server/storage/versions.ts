import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { Generated, Kysely, Transaction } from 'kysely'
import type { VersionKind } from '../../shared/protocol/endpoints-versions.ts'

export type VersionTables = {
  version: {
    seq: Generated<number>
    agreement_id: string
    version_id: string
    kind: string
    name: string
    made_by: string
    made_at: string
    hash: string
    article_id: string | null
    bytes: Uint8Array | null
    size: number
    followed_at: string | null
    removed_at: string | null
  }
}

export type NewVersion = {
  id: string
  kind: VersionKind
  name: string
  madeBy: string
  madeAt: string
  hash: string
  /** The article or annex before whose putting back it was kept; null for all of it, and for what was kept for something else. */
  articleId: string | null
  /** The whole document as one Yjs update. */
  update: Uint8Array
}
/** `isFollowed`: that was done before which the version was kept. */
export type StoredVersion = Omit<NewVersion, 'update'> & { isFollowed: boolean }

/**
 * How many versions people may name, how many of each kind are kept by the program before the oldest goes, how many there may ever have been, and
 * how many compressed bytes all of them together may take.
 */
export type VersionBounds = { named: number; ownOfKind: number; ever: number; bytes: number }

/** What became of a version that was sent: kept now, kept before, removed since, or one too many. */
export type VersionAdded = 'kept' | 'known' | 'removed' | 'too-many'

const pack = promisify(zstdCompress)
const unpack = promisify(zstdDecompress)

/** The versions of agreements. Whoever calls checked who may. */
export type VersionStore = ReturnType<typeof versionStore>

export function versionStore(db: Kysely<VersionTables>) {
  const living = (agreementId: string) =>
    db
      .selectFrom('version')
      .select([
        ...(['version_id', 'kind', 'name', 'made_by', 'made_at', 'hash'] as const),
        ...(['article_id', 'followed_at'] as const),
      ])
      .where('agreement_id', '=', agreementId)
      .where('removed_at', 'is', null)

  return {
    /** The versions of an agreement without what is in them, the newest first. */
    async versionsOf(agreementId: string): Promise<StoredVersion[]> {
      return (await living(agreementId).orderBy('seq', 'desc').execute()).map(versionOf)
    },

    async maybeVersion(agreementId: string, id: string): Promise<StoredVersion | null> {
      const row = await living(agreementId).where('version_id', '=', id).executeTakeFirst()
      return row ? versionOf(row) : null
    },

    /** The whole document as it was, as one Yjs update; null when there is no such version. */
    async maybeUpdate(agreementId: string, id: string): Promise<Uint8Array | null> {
      const row = await db
        .selectFrom('version')
        .select('bytes')
        .where('agreement_id', '=', agreementId)
        .where('version_id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return row?.bytes ? new Uint8Array(await unpack(row.bytes)) : null
    },

    /** Keeps a version, unless one with this id is or was there already. Of what the program keeps by itself the oldest gives way. */
    async addVersion(agreementId: string, version: NewVersion, bounds: VersionBounds): Promise<VersionAdded> {
      const bytes = new Uint8Array(await pack(version.update))
      return db.transaction().execute(async (tx) => {
        const rows = await tx
          .selectFrom('version')
          .select(['version_id', 'kind', 'size', 'removed_at'])
          .where('agreement_id', '=', agreementId)
          .orderBy('seq')
          .execute()
        const known = rows.find(({ version_id }) => version_id === version.id)
        if (known) return known.removed_at === null ? 'known' : 'removed'
        const alive = rows.filter(({ removed_at }) => removed_at === null)
        const going = alive.filter(({ kind }) => givesWay(kind) && kind === version.kind)
        const gone = going.slice(0, Math.max(0, going.length + 1 - bounds.ownOfKind))
        const left = alive.filter((row) => !gone.includes(row))
        const size = left.reduce((sum, row) => sum + row.size, bytes.length)
        const isNamed = version.kind === 'named'
        const named = alive.filter(({ kind }) => kind === 'named').length
        if (isNamed && (named >= bounds.named || rows.length >= bounds.ever)) return 'too-many'
        if (isNamed && size > bounds.bytes) return 'too-many'
        for (const row of gone) await removeRow(tx, agreementId, row.version_id, version.madeAt)
        const { id, kind, name, madeBy, madeAt, hash, articleId } = version
        await tx
          .insertInto('version')
          .values({
            ...{ agreement_id: agreementId, version_id: id, kind, name, hash, bytes, size: bytes.length },
            ...{ made_by: madeBy, made_at: madeAt, followed_at: null, removed_at: null },
            article_id: articleId,
          })
          .execute()
        return 'kept'
      })
    },

    /** That was done before which the version was kept; `exact` is what stood there at that moment, where others wrote in between. */
    async follow(
      agreementId: string,
      id: string,
      at: string,
      exact: Pick<NewVersion, 'update' | 'hash'> | null,
    ): Promise<void> {
      const bytes = exact && new Uint8Array(await pack(exact.update))
      await db
        .updateTable('version')
        .set({ followed_at: at, ...(exact && bytes ? { bytes, size: bytes.length, hash: exact.hash } : {}) })
        .where('agreement_id', '=', agreementId)
        .where('version_id', '=', id)
        .where('removed_at', 'is', null)
        .execute()
    },

    /** Removes a version with all that is in it. False when there never was one. */
    async removeVersion(agreementId: string, id: string, at: string): Promise<boolean> {
      return db.transaction().execute((tx) => removeRow(tx, agreementId, id, at))
    },
  }
}

/** What the program keeps by itself does not pile up; what somebody named, and a text that was fixed, stays until it is removed. */
const givesWay = (kind: string): boolean => kind === 'before-restore' || kind === 'before-import'

async function removeRow(
  tx: Transaction<VersionTables>,
  agreementId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const mine = await tx
    .selectFrom('version')
    .select('removed_at')
    .where('agreement_id', '=', agreementId)
    .where('version_id', '=', id)
    .executeTakeFirst()
  if (!mine) return false
  if (mine.removed_at === null)
    await tx
      .updateTable('version')
      .set({ name: '', bytes: null, size: 0, hash: '', removed_at: at })
      .where('agreement_id', '=', agreementId)
      .where('version_id', '=', id)
      .execute()
  return true
}

type Row = Pick<
  VersionTables['version'],
  'version_id' | 'kind' | 'name' | 'made_by' | 'made_at' | 'hash' | 'article_id' | 'followed_at'
>

function versionOf({ version_id, kind, name, hash, ...row }: Row): StoredVersion {
  return {
    ...{ id: version_id, kind: kind as VersionKind, name, madeBy: row.made_by, madeAt: row.made_at, hash },
    articleId: row.article_id,
    isFollowed: row.followed_at !== null,
  }
}
