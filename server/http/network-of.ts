import { isIPv6 } from 'node:net'

/** The network an address belongs to, as far as limits count: one household or office has a whole /64 of IPv6 (RFC 6177). */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const filled =
    tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return filled.slice(0, 4).join(':')
}
