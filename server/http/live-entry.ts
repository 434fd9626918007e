import type { IncomingHttpHeaders } from 'node:http'
import { SCHEMA_PREFIX, SUBPROTOCOL } from '../../shared/protocol/live.ts'
import { isOwnOrigin } from '../access/origin.ts'
import type { Member } from '../rooms/rooms.ts'

/** What sockets and lines have in common when somebody comes in. */

/** Who a connection is, by its credential; or the code (4401, 4403, 4404) that ends it. */
export type Authorised = { documentId: string; member: Omit<Member, 'ours' | 'schema'> } | { close: number }

/** Looks at cookie or bearer token. */
export type Authorise = (headers: IncomingHttpHeaders, documentId: string) => Promise<Authorised>

/** The live connections of one road. */
export type Live = {
  /** Connections that are open now. */
  connections(): number
  /** Lets nobody in any more; `Rooms.close` ends the connections. */
  close(): void
  /** After their rooms have ended them: resolves when all connections have been told why, or after a moment. */
  farewell(): Promise<void>
}

/** Whether a text can be the name of a document at all. */
export function isDocumentId(text: string): boolean {
  return /^[\w.-]{1,80}$/.test(text)
}

/** What a client says of itself by the subprotocols it offers: `schema` is the number in `handslag-schema.<n>`, null without one. */
export function clientOf(offered: readonly string[]): Pick<Member, 'ours' | 'schema'> {
  const named = offered.find((one) => one.startsWith(SCHEMA_PREFIX))?.slice(SCHEMA_PREFIX.length)
  const schema = named !== undefined && /^\d{1,6}$/.test(named) ? Number(named) : null
  return { ours: offered.includes(SUBPROTOCOL), schema }
}

/**
 * Whether a page of another site asks. It could use the cookie of a visitor, so its origin must be ours; a bearer token is never sent
 * by itself. `Sec-Fetch-Site` tells it of requests that carry no origin.
 */
export function isForeignPage(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const { origin, authorization, host, 'sec-fetch-site': site } = headers
  if (authorization !== undefined) return false
  if (origin === undefined) return site !== undefined && site !== 'same-origin'
  return !origins.includes(origin) && !isOwnOrigin({ origin, hostHeader: host, publicUrl: null })
}
