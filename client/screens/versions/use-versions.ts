import { useCallback } from 'react'
import type { z } from 'zod'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { canonical } from '../../../shared/agreement/canonical.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Version } from '../../../shared/protocol/endpoints-versions.ts'
import { call, callOrRecall } from '../../connection/index.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { type Loaded, useLoad } from '../load.ts'
import { type Followed, useFollowed } from '../use-followed.ts'

export type VersionList = z.output<(typeof endpoints.listVersions)['success']['body']>

/** The versions of an agreement, followed. */
export function useVersions(agreementId: string, open: OpenAgreement): Followed<VersionList> {
  const load = useCallback(
    () => callOrRecall(agreementId, endpoints.listVersions, { params: { id: agreementId } }),
    [agreementId],
  )
  return useFollowed(open.live, 'versions', load)
}

export type PastVersion = { version: Version; body: AgreementBody }

/** What a version says, fetched when somebody looks at it. */
export function usePast(agreementId: string, versionId: string): Loaded<PastVersion> {
  return useLoad(useCallback(() => loadPast(agreementId, versionId), [agreementId, versionId]))
}

/** Fetches what a version says. Rejects as `call` does. */
export async function loadPast(agreementId: string, versionId: string): Promise<PastVersion> {
  const { version, body } = await call(endpoints.getVersion, { params: { id: agreementId, versionId } })
  return { version, body: canonical(body as unknown as AgreementBody) }
}
