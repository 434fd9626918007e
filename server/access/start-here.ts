import { hostNameOf, isLoopback } from './loopback.ts'
import { isOwnOrigin } from './origin.ts'

export type StartHereRequest = {
  /** What the server listens on. */
  listenHost: string
  publicUrl: string | null
  hostHeader: string | undefined
  origin: string | undefined
  /** True when something in front of the server passed the request on. */
  forwarded: boolean
}

/**
 * May this visitor become the first member with one button? Only on the machine itself: the server listens on loopback,
 * the visitor's address says so too (another name that leads to 127.0.0.1 is how foreign pages reach in), nothing stands
 * in between, and the asking page is ours. Design, section 2.
 */
export function mayStartHere(request: StartHereRequest): boolean {
  const host = hostNameOf(request.hostHeader)
  if (host === null || !isLoopback(host) || request.forwarded) return false
  return isLocalServer(request.listenHost, request.publicUrl) && isOwnOrigin(request)
}

/** True when people open the server on the machine it runs on. */
export function isLocalServer(listenHost: string, publicUrl: string | null): boolean {
  return isLoopback(listenHost) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname))
}
