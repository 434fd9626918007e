/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. Written out, because a browser gives its own on https alone, and only to
 * who can wait; a meeting on a local network has neither.
 */
export function sha256(text: string): string {
  const words = paddedWords(new TextEncoder().encode(text))
  const hash = Uint32Array.from(START)
  const schedule = new Uint32Array(64)
  for (let at = 0; at < words.length; at += 16) {
    extend(schedule, words.subarray(at, at + 16))
    addRound(hash, schedule)
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** The bytes as big-endian words, a one bit and zeros behind them, and their length in bits at the end (section 5.1.1). */
function paddedWords(bytes: Uint8Array): Uint32Array {
  const length = (((bytes.length + 8) >> 6) + 1) << 4
  const words = new Uint32Array(length)
  bytes.forEach((byte, index) => {
    words[index >> 2] = at(words, index >> 2) | (byte << (24 - (index & 3) * 8))
  })
  const end = bytes.length
  words[end >> 2] = at(words, end >> 2) | (0x80 << (24 - (end & 3) * 8))
  words[length - 2] = Math.floor(bytes.length / 0x20000000)
  words[length - 1] = bytes.length << 3
  return words
}

/** Section 6.2.2, step 1. */
function extend(schedule: Uint32Array, block: Uint32Array): void {
  schedule.set(block)
  for (let t = 16; t < 64; t++) {
    const two = at(schedule, t - 2)
    const fifteen = at(schedule, t - 15)
    const small1 = turn(two, 17) ^ turn(two, 19) ^ (two >>> 10)
    const small0 = turn(fifteen, 7) ^ turn(fifteen, 18) ^ (fifteen >>> 3)
    schedule[t] = small1 + at(schedule, t - 7) + small0 + at(schedule, t - 16)
  }
}

/** Section 6.2.2, steps 2 to 4; `a` to `h` are called as they are there. */
function addRound(hash: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let t = 0; t < 64; t++) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(ROUND, t) + at(schedule, t)) | 0
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + value
}

const at = (words: Uint32Array, index: number): number => words[index] ?? 0
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 32 bits behind the point of the square roots of the first 8 primes, and of the cube roots of the first 64 (sections 5.3.3, 4.2.2). */
const PRIMES = primes(64)
const START = PRIMES.slice(0, 8).map((prime) => behindPoint(prime ** (1 / 2)))
const ROUND = Uint32Array.from(PRIMES, (prime) => behindPoint(Math.cbrt(prime)))

function behindPoint(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x100000000)
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}
