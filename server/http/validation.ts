import type { z } from 'zod'
import { describeFound, type Message } from '../../shared/support/message.ts'
import { Refusal } from '../access/refusal.ts'

/** The checked value. Throws a refusal `malformed-request` with every place that is wrong. */
export function check<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const checked = schema.safeParse(input)
  if (checked.success) return checked.data
  throw new Refusal(
    'malformed-request',
    checked.error.issues.map((issue) => messageOf(issue, input)),
  )
}

/** No body of ours is nested deeper than a dozen levels; what reads and keeps values does so by recursion. */
const DEEPEST = 40

/** Throws a refusal `malformed-request` for a body that is nested without end. */
export function checkDepth(input: unknown): void {
  let level = [input]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Refusal('malformed-request', [TOO_DEEP])
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
}

const TOO_DEEP: Message = {
  path: '',
  reason: 'too_deep',
  expected: `at most ${DEEPEST} levels inside each other`,
  found: 'more',
}

function messageOf(issue: z.core.$ZodIssue, input: unknown): Message {
  const found = issue.path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    input,
  )
  const path = issue.path.map(String).join('.')
  return { path, reason: issue.code, expected: expectedBy(issue), found: describeFound(found) }
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' character' : ''}`
    default:
      return issue.message
  }
}
