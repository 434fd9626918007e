import type { IncomingHttpHeaders } from 'node:http'
import { CLOSE } from '../../shared/protocol/live.ts'
import { mayRead, memberOf } from '../access/participation.ts'
import { mayChange, reachesDocument } from '../access/token-bounds.ts'
import type { Agreements } from '../agreements/agreements.ts'
import type { People } from '../people/people.ts'
import { maybeCaller, maybeSessionSecret } from './credentials.ts'
import type { Authorise } from './live-entry.ts'

type LiveParts = { people: People; agreements: Agreements }
/**
 * Lets a live connection in, or names the close code: 4401 not known, 4403 not allowed, 4404 no such document.
 */
export function authoriseLive({ people, agreements }: LiveParts): Authorise {
  return async (headers, documentId) => {
    const caller = await maybeCaller(headers, people)
    if (!caller) return { close: CLOSE.notKnown }
    const { bounds } = caller
    if (!reachesDocument(bounds, documentId)) return { close: CLOSE.notAllowed }
    const participation = await agreements.participation(documentId, caller.personId)
    if (mayRead(participation)) {
      const name = participation.name || caller.name
      const cameWith = bounds
        ? { token: bounds.tokenId, readsOnly: !mayChange(bounds) }
        : { session: people.sessionHash(maybeSessionSecret(headers) ?? '') }
      return { documentId, member: { ...memberOf({ ...participation, name }), ...cameWith } }
    }
    return { close: (await agreements.exists(documentId)) ? CLOSE.notAllowed : CLOSE.noSuchDocument }
  }
}

/**
 * Whose a line is, by the request: the person's, or that of one token, so that none goes on with what another one was made for. Null when
 * neither cookie nor token proves anything.
 */
export function personOfRequest({ people }: Pick<LiveParts, 'people'>) {
  return async (headers: IncomingHttpHeaders): Promise<string | null> => {
    const caller = await maybeCaller(headers, people)
    if (!caller) return null
    return caller.bounds ? `${caller.personId} ${caller.bounds.tokenId}` : caller.personId
  }
}
