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
