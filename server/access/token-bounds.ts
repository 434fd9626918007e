import type { Endpoint } from '../../shared/protocol/endpoint.ts'

/** A token reads, or reads and changes. */
export const TOKEN_SCOPES = ['read', 'write'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** What a token was made for; within that it may do what its person may. */
export type TokenBounds = {
  /** Which token it is, for connections that stay open. */
  tokenId: string
  scope: TokenScope
  /** The one agreement that it is for; null: all of its person's. */
  agreementId: string | null
}

type Asked = Pick<Endpoint, 'method' | 'access' | 'name'>

/**
 * Whether a token reaches so far. One for reading changes nothing, entering by a link included. One for a single agreement reaches nothing that
 * stands outside it, but for what everybody may read. `id` is the one in the address.
 */
export function reaches(
  { scope, agreementId }: TokenBounds,
  { method, access, name }: Asked,
  id: string | null,
): boolean {
  if (scope === 'read' && method !== 'GET') return false
  if (agreementId === null) return true
  if (access === 'agreement' || name === 'seeEntry') return id === agreementId
  return method === 'GET' && (access === 'public' || access === 'signedIn')
}

/** Whether a connection to this document is within what the token was made for. */
export function reachesDocument(bounds: TokenBounds | null, documentId: string): boolean {
  return bounds === null || bounds.agreementId === null || bounds.agreementId === documentId
}

/** Whether what comes over a connection may change the text. */
export function mayChange(bounds: TokenBounds | null): boolean {
  return bounds === null || bounds.scope === 'write'
}
