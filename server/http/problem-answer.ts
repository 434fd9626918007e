import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Hold } from '../../shared/protocol/live.ts'
import { PROBLEMS, type Problem, type ProblemName } from '../../shared/protocol/problem.ts'
import type { Message } from '../../shared/support/message.ts'
import { Refusal } from '../access/refusal.ts'
import { en } from './texts/en.ts'
import { languageOf } from './texts/language.ts'
import { nl } from './texts/nl.ts'

const TEXTS = { nl, en }

/** The problem as RFC 9457 writes it, in the language the caller asked for. */
export function problemBody(
  name: ProblemName,
  acceptLanguage: string | undefined,
  errors: readonly Message[] = [],
): Problem {
  const text = TEXTS[languageOf(acceptLanguage)][name]
  const body = { type: `/problems/${name}`, title: text.title, status: PROBLEMS[name], detail: text.detail }
  return errors.length === 0 ? body : { ...body, errors: [...errors] }
}

/** Ends the request with a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  name: ProblemName,
  errors: readonly Message[] = [],
) {
  const language = languageOf(request.headers['accept-language'])
  if (PROBLEMS[name] === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .status(PROBLEMS[name])
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(name, request.headers['accept-language'], errors)))
}

/** What went wrong, as a problem. Whatever is not known by name is an internal error, of which the caller learns nothing. */
export function problemOf(error: unknown): { name: ProblemName; errors: readonly Message[] } {
  if (error instanceof Refusal) return { name: error.problem, errors: error.messages }
  if (error instanceof Error && error.name === 'NotKept') return { name: 'cannot-keep', errors: [] }
  if (isHeld(error)) return { name: HELD[error.hold], errors: [] }
  const { code = '', statusCode = 500, message = '' } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { name: 'body-too-large', errors: [] }
  if (statusCode >= 400 && statusCode < 500)
    return { name: 'malformed-request', errors: [unreadable(code, message)] }
  return { name: 'internal-error', errors: [] }
}

/** What a command is told that would change a text which takes no writes now. */
const HELD = { archived: 'agreement-archived', fixed: 'agreement-fixed' } as const satisfies Record<
  Hold,
  ProblemName
>

function isHeld(error: unknown): error is Error & { hold: Hold } {
  return error instanceof Error && error.name === 'DocumentHeld' && 'hold' in error
}

function unreadable(code: string, found: string): Message {
  const expected =
    code === 'FST_ERR_BAD_URL'
      ? 'an address that can be decoded'
      : 'a JSON body with content-type application/json'
  return { path: '', reason: 'unreadable', expected, found }
}
