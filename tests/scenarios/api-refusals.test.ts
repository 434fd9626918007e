import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { CLOSE } from '../../shared/protocol/live.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { closeCodeOf, openStockClient } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let agreement: Started
let other: Started
/** Somebody who takes part in `other` alone. */
let stranger: string

const bearer = () => ({ authorization: `Bearer ${token}` })
const create = (body: unknown, headers: Record<string, string> = bearer()) =>
  post(`${server.url}/api/v1/agreements`, body, headers)
const writerOf = (started: Started) => started.invitations.find(({ role }) => role === 'writer')

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  other = await server.createAgreement({ templateId: 'short_project' }, token)
  stranger = await server.joinAs(writerOf(other)?.url ?? '', 'Vreemde')
})
afterAll(() => server.stop())

async function expectProblem(answer: Response, status: number, name: string) {
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const body = problem.parse(await answer.json())
  expect(body).toMatchObject({ type: `/problems/${name}`, status })
  expect(answer.status).toBe(status)
  return body
}

describe('rights inside an agreement', () => {
  test('a list shows only what one takes part in', async () => {
    const answer = await fetch(`${server.url}/api/v1/agreements`, { headers: { cookie: stranger } })
    const { agreements } = await answer.json()
    expect(agreements.map(({ id }: { id: string }) => id)).toEqual([other.id])
  })

  test('no link for a party that the agreement does not have', async () => {
    const answer = await post(
      `${server.url}/api/v1/agreements/${agreement.id}/invitations`,
      { partyId: 'p_none', role: 'writer' },
      bearer(),
    )
    const { errors } = await expectProblem(answer, 400, 'malformed-request')
    expect(errors?.[0]).toMatchObject({ path: 'partyId', reason: 'unknown_party', found: '"p_none"' })
  })
})

/** What the server answers to bytes, up to where it ends the connection. */
function answerToBytes(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })
}

describe('bad input gets a clear refusal', () => {
  test.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400, 'malformed-request'],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`, 431, 'headers-too-large'],
  ])('%s: a problem by name, and the connection ends', async (_, bytes, status, name) => {
    const [head = '', body = ''] = (await answerToBytes(bytes)).split('\r\n\r\n')
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(problem.parse(JSON.parse(body))).toMatchObject({ type: `/problems/${name}`, status })
  })

  test('a body beyond what a form needs is refused, where no agreement can come in', async () => {
    const large = { itemId: 'x'.repeat(200_000) }
    const answer = await post(`${server.url}/api/v1/agreements/${agreement.id}/step-notes`, large, bearer())
    await expectProblem(answer, 413, 'body-too-large')
  })

  test('in Dutch, or in English for who asks', async () => {
    const dutch = await expectProblem(await create({ templateId: 'none' }), 404, 'unknown-template')
    expect(dutch.detail).toBe('Er is geen sjabloon met deze naam. Kies er een uit de lijst.')
    const english = await create({ templateId: 'none' }, { ...bearer(), 'accept-language': 'en' })
    expect(english.headers.get('content-language')).toBe('en')
    expect((await english.json()).detail).toBe(
      'There is no template with this name. Choose one from the list.',
    )
  })

  test('an unknown template tells which there are', async () => {
    const { errors } = await expectProblem(await create({ templateId: 'none' }), 404, 'unknown-template')
    expect(errors?.[0]).toMatchObject({ path: 'templateId', found: '"none"' })
    expect(errors?.[0]?.expected).toContain('coop_youth')
  })

  const malformed: [what: string, body: unknown, path: string][] = [
    ['nothing to start from', {}, 'templateId'],
    ['a template that is a number', { templateId: 7 }, 'templateId'],
    [
      'a party in a role that does not exist',
      { templateId: 'coop_youth', parties: [{ role: 'king' }] },
      'parties.0.role',
    ],
    ['a snapshot of another format', { snapshot: { format: 'word/1' } }, 'snapshot.format'],
    [
      'a snapshot with a wrong date',
      { snapshot: { format: 'handslag-agreement/1', term: { startDate: '1 maart' } } },
      'snapshot.term.startDate',
    ],
    ['a list instead of an object', [], ''],
  ]
  test.each(malformed)('%s', async (_, body, path) => {
    const { errors } = await expectProblem(await create(body), 400, 'malformed-request')
    expect(errors?.map((each) => each.path)).toContain(path)
    expect(errors?.[0]?.expected).not.toBe('')
  })

  test('a snapshot of a newer format is refused by name', async () => {
    const answer = await create({ snapshot: { format: 'handslag-agreement/2' } })
    const { errors } = await expectProblem(answer, 409, 'newer-format')
    expect(errors?.[0]).toMatchObject({ path: 'snapshot.format', found: '"handslag-agreement/2"' })
  })

  test.each([
    ['half a JSON', '{"templateId":', 'application/json'],
    ['no JSON', 'templateId=coop_youth', 'application/x-www-form-urlencoded'],
    ['keys that reach for the prototype', '{"__proto__":{"staff":true}}', 'application/json'],
    ['nothing at all', '', 'application/json'],
    [
      'lists inside lists without end',
      `{"snapshot":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'application/json',
    ],
  ])('%s', async (_, body, type) => {
    const headers = { ...bearer(), 'content-type': type }
    const answer = await fetch(`${server.url}/api/v1/agreements`, { method: 'POST', headers, body })
    await expectProblem(answer, 400, 'malformed-request')
  })

  test('more than 4 MB', async () => {
    await expectProblem(await create({ title: 'x'.repeat(4.1 * 1024 * 1024) }), 413, 'body-too-large')
  })

  test('an agreement, a template or an address that is not there', async () => {
    const get = (path: string) => fetch(server.url + path, { headers: bearer() })
    await expectProblem(await get('/api/v1/agreements/none'), 404, 'unknown-agreement')
    await expectProblem(await get('/api/v1/templates/none'), 404, 'unknown-template')
    await expectProblem(await get('/api/v1/none'), 404, 'not-found')
    await expectProblem(await get('/api/v1/agreements/%00%ff'), 400, 'malformed-request')
    await expectProblem(await get('/../../package.json'), 404, 'not-found')
  })

  test('an export of a version that was never made', async () => {
    const address = `${server.url}/api/v1/agreements/${agreement.id}/export?format=json&version=3`
    await expectProblem(await fetch(address, { headers: bearer() }), 404, 'unknown-version')
  })

  test('an export in a format that is not there', async () => {
    const answer = await fetch(`${server.url}/api/v1/agreements/${agreement.id}/export?format=exe`, {
      headers: bearer(),
    })
    const { errors } = await expectProblem(answer, 400, 'malformed-request')
    expect(errors?.[0]).toMatchObject({
      path: 'format',
      expected: 'one of docx, html, json, odt, pdf',
      found: '"exe"',
    })
  })

  test('a wrong link opens nothing and makes nobody', async () => {
    for (const path of ['see', 'join']) {
      const answer = await post(`${server.url}/api/v1/invitations/${path}`, {
        secret: 'guess',
        name: 'Iemand',
      })
      expect(answer.headers.getSetCookie()).toEqual([])
      await expectProblem(answer, 404, 'invalid-invitation')
    }
  })

  test('a name of spaces alone', async () => {
    const secret = new URL(writerOf(other)?.url ?? '').hash.slice(1)
    const answer = await post(`${server.url}/api/v1/invitations/join`, { secret, name: '  ' })
    const { errors } = await expectProblem(answer, 400, 'malformed-request')
    expect(errors?.[0]).toMatchObject({ path: 'name', expected: 'at least 1 character' })
  })
})

