import { Ajv2020 } from 'ajv/dist/2020.js'

type Media = { schema?: object }
type Operation = { responses: Record<string, { content?: Record<string, Media> }> }

/** The parts of an OpenAPI document that tests read. */
export type OpenApi = { paths: Record<string, Record<string, Operation>>; components: object }

/** An answer that came in; `path` as the document names it. */
export type Answer = { method: string; path: string; status: number; type: string; body: string }

/** Every operation of the document. */
export function describedOperations({ paths }: OpenApi): { method: string; path: string }[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  )
}

/** Where an answer is not as the document says: its status, its type, or its body by JSON Schema 2020-12. */
export function misfitsIn(document: OpenApi, { method, path, status, type, body }: Answer): string[] {
  const place = `${method} ${path} ${status}`
  const response = document.paths[path]?.[method.toLowerCase()]?.responses[status]
  if (!response) return [`${place}: this status is not described.`]
  const { content } = response
  if (!content) return body === '' ? [] : [`${place}: no body is described.`]
  const media = type.split(';')[0] ?? ''
  if (!content[media]) return [`${place}: ${media || 'no type'} is not described.`]
  if (!content[media].schema) return []
  const names = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', media, 'schema']
  const check = validatorOf(document).compile({ $ref: `openapi#/${names.map(pointerPart).join('/')}` })
  if (check(JSON.parse(body))) return []
  return (check.errors ?? []).map(
    ({ instancePath, message }) => `${place}: ${instancePath || 'the body'} ${message}.`,
  )
}

const validators = new WeakMap<OpenApi, Ajv2020>()

/** References are looked up in the document itself, as any reader of it does. */
function validatorOf(document: OpenApi): Ajv2020 {
  const known = validators.get(document)
  if (known) return known
  const made = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  made.addSchema(document, 'openapi', undefined, false)
  validators.set(document, made)
  return made
}

/** RFC 6901, sections 3 and 6: a name as part of a pointer in a URI fragment. */
const pointerPart = (name: string) => encodeURIComponent(name.replace(/~/g, '~0').replace(/\//g, '~1'))
