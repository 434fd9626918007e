/** One stretch of a text that became another: from `index`, `remove` code units went and `insert` came. */
export type OneChange = { index: number; remove: number; insert: string }

/**
 * The one change that makes a text of another. Where letters repeat ("ta" before "tijd") there are several; the one that ends at `caret`, a place
 * in the new text, is meant, when it is known. No character is cut in two.
 */
export function oneChange(was: string, now: string, caret: number | null = null): OneChange {
  const behind = caret === null ? 0 : commonEnd(was, now, now.length - caret)
  const most = Math.min(was.length, now.length)
  const before = commonStart(was, now, most - behind)
  const end = commonEnd(was, now, most - before)
  return { index: before, remove: was.length - end - before, insert: now.slice(before, now.length - end) }
}

function commonStart(one: string, other: string, most: number): number {
  let length = 0
  while (length < most && one[length] === other[length]) length += 1
  return isFirstHalf(one, length - 1) ? length - 1 : length
}

function commonEnd(one: string, other: string, most: number): number {
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1
  return isFirstHalf(one, one.length - length - 1) && length > 0 ? length - 1 : length
}

/** Whether the character at a place goes on in the next code unit. */
function isFirstHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}
