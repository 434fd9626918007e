import { useCallback } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type Catalog, catalog } from '../../../shared/template/catalog.ts'
import { CallFailed, callOrRecall, rememberPerson } from '../../connection/index.ts'
import { type Loaded, useLoad } from '../load.ts'

type Participants = z.output<(typeof endpoints.getParticipants)['success']['body']>

/** What is fetched once for an agreement: who you are in it, and the words of the catalogue. */
export type Surroundings = { you: Participants['you']; catalog: Catalog }

/** Fetches what is around an agreement, or takes what this device has of it: for the paper and the screens beside it. */
export function useSurroundings(agreementId: string): Loaded<Surroundings> {
  return useLoad(useCallback(() => loadSurroundings(agreementId), [agreementId]))
}

async function loadSurroundings(agreementId: string): Promise<Surroundings> {
  const [{ you }, words] = await Promise.all([
    callOrRecall(agreementId, endpoints.getParticipants, { params: { id: agreementId } }),
    callOrRecall(agreementId, endpoints.getCatalog, {}),
  ])
  void rememberPerson(you.personId)
  const parsed = catalog.safeParse(words)
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return { you, catalog: parsed.data }
}
