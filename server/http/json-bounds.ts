import type { Message } from '../../shared/support/message.ts'

/** No body of ours is nested deeper than a dozen levels; what reads and keeps values does so by recursion. */
const DEEPEST = 40
/** A whole agreement has some ten thousand objects and lists. */
const MOST = 100_000

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/**
 * What is wrong with the form of a JSON text, or null: nested too deep, or of so many objects and lists that reading it would hold up
 * everybody. It looks at the signs alone, so that a body that means harm costs no more than its length.
 */
export function beyondBounds(json: string): Message | null {
  let depth = 0
  let opened = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at)
    if (inText) {
      if (sign === BACKSLASH) at += 1
      else if (sign === QUOTE) inText = false
    } else if (sign === QUOTE) inText = true
    else if (OPENING.has(sign)) {
      depth += 1
      opened += 1
      if (depth > DEEPEST) return tooDeep
      if (opened > MOST) return tooMany
    } else if (CLOSING.has(sign)) depth -= 1
  }
  return null
}

const tooDeep: Message = {
  path: '',
  reason: 'too_deep',
  expected: `at most ${DEEPEST} levels inside each other`,
  found: 'more',
}
const tooMany: Message = {
  path: '',
  reason: 'too_many',
  expected: `at most ${MOST} objects and lists`,
  found: 'more',
}
