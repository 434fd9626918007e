import type { Message } from '../support/message.ts'

/** A message about a file that people write: which file, and where in it. Line and column count from 1. */
export type PlacedMessage = Message & { file: string; line: number; column: number }

/** What reading a file gives: the value, or everything that is wrong with it. */
export type Reading<T> = { ok: true; value: T } | { ok: false; messages: PlacedMessage[] }

/** One sentence for a log: `coop_youth.yaml:12:5 articles.0.heading: expected text, found nothing`. */
export function sentenceOf(message: PlacedMessage): string {
  const where = `${message.file}:${message.line}:${message.column}`
  const path = message.path === '' ? '' : ` ${message.path}`
  return `${where}${path}: expected ${message.expected}, found ${message.found}`
}
