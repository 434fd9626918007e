import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)

/**
 * A large answer that says the same to everybody, packed for who can unpack it: a quarter of the bytes on a slow line. Never for what holds
 * words of people: beside a secret, its length would tell of it.
 */
export async function packed<T>(request: FastifyRequest, reply: FastifyReply, value: T): Promise<T> {
  reply.header('vary', 'accept-encoding')
  if (!unpacks(request.headers['accept-encoding'])) return value
  reply.type('application/json; charset=utf-8').header('content-encoding', 'gzip')
  // To whoever asked it is the same value.
  return (await pack(JSON.stringify(value))) as unknown as T
}

/** Whether an `Accept-Encoding` (RFC 9110, 12.5.3) names gzip, and not to refuse it. */
export function unpacks(accepted: string | string[] = ''): boolean {
  return String(accepted)
    .split(',')
    .some((each) => {
      const gzipOf = /^\s*gzip\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(each)
      return gzipOf !== null && Number(gzipOf[1] ?? 1) > 0
    })
}
