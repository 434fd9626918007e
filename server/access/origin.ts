/**
 * True when a browser's request comes from our own pages. `origin` is the request's Origin header, `hostHeader` its Host header.
 * Browsers send Origin with every request that changes something, so that without one it is not a page of another site.
 */
export function isOwnOrigin(request: {
  origin: string | undefined
  hostHeader: string | undefined
  publicUrl: string | null
}): boolean {
  const { origin, hostHeader, publicUrl } = request
  if (origin === undefined) return true
  if (publicUrl !== null && origin === publicUrl) return true
  const from = URL.parse(origin)
  return from !== null && hostHeader !== undefined && from.host === hostHeader.toLowerCase()
}
