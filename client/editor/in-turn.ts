import { whenIdle } from '../ui/when-idle.ts'

/** Waits until the page has been calm before the first turn, in milliseconds, so that opening is not slowed. */
const FIRST_AFTER = 1500
const BETWEEN = 60

const waiting: (() => void)[] = []
let isRunning = false

/**
 * Does things one at a time while nothing else is going on: the texts that are far away become editable in turn, each in its own
 * moment. Returns what takes one out of the queue.
 */
export function inTurn(action: () => void): () => void {
  waiting.push(action)
  if (!isRunning) {
    isRunning = true
    setTimeout(next, FIRST_AFTER)
  }
  return () => {
    const index = waiting.indexOf(action)
    if (index >= 0) waiting.splice(index, 1)
  }
}

function next(): void {
  const action = waiting.shift()
  isRunning = action !== undefined
  if (!action) return
  whenIdle(() => {
    action()
    setTimeout(next, BETWEEN)
  })
}
