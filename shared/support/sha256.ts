import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. Not the browser's own: that is there on https alone, and only for
 * who can wait; a meeting on a local network has neither.
 */
export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)))
}
