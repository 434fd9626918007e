/** True for names and addresses that only this machine itself can reach. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return name === 'localhost' || name === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
}

/** The host name in an address or a Host header, without port and brackets; null when there is none. */
export function hostNameOf(hostHeader: string | undefined): string | null {
  if (!hostHeader) return null
  const url = URL.parse(`http://${hostHeader}`)
  return url ? url.hostname.replace(/^\[|\]$/g, '') : null
}