describe('starting here is for the machine itself', () => {
  test.each([
    ['under another name for this machine', { host: 'evil.example' }],
    ['through something in between', { 'x-forwarded-for': '203.0.113.7' }],
  ])('not %s', async (_, headers) => {
    const answer = await rawPost('/api/v1/sessions/start-here', { name: 'Iemand' }, headers)
    expect(answer).toMatchObject({ status: 403, type: '/problems/not-allowed' })
  })
})

describe('live connections', () => {
  test('for nothing that exists end for good with their code', async () => {
    expect(await closeCodeOf(server.url, 'none', { cookie: stranger })).toBe(CLOSE.noSuchDocument)
  })

  test('a page of another site gets no connection, cookie or not', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${other.id}`, {
      headers: { cookie: stranger, origin: 'https://evil.example' },
    })
    const refused = await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)))
    expect(refused).toContain('403')
  })

  test('random bytes end one connection; the server and the other room go on', async () => {
    const witness = await openStockClient(server.url, other.id, { cookie: stranger })
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, {
      headers: bearer(),
    })
    await new Promise((resolve) => socket.once('open', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    // The numbers of a linear congruential generator: random enough, and the same each time.
    let seed = 20261121
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    for (let count = 0; count < 300; count++)
      socket.send(Uint8Array.from({ length: 1 + (next() % 60) }, () => next() % 256))
    socket.send('text where bytes belong')
    await closed
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    expect(witness.provider.wsconnected).toBe(true)
    const again = await openStockClient(server.url, agreement.id, bearer())
    expect(again.provider.synced).toBe(true)
    witness.close()
    again.close()
  })
})

test('who asks too often is told to wait, and others are not', async () => {
  const limited = await startServer()
  try {
    let last = new Response()
    for (let count = 0; count <= 120; count++)
      last = await post(`${limited.url}/api/v1/invitations/see`, { secret: 'guess' })
    expect(last.headers.get('retry-after')).not.toBeNull()
    await expectProblem(last, 429, 'too-many-requests')
    expect((await fetch(`${limited.url}/healthz`)).status).toBe(200)
  } finally {
    await limited.stop()
  }
})

test('who asks for files too often is told to wait, and another person is not', async () => {
  const token = await server.token('Petra')
  const own = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const link = own.invitations.find(({ role }) => role === 'writer')?.url ?? ''
  const [eager, other] = [await server.joinAs(link, 'Fatima'), await server.joinAs(link, 'Jan')]
  const file = (cookie: string, format: string) =>
    fetch(`${server.url}/api/v1/agreements/${own.id}/export?format=${format}`, { headers: { cookie } })
  for (let count = 0; count < endpoints.exportAgreement.perMinute; count += 1)
    await expectProblem(await file(eager, 'scroll'), 400, 'malformed-request')
  await expectProblem(await file(eager, 'json'), 429, 'too-many-requests')
  expect((await file(other, 'json')).status).toBe(200)
})

/** `fetch` sets Host itself; this says what it is told. */
async function rawPost(path: string, body: unknown, headers: Record<string, string>) {
  const { request } = await import('node:http')
  const text = JSON.stringify(body)
  return new Promise<{ status: number | undefined; type: string }>((resolve, reject) => {
    const asked = request(
      server.url + path,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        let received = ''
        answer.on('data', (chunk) => (received += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode, type: JSON.parse(received).type }))
      },
    )
    asked.once('error', reject)
    asked.end(text)
  })
}
