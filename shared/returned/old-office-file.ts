/**
 * A compound file ([MS-CFB]): what Office wrote before 2007, and around a file with a password ever since. Null when it is none. An entry
 * of its directory takes 128 bytes and begins with its name in UTF-16; where the directory lies is left out of account.
 */
export function readOldOfficeFile(bytes: Uint8Array): 'encrypted' | 'old' | null {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (NAMES.some((name) => name.every((byte, index) => bytes[at + index] === byte))) return 'encrypted'
  }
  return 'old'
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** What holds the package when there is a password, and when rights are managed ([MS-OFFCRYPTO] 1.3). */
const NAMES = ['EncryptedPackage', 'EncryptionInfo'].map((name) =>
  Array.from(`${name}\0`, (sign) => [sign.charCodeAt(0), 0]).flat(),
)
