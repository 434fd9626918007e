import { whenIdle } from '../ui/when-idle.ts'

/** Waits until the page has been calm before the first turn, in milliseconds, so that opening is not slowed. */
const FIRST_AFTER = 1500
const BETWEEN = 60
/** How long (ms) the fingers have to rest before a turn: on an old telephone one takes as long as a letter, which then has to wait. */
const REST = 1000

const waiting: (() => void)[] = []
let isRunning = false
let lastKey = Number.NEGATIVE_INFINITY

/**
 * Does things one at a time while nothing else is going on and nobody types: the texts that are far away become editable in turn, each in its own
 * moment. Returns what takes one out of the queue.
 */
export function inTurn(action: () => void): () => void {
  waiting.push(action)
  if (!isRunning) begin()
  return () => {
    const index = waiting.indexOf(action)
    if (index >= 0) waiting.splice(index, 1)
  }
}

function begin(): void {
  isRunning = true
  addEventListener('input', noteKey, { capture: true, passive: true })
  setTimeout(next, FIRST_AFTER)
}

function noteKey(): void {
  lastKey = performance.now()
}

function next(): void {
  if (waiting.length === 0) {
    isRunning = false
    removeEventListener('input', noteKey, { capture: true })
    return
  }
  const left = lastKey + REST - performance.now()
  if (left > 0) setTimeout(next, left)
  else
    whenIdle(() => {
      waiting.shift()?.()
      setTimeout(next, BETWEEN)
    })
}
