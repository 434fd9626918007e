import type { z } from 'zod'
import type { Endpoint } from '../../shared/protocol/endpoint.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { CallFailed, problemName } from './call-failure.ts'

type Part<E, Key extends string> = E extends { [K in Key]: infer S extends z.ZodType }
  ? { [K in Key]: z.input<S> }
  : { [K in Key]?: undefined }

/** What an endpoint takes. */
export type CallInput<E extends Endpoint> = Part<E, 'params'> &
  Part<E, 'body'> & { query?: Query<E>; signal?: AbortSignal } & (E extends {
    bodyTypes: readonly string[]
  }
    ? { file: Blob }
    : { file?: undefined })
type Query<E> = E extends { query: infer S extends z.ZodType } ? z.input<S> : undefined

/** What an endpoint gives. */
export type CallResult<E extends Endpoint> = E['success'] extends { body: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/**
 * Calls an endpoint of `shared/protocol` and gives its answer, checked against the schema. Throws `CallFailed`: with the
 * server's problem details (RFC 9457), or because nobody or nobody sensible answered.
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallResult<E>> {
  const response = await send(endpoint, input)
  const { body } = endpoint.success
  if (body === undefined) return undefined as CallResult<E>
  const parsed = body.safeParse(await readJson(response))
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: response.status })
  return parsed.data as CallResult<E>
}

export type DownloadedFile = { bytes: Blob; fileName: string | null }

/** Calls an endpoint whose answer is a file. Fails as `call` does. */
export async function callForFile<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
): Promise<DownloadedFile> {
  const response = await send(endpoint, input)
  try {
    return { bytes: await response.blob(), fileName: fileNameIn(response.headers.get('content-disposition')) }
  } catch {
    throw new CallFailed({ kind: 'unreachable' })
  }
}

/** The file name in a Content-Disposition header (RFC 6266): the extended form of RFC 5987 first, then the plain one. */
export function fileNameIn(header: string | null): string | null {
  const extended = header?.match(/filename\*\s*=\s*UTF-8''([^;]+)/i)?.[1]
  if (extended !== undefined) return decoded(extended)
  return (
    header?.match(/filename\s*=\s*"([^"]*)"/i)?.[1] ?? header?.match(/filename\s*=\s*([^;\s]+)/i)?.[1] ?? null
  )
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.trim())
  } catch {
    return null
  }
}

/** The address of a call: path with its parameters, then the query. Throws RangeError when a parameter is missing. */
export function addressOf(
  endpoint: Endpoint,
  params: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new RangeError(`${endpoint.name}: parameter ${name} is missing`)
    return encodeURIComponent(String(value))
  })
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search === '' ? path : `${path}?${search}`
}

type Sent = Omit<CallInput<Endpoint>, 'file'> & { file?: Blob | undefined }

async function send(endpoint: Endpoint, input: Sent): Promise<Response> {
  const response = await fetchOrFail(addressOf(endpoint, input.params ?? {}, input.query ?? {}), {
    method: endpoint.method,
    credentials: 'same-origin',
    headers: headersFor(input, endpoint),
    ...bodyOf(input),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  })
  if (response.status !== endpoint.success.status) throw await failed(response)
  return response
}

function bodyOf({ body, file }: Sent): { body?: BodyInit } {
  if (file !== undefined) return { body: file }
  return body === undefined ? {} : { body: JSON.stringify(body) }
}

function headersFor({ body, file }: Sent, { bodyTypes = [] }: Endpoint): Record<string, string> {
  // The problem's sentence comes in the language the page is shown in.
  const language = { 'Accept-Language': document.documentElement.lang || 'nl' }
  const type = file === undefined ? 'application/json' : (bodyTypes[0] ?? '')
  return body === undefined && file === undefined ? language : { ...language, 'Content-Type': type }
}

async function fetchOrFail(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, options)
  } catch {
    throw new CallFailed({ kind: 'unreachable' })
  }
}

async function failed(response: Response): Promise<CallFailed> {
  const parsed = problem.safeParse(await readJson(response).catch(() => null))
  if (!parsed.success) return new CallFailed({ kind: 'unexpected', status: response.status })
  return new CallFailed({ kind: 'problem', name: problemName(parsed.data.type), problem: parsed.data })
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new CallFailed({ kind: 'unexpected', status: response.status })
  }
}
