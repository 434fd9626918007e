import { z } from 'zod'
import { type Endpoint, stopsWhenArchived } from '../../shared/protocol/endpoint.ts'
import { PROBLEMS, type ProblemName, problem } from '../../shared/protocol/problem.ts'

type Json = Record<string, unknown>

/** The interface as an OpenAPI 3.1 document, from the same schemas that check requests. */
export function openapiDocument(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Handslag', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'handslag_session' },
        reading: { type: 'apiKey', in: 'cookie', name: 'handslag_reading' },
      },
    },
  }
}

const BY_ANY = [{ token: [] }, { session: [] }]
/** How a member gets in, and who is a member, is changed by no program. */
const BY_SESSION = [{ session: [] }]
const SECURITY: Record<Endpoint['access'], Json[]> = {
  public: [],
  signedIn: BY_ANY,
  self: BY_SESSION,
  workspace: BY_ANY,
  agreement: BY_ANY,
  account: BY_SESSION,
  admin: BY_SESSION,
  reading: [{ reading: [] }],
}

function operation(endpoint: Endpoint): Json {
  const { name, summary, access, body, bodyTypes } = endpoint
  return {
    operationId: name,
    summary,
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } },
    }),
    ...(bodyTypes && {
      requestBody: { required: true, content: Object.fromEntries(bodyTypes.map((type) => [type, {}])) },
    }),
    responses: { [endpoint.success.status]: success(endpoint), ...problems(problemsOf(endpoint)) },
    security: SECURITY[access],
  }
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: jsonSchema(field as z.ZodType, 'input'),
  }))
}

function success({ success: { status, body, mediaTypes } }: Endpoint): Json {
  const description = { 200: 'Done', 201: 'Made', 204: 'Done, nothing to tell' }[status]
  if (body) return { description, content: { 'application/json': { schema: jsonSchema(body, 'output') } } }
  if (!mediaTypes) return { description }
  return { description, content: Object.fromEntries(mediaTypes.map((type) => [type, {}])) }
}

/** A token may be too narrow for any of them, and an agreement put away. */
function problemsOf(endpoint: Endpoint): readonly ProblemName[] {
  const archived = stopsWhenArchived(endpoint) ? (['agreement-archived'] as const) : []
  return [...endpoint.problems, 'token-too-narrow', ...archived]
}

/** Problems that share a status share an answer; OpenAPI knows answers by status alone. */
function problems(names: readonly ProblemName[]): Json {
  const byStatus = Map.groupBy(names, (name) => PROBLEMS[name])
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [status, { description: same.join(', '), content }]),
  )
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
