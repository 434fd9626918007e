import type { z } from 'zod'
import type { ProblemName } from './problem.ts'

/**
 * An endpoint as data: the server answers it, the client calls it, the OpenAPI document describes it, and the table of attacks
 * walks over it, all from this one object. Paths are Fastify paths (`:id`).
 */
export type Endpoint = {
  name: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  /**
   * Who may call: anyone, anyone who is known, who is known and asks in person (no token that acts for somebody), members of the
   * workspace, a member in person, its admins in person, whoever takes part in the agreement `:id`, or whoever opened a reading link,
   * which opens nothing else.
   */
  access: 'public' | 'signedIn' | 'self' | 'workspace' | 'account' | 'admin' | 'agreement' | 'reading'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /**
   * Media types of a body that is bytes and no JSON. Only who may write the text may send one: that is asked before it is read. One person sends one at
   * a time.
   */
  bodyTypes?: readonly string[]
  /** Status of success, its body, and its media type when that is not JSON. */
  success: { status: 200 | 201 | 204; body?: z.ZodType; mediaTypes?: readonly string[] }
  /** How large (bytes) its body may be, where that is more than a form needs. */
  bodyBytes?: number
  /** How often one person may ask within a minute, where an answer costs the server much. */
  perMinute?: number
  /** It changes something of an agreement, and does so while that is put away as well; all others are refused then. */
  whileArchived?: true
  problems: readonly ProblemName[]
}

/** Whether the endpoint changes what an agreement says, and so waits while that is put away. */
export function stopsWhenArchived({ access, method, whileArchived }: Endpoint): boolean {
  return (access === 'agreement' || access === 'reading') && method !== 'GET' && !whileArchived
}

/** Checks at compile time that the object is an endpoint and keeps its exact type. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition
}
