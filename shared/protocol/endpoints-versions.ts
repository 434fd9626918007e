import { z } from 'zod'
import { clientMadeId } from './client-made-id.ts'
import { endpoint } from './endpoint.ts'

const id = z.string().min(1).max(80)
const agreementId = z.object({ id })
const aVersion = agreementId.extend({ versionId: id })

/** The length of the name of a version. */
export const VERSION_NAME = 100
/** As many versions as people name in one agreement, and as many as Handslag keeps by itself of each kind; of those the oldest go. */
export const MOST_VERSIONS = { named: 200, ownOfKind: 50 } as const

/** Why a version was kept: somebody named it, or Handslag kept it before a restore or an import, or when the text was fixed. */
export const VERSION_KINDS = ['named', 'before-restore', 'before-import', 'fixed'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

export const version = z.object({
  id: z.string(),
  kind: z.enum(VERSION_KINDS),
  /** Empty for one that Handslag kept by itself. */
  name: z.string(),
  /** Who named it, or whose doing made Handslag keep it. */
  madeBy: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
  /** Of all that it says (SHA-256, hexadecimal): two with the same one say the same. */
  hash: z.string(),
  /**
   * What was put back, once that was done before which this was kept: an article or annex, or all of it (null in it). Null when nothing was.
   * Absent from answers that an older server gave.
   */
  putBack: z.object({ articleId: z.string().nullable() }).nullable().default(null),
})
export type Version = z.infer<typeof version>

const seeing = ['not-signed-in', 'not-allowed', 'unknown-agreement', 'malformed-request'] as const
const changing = [...seeing, 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const

/** Moments of an agreement that are kept whole, to look at, to compare and to go back to. */
export const versionEndpoints = {
  listVersions: endpoint({
    name: 'listVersions',
    method: 'GET',
    path: '/api/v1/agreements/:id/versions',
    summary: 'The versions of an agreement, the newest first, with who made each and when',
    access: 'agreement',
    params: agreementId,
    success: {
      status: 200,
      body: z.object({
        /** May name a version, and put an article back. */
        mayMake: z.boolean(),
        /** May put everything back, and remove versions of others. */
        mayLead: z.boolean(),
        versions: z.array(version),
      }),
    },
    problems: seeing,
  }),
  makeVersion: endpoint({
    name: 'makeVersion',
    method: 'POST',
    path: '/api/v1/agreements/:id/versions',
    summary: 'Keep the agreement as it is now, under a name; sending it twice keeps it once',
    access: 'agreement',
    params: agreementId,
    perMinute: 30,
    body: z.object({ id: clientMadeId, name: z.string().trim().min(1).max(VERSION_NAME) }),
    success: { status: 201, body: version },
    problems: [...changing, 'too-many-versions', 'unknown-version'],
  }),
  getVersion: endpoint({
    name: 'getVersion',
    method: 'GET',
    path: '/api/v1/agreements/:id/versions/:versionId',
    summary: 'A version with all that it says: the body of the snapshot of then',
    access: 'agreement',
    params: aVersion,
    perMinute: 60,
    success: {
      status: 200,
      body: z.object({
        version,
        /** See `shared/agreement/agreement.ts`. */
        body: z.record(z.string(), z.unknown()),
      }),
    },
    problems: [...seeing, 'unknown-version', 'too-many-requests'],
  }),
  restoreVersion: endpoint({
    name: 'restoreVersion',
    method: 'POST',
    path: '/api/v1/agreements/:id/versions/:versionId/restore',
    summary:
      'Make the agreement, or one article of it, say again what a version says, as one new change; what stood there is kept as a version first',
    access: 'agreement',
    params: aVersion,
    perMinute: 30,
    body: z.object({
      /** Made by who asks: asked again after a bad connection it is done once. */
      id: clientMadeId,
      /** An article or annex; null for all of it. */
      articleId: id.nullable(),
    }),
    success: {
      status: 200,
      body: z.object({
        /** The version with what stood there just before. */
        before: version,
      }),
    },
    problems: [...changing, 'unknown-version'],
  }),
  restoreArticleAt: endpoint({
    name: 'restoreArticleAt',
    method: 'POST',
    path: '/api/v1/agreements/:id/articles/:articleId/restore',
    summary:
      'Make an article or annex that is there say again what it said at a moment, as one new change; what stood there is kept as a version first',
    access: 'agreement',
    params: agreementId.extend({ articleId: id }),
    perMinute: 30,
    body: z.object({
      /** Made by who asks: asked again after a bad connection it is done once. */
      id: clientMadeId,
      moment: z.iso.datetime({ offset: true }),
    }),
    success: { status: 200, body: z.object({ before: version }) },
    problems: [...changing, 'unknown-moment', 'unknown-version'],
  }),
  removeVersion: endpoint({
    name: 'removeVersion',
    method: 'DELETE',
    path: '/api/v1/agreements/:id/versions/:versionId',
    summary:
      'Remove a version, for who leads and, of one with a name, for who made it; that of a fixed text stays. Doing it twice does it once',
    access: 'agreement',
    params: aVersion,
    success: { status: 204 },
    problems: [...changing, 'unknown-version'],
  }),
} as const
