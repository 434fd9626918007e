import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits that fit in an address: what a link, a session or a token consists of. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What is kept of a secret. A plain hash is enough because the secret itself is long and random: there is nothing to guess,
 * and looking up a hash tells nothing by its timing.
 */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The same under the server's own secret: another `SESSION_SECRET` ends every session. */
export function keyedHashOfSecret(secret: string, key: string): string {
  return createHmac('sha256', key).update(secret).digest('hex')
}
