import { useCallback, useMemo } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type Catalog, catalog } from '../../../shared/template/catalog.ts'
import { CallFailed, callOrRecall, rememberPerson } from '../../connection/index.ts'
import { type Loaded, useLoad } from '../load.ts'
import { loadParticipants, type Participants, useParticipants } from './participants-now.ts'
import { themeAtHand } from './theme-at-hand.ts'

/** What is fetched once for an agreement: who you are in it, and the words of the catalogue. */
export type Surroundings = { you: Participants['you']; catalog: Catalog }

/**
 * Fetches what is around an agreement, or takes what this device has of it: for the paper and the screens beside it. Who you are in it
 * follows what the server says of it.
 */
export function useSurroundings(agreementId: string): Loaded<Surroundings> {
  const loaded = useLoad(useCallback(() => loadSurroundings(agreementId), [agreementId]))
  const you = useParticipants(agreementId)?.you
  return useMemo(() => {
    if (loaded.state !== 'ready' || you === undefined) return loaded
    return { ...loaded, value: { ...loaded.value, you } }
  }, [loaded, you])
}

async function loadSurroundings(agreementId: string): Promise<Surroundings> {
  const [{ you }, words] = await Promise.all([
    loadParticipants(agreementId),
    callOrRecall(agreementId, endpoints.getCatalog, {}),
  ])
  void rememberPerson(you.personId)
  void themeAtHand(agreementId)
  const parsed = catalog.safeParse(words)
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return { you, catalog: parsed.data }
}
