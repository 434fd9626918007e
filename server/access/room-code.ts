import { randomInt } from 'node:crypto'

/**
 * Signs that nobody mistakes for another on a screen, and of which no word comes: no vowels, and of each pair of look-alikes (0 and O,
 * 1 and I, 2 and Z, 5 and S, 6 and G, 8 and B) one at most.
 */
const SIGNS = 'CDFHJKLMNPQRTVWX23456789'
const LENGTH = 8
const GROUP = 4

/** A look-alike that somebody typed stands for the sign that is in a code. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', Z: '2', I: 'L', 1: 'L' }

/** A code to say aloud, in two groups: "KMRT 4827". One of 24^8, some hundred thousand million. */
export function newRoomCode(): string {
  return written(Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(''))
}

/** The code in what somebody typed, without its gap; null when it can be none. */
export function maybeRoomCode(typed: string): string | null {
  const signs = [...typed.toUpperCase().replace(/[\s.-]/g, '')].map((sign) => LOOKS_LIKE[sign] ?? sign)
  return signs.length === LENGTH && signs.every((sign) => SIGNS.includes(sign)) ? signs.join('') : null
}

function written(code: string): string {
  return `${code.slice(0, GROUP)} ${code.slice(GROUP)}`
}
