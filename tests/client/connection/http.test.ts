import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CallFailed, problemName } from '../../../client/connection/call-failure.ts'
import { addressOf, call, callForFile, fileNameIn } from '../../../client/connection/http.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'

const answer = vi.fn<typeof fetch>()

beforeEach(() => {
  answer.mockReset()
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
})
afterEach(() => vi.unstubAllGlobals())

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** The failure of a call that has to fail. */
async function failureOf(calling: Promise<unknown>) {
  const thrown = await calling.then(
    () => null,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(CallFailed)
  return thrown instanceof CallFailed ? thrown.failure : null
}

test('an address has its parameters and query filled in, safely', () => {
  expect(addressOf(endpoints.exportAgreement, { id: 'a/b?' }, { format: 'docx', version: undefined })).toBe(
    '/api/v1/agreements/a%2Fb%3F/export?format=docx',
  )
  expect(() => addressOf(endpoints.getAgreement, {}, {})).toThrow('parameter id is missing')
})

test('a call sends its body as JSON, asks in the language of the page, and gives the checked answer', async () => {
  const anneke = { kind: 'staff', personId: 'p', name: 'Anneke', rights: 'admin' }
  answer.mockResolvedValue(json(201, { ...anneke, canStartHere: true, canMail: false }))
  const me = await call(endpoints.startHere, { body: { name: 'Anneke' } })
  expect(me.name).toBe('Anneke')
  const [address, options] = answer.mock.calls[0] ?? []
  expect(address).toBe('/api/v1/sessions/start-here')
  expect(options?.body).toBe('{"name":"Anneke"}')
  expect(options?.headers).toEqual({ 'Accept-Language': 'en', 'Content-Type': 'application/json' })
})

test('an answer without a body gives nothing', async () => {
  answer.mockResolvedValue(new Response(null, { status: 204 }))
  expect(await call(endpoints.leave, {})).toBeUndefined()
})

describe('a call fails', () => {
  test('with the name and the sentence of the problem that the server tells', async () => {
    const problem = { type: '/problems/not-allowed', title: 'Nee', status: 403, detail: 'Dit mag u niet.' }
    answer.mockResolvedValue(json(403, problem))
    expect(await failureOf(call(endpoints.me, {}))).toEqual({ kind: 'problem', name: 'not-allowed', problem })
  })

  test('as unreachable when no answer comes', async () => {
    answer.mockRejectedValue(new TypeError('failed to fetch'))
    expect(await failureOf(call(endpoints.me, {}))).toEqual({ kind: 'unreachable' })
  })

  test.each([
    ['a page of a portal', 200, '<html>'],
    ['an answer of another shape', 200, '{"kind":"king"}'],
    ['an error that is no problem', 502, 'Bad gateway'],
  ])('as unexpected on %s', async (_, status, body) => {
    answer.mockResolvedValue(new Response(body, { status }))
    expect(await failureOf(call(endpoints.me, {}))).toEqual({ kind: 'unexpected', status })
  })
})

test('a problem that this client does not know by name is an internal error', () => {
  expect(problemName('https://elsewhere.example/problems/not-signed-in')).toBe('not-signed-in')
  expect(problemName('/problems/brand-new')).toBe('internal-error')
  expect(problemName('toString')).toBe('internal-error')
})

test('a file comes with its name', async () => {
  const headers = { 'content-disposition': `attachment; filename="x.docx"; filename*=UTF-8''Caf%C3%A9.docx` }
  answer.mockResolvedValue(new Response('PK', { status: 200, headers }))
  const file = await callForFile(endpoints.exportAgreement, {
    params: { id: 'a' },
    query: { format: 'docx' },
  })
  expect(file.fileName).toBe('Café.docx')
  expect(await file.bytes.text()).toBe('PK')
})

test.each([
  [null, null],
  ['attachment', null],
  ['attachment; filename=plain.docx', 'plain.docx'],
  ['attachment; filename="with space.docx"', 'with space.docx'],
  [`attachment; filename*=UTF-8''%E0%A4%A`, null],
])('the header %s names the file %s', (header, name) => {
  expect(fileNameIn(header)).toBe(name)
})
