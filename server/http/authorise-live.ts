import type { IncomingMessage } from 'node:http'
import { CLOSE, SYNC_PATH } from '../../shared/protocol/live.ts'
import { isOwnOrigin } from '../access/origin.ts'
import { mayRead, mayWrite } from '../access/participation.ts'
import type { Agreements } from '../agreements/agreements.ts'
import type { People } from '../people/people.ts'
import type { Member } from '../rooms/member.ts'
import { maybeCaller } from './credentials.ts'
import type { Site } from './parts.ts'

type LiveParts = { people: People; agreements: Agreements; site: Site }
/** Who a connection is, apart from what its client says of itself. */
export type KnownMember = Omit<Member, 'ours' | 'schema'>
export type LiveAdmission = { documentId: string; member: KnownMember } | { close: number }

/**
 * Lets a live connection in, or names the close code: 4401 not known, 4403 not allowed, 4404 no such document. A browser opens
 * sockets for any page that asks, cookie included, so with a cookie the page must be ours.
 */
export function authoriseLive({ people, agreements, site }: LiveParts) {
  return async (request: IncomingMessage): Promise<LiveAdmission> => {
    const { headers } = request
    const caller = await maybeCaller(headers, people)
    if (!caller) return { close: CLOSE.notKnown }
    const asked = { origin: headers.origin, hostHeader: headers.host, publicUrl: site.publicUrl }
    if (caller.credential === 'cookie' && !isOwnOrigin(asked)) return { close: CLOSE.notAllowed }
    const documentId = documentIdIn(request.url)
    if (!documentId) return { close: CLOSE.noSuchDocument }
    const participation = await agreements.participation(documentId, caller.personId)
    if (mayRead(participation)) {
      const { personId, partyId, role } = participation
      const name = participation.name || caller.name
      return { documentId, member: { personId, name, partyId, role, canWrite: mayWrite(participation) } }
    }
    return { close: (await agreements.exists(documentId)) ? CLOSE.notAllowed : CLOSE.noSuchDocument }
  }
}

function documentIdIn(url = ''): string | null {
  const [path = ''] = url.split('?')
  const id = path.startsWith(SYNC_PATH) ? path.slice(SYNC_PATH.length) : ''
  return /^[\w-]{1,80}$/.test(id) ? id : null
}
