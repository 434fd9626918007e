import type { EventEmitter } from 'node:events'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../access/refusal.ts'

/** Bodies that are bytes and no JSON: they are large, so that few are under way at once. */
const MOST_AT_ONCE = 6

/** Has the routes of a scope take bodies of these media types as bytes, and no other. */
export function takeBytes(scope: FastifyInstance, types: readonly string[]): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser([...types], { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  scope.addContentTypeParser('*', ({ headers }, _, done) => done(unlike(types, headers['content-type'])))
}

/** The bytes that came in. Throws a refusal `malformed-request` when none did. */
export function bytesIn({ body, headers }: FastifyRequest, types: readonly string[]): Uint8Array {
  if (body instanceof Uint8Array && body.length > 0) return body
  throw unlike(types, headers['content-type'])
}

function unlike(types: readonly string[], found: string | undefined): Refusal {
  const expected = `a body of ${types.join(' or ')}`
  return new Refusal('malformed-request', [
    { path: '', reason: 'unreadable', expected, found: found ?? 'nothing' },
  ])
}

/** Who is sending such a body now: each person one, and not too many together. */
export class Senders {
  readonly #now = new Set<string>()

  /** Counts until the answer is given or the sender is gone. Throws a refusal `too-many-requests`. */
  begin(personId: string, answer: EventEmitter): void {
    if (this.#now.has(personId) || this.#now.size >= MOST_AT_ONCE) throw new Refusal('too-many-requests')
    this.#now.add(personId)
    answer.once('close', () => this.#now.delete(personId))
  }
}
