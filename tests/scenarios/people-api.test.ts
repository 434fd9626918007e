/** Who comes into an agreement, what they may there, and how that ends: one story, told over the real interface of one server. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpSocket } from '../../client/connection/http-socket.ts'
import { setField } from '../../shared/document/edit.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { SUBPROTOCOL } from '../../shared/protocol/live.ts'
import { LiveClient } from '../support/live-client.ts'
import { cookieOf, post, type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let agreement: Started
let parties: string[]

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  parties = agreement.invitations.flatMap(({ partyId }) => partyId ?? [])
})
afterAll(() => server.stop())

const lead = () => ({ authorization: `Bearer ${token}` })
const path = (rest: string) => `${server.url}/api/v1/agreements/${agreement.id}${rest}`
const send = (method: string, rest: string, body?: unknown, headers: Record<string, string> = lead()) =>
  fetch(path(rest), {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const secretOf = (url: string) => new URL(url).hash.slice(1)
const joinBy = (url: string, body: object, headers = {}) =>
  post(`${server.url}/api/v1/invitations/join`, { secret: secretOf(url), ...body }, headers)

/** A line that is open, and how it will end. */
async function openLine(cookie: string) {
  const Line = lineAs(cookie)
  const line = new Line(`${server.url}/sync/${agreement.id}`, [SUBPROTOCOL])
  const closed = new Promise<number>((resolve) => {
    line.onclose = ({ code }: CloseEvent) => resolve(code)
  })
  await new Promise<void>((resolve) => {
    line.onopen = () => resolve()
  })
  return { closed }
}

/** Asks about a link from this address of the machine; gives the status. */
function postFrom(localAddress: string, what: 'see' | 'join', body: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const path = `/api/v1/invitations/${what}`
    const headers = { 'content-type': 'application/json' }
    const asking = request({ hostname, port, path, method: 'POST', localAddress, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asking.on('error', reject)
    asking.end(JSON.stringify(body))
  })
}

async function newLink(change: object = {}) {
  const body = { partyId: parties[0] ?? null, role: 'writer', ...change }
  const made = await send('POST', '/invitations', body)
  expect(made.status).toBe(201)
  return (await made.json()) as { id: string; url: string; label: string; expiresAt: string }
}
async function comeIn(body: object = { name: 'Fatima' }, change: object = {}) {
  const joined = await joinBy((await newLink(change)).url, body)
  expect(joined.status).toBe(201)
  const { participant } = await joined.json()
  return { cookie: cookieOf(joined), personId: participant.personId as string, participant }
}
const waysIn = async () => (await send('GET', '/invitations')).json()
const people = async (headers: Record<string, string> = lead()) =>
  (await (await send('GET', '/participants', undefined, headers)).json()).participants as {
    personId: string
    name: string
    state: string
    role: string
  }[]
const entryOf = async (cookie: string) =>
  (await (await fetch(`${server.url}/api/v1/entries/${agreement.id}`, { headers: { cookie } })).json()).state
const problemOf = async (answer: Response) => [answer.status, (await answer.json()).type]
const liveAs = (cookie: string) =>
  new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, { cookie })

/** Somebody else who came by this link. */
const liveInTheRoom = async (url: string) => liveAs(cookieOf(await joinBy(url, { name: 'Ibrahim' })))

/** The same person where no socket gets through. */
const lineAs = (cookie: string) =>
  httpSocket((address, options) => fetch(address, { ...options, headers: { ...options.headers, cookie } }))

describe('links', () => {
  test('a link has a name, an end and a count, and the list holds nothing that lets anybody in', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const link = await newLink({ label: 'Link voor Stichting X', expiresAt })
    for (const name of ['Fatima', 'Ibrahim']) await joinBy(link.url, { name })
    const listed = (await waysIn()).invitations.find(({ id }: { id: string }) => id === link.id)
    expect(listed).toMatchObject({ label: 'Link voor Stichting X', expiresAt, uses: 2, revokedAt: null })
    expect(Date.parse(listed.lastUsedAt)).toBeGreaterThan(0)
    expect(JSON.stringify(listed)).not.toContain(secretOf(link.url))
  })

  test.each([
    ['in the past', -1000],
    ['in more than ninety days', 91 * 24 * 3_600_000],
  ])('a link that would end %s is not made', async (_, after) => {
    const expiresAt = new Date(Date.now() + after).toISOString()
    const made = await send('POST', '/invitations', { partyId: null, role: 'reader', expiresAt })
    const body = await made.json()
    expect([made.status, body.errors[0].path]).toEqual([400, 'expiresAt'])
  })

  test('one link lets no more than a hallful in within a minute, from however many addresses; another link still does', async () => {
    const [link, other] = [await newLink(), await newLink()]
    const outcomes = { see: [] as number[], join: [] as number[] }
    // Fewer from each address than one address may ask.
    const tries = Array.from({ length: 220 }, (_, n) => ({ n, from: `127.0.9.${1 + (n % 5)}` }))
    for (const what of ['see', 'join'] as const)
      for (const { n, from } of tries.slice(0, what === 'see' ? 220 : 110))
        outcomes[what].push(
          await postFrom(from, what, {
            secret: secretOf(link.url),
            ...(what === 'join' && { name: `N${n}` }),
          }),
        )
    expect(outcomes.see.filter((status) => status === 200)).toHaveLength(200)
    expect(outcomes.join.filter((status) => status === 201)).toHaveLength(100)
    expect(new Set(outcomes.see.slice(200))).toEqual(new Set([429]))
    expect(new Set(outcomes.join.slice(100))).toEqual(new Set([429]))
    expect(await postFrom('127.0.9.9', 'see', { secret: secretOf(other.url) })).toBe(200)
  })

  test('who signs out is signed out on every page of that browser at once, by socket and by line, and not elsewhere', async () => {
    const link = await newLink()
    const { cookie } = await comeIn()
    const [elsewhere, live, line] = [await liveInTheRoom(link.url), liveAs(cookie), await openLine(cookie)]
    await Promise.all([elsewhere.synced, live.synced])
    const left = await post(`${server.url}/api/v1/sessions/leave`, {}, { cookie })
    expect(left.status).toBe(204)
    expect(await live.closed).toBe(4401)
    expect(await line.closed).toBe(4401)
    await elsewhere.roundTrip()
    expect(elsewhere.isOpen).toBe(true)
    elsewhere.close()
  })

  test('a link that was withdrawn opens nothing, the others do, and who came by it stays', async () => {
    const [link, other] = [await newLink(), await newLink()]
    const cookie = cookieOf(await joinBy(link.url, { name: 'Fatima' }))
    expect((await send('POST', `/invitations/${link.id}/revoke`)).status).toBe(204)
    expect(await problemOf(await joinBy(link.url, { name: 'Te laat' }))).toEqual([
      404,
      '/problems/invalid-invitation',
    ])
    expect((await joinBy(other.url, { name: 'Op tijd' })).status).toBe(201)
    expect((await send('GET', '', undefined, { cookie })).status).toBe(200)
  })

  test('a link of another agreement can not be withdrawn from here', async () => {
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const headers = { authorization: `Bearer ${token}` }
    const { invitations } = await (
      await fetch(`${server.url}/api/v1/agreements/${other.id}/invitations`, { headers })
    ).json()
    const answer = await send('POST', `/invitations/${invitations[0].id}/revoke`)
    expect(await problemOf(answer)).toEqual([404, '/problems/unknown-invitation'])
    expect((await joinBy(other.invitations[1]?.url ?? '', { name: 'Fatima' })).status).toBe(201)
  })

  test('who wants to read along needs no name, belongs to no party, and writes nothing', async () => {
    const { cookie, participant } = await comeIn({ readAlong: true })
    expect(participant).toMatchObject({ name: '', partyId: null, role: 'reader' })
    const live = liveAs(cookie)
    await live.synced
    setField(live.doc, 'purpose.area', 'Niet van mij')
    await expect.poll(() => live.refusals).toEqual(['read_only'])
    expect((await (await send('GET', '')).json()).purpose.area).not.toBe('Niet van mij')
    live.close()
  })

  test.each(['reader', 'commenter', 'signatory'])('what a %s writes reaches nobody', async (role) => {
    const { cookie } = await comeIn({ name: 'Fatima' }, { role })
    const [live, witness] = [liveAs(cookie), liveAs(cookie)]
    await Promise.all([live.synced, witness.synced])
    setField(live.doc, 'place', `Van een ${role}`)
    await expect.poll(() => live.refusals).toEqual(['read_only'])
    await witness.roundTrip()
    expect(readAgreement(witness.doc).value.place).not.toBe(`Van een ${role}`)
    expect((await (await send('GET', '')).json()).place).not.toBe(`Van een ${role}`)
    live.close()
    witness.close()
  })

  test('on a shared computer the cookie goes with the browser, also of who was known there for long', async () => {
    const link = await newLink()
    const joined = await joinBy(link.url, { name: 'Fatima', sharedComputer: true })
    expect(joined.headers.getSetCookie()[0]).toMatch(
      /^handslag_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const { cookie } = await comeIn()
    const again = await joinBy(link.url, { name: 'Fatima', sharedComputer: true }, { cookie })
    expect(again.headers.getSetCookie()[0]).not.toContain('Max-Age')
    expect(await entryOf(cookieOf(again))).toBe('active')
    expect((await send('GET', '', undefined, { cookie })).status).toBe(401)
  })

  test('who leaves is told by the browser too to forget all', async () => {
    const { cookie } = await comeIn()
    const left = await fetch(`${server.url}/api/v1/sessions/leave`, { method: 'POST', headers: { cookie } })
    expect(left.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
    expect(left.headers.getSetCookie()[0]).toMatch(/^handslag_session=;/)
  })
})

describe('somebody who has to be admitted', () => {
  test('sees nothing and hears nothing until who leads lets them in', async () => {
    const { cookie, personId, participant } = await comeIn({ name: 'Wie' }, { askFirst: true })
    expect(participant.state).toBe('waiting')
    expect(await problemOf(await send('GET', '', undefined, { cookie }))).toEqual([
      403,
      '/problems/not-allowed',
    ])
    expect(await liveAs(cookie).closed).toBe(4403)
    const other = await comeIn({ name: 'Binnen' })
    const names = async (headers: Record<string, string>) => (await people(headers)).map(({ name }) => name)
    expect(await names(lead())).toContain('Wie')
    expect(await names({ cookie: other.cookie })).not.toContain('Wie')
    expect(await entryOf(cookie)).toBe('waiting')
    expect((await send('POST', `/participants/${personId}/admit`)).status).toBe(200)
    expect(await entryOf(cookie)).toBe('active')
    expect((await send('GET', '', undefined, { cookie })).status).toBe(200)
  })
})

describe('a room code', () => {
  const enter = (code: string, body: object) =>
    post(`${server.url}/api/v1/room-codes/enter`, { code, ...body })
  const see = (code: string) => post(`${server.url}/api/v1/room-codes/see`, { code })
  const open = async (body = {}) => (await (await send('POST', '/room-code', body)).json()).code as string

  test('lets people in for the party they choose, or to read along, and is counted', async () => {
    const code = await open()
    expect(await (await see(code)).json()).toMatchObject({ agreementId: agreement.id, partyId: null })
    const writer = await enter(code.toLowerCase().replace(' ', ''), { name: 'Fatima', partyId: parties[1] })
    expect((await writer.json()).participant).toMatchObject({ role: 'writer', partyId: parties[1] })
    const reader = await enter(code, { partyId: null, readAlong: true })
    expect((await reader.json()).participant).toMatchObject({ role: 'reader', partyId: null, name: '' })
    expect((await waysIn()).roomCode).toMatchObject({ uses: 2 })
    expect(JSON.stringify(await waysIn())).not.toContain(code)
  })

  test('is no way to write for no party, and needs a name', async () => {
    const code = await open()
    for (const body of [
      { name: 'Fatima', partyId: null },
      { name: 'Fatima', partyId: 'p_none' },
      { partyId: parties[0] },
    ])
      expect(await problemOf(await enter(code, body))).toEqual([400, '/problems/malformed-request'])
  })

  test('stops working when a new one is opened, and when it is closed', async () => {
    const [first, second] = [await open(), await open()]
    expect((await see(first)).status).toBe(404)
    expect((await see(second)).status).toBe(200)
    expect((await send('POST', '/room-code/close')).status).toBe(204)
    expect(await problemOf(await see(second))).toEqual([404, '/problems/invalid-code'])
    expect((await waysIn()).roomCode).toBeNull()
  })
})

test('closing all ends every link and the code at once; who is in stays', async () => {
  const link = await newLink()
  const { cookie } = await comeIn()
  const { code } = await (await send('POST', '/room-code', {})).json()
  const closed = await send('POST', '/invitations/close')
  expect((await closed.json()).closed).toBeGreaterThanOrEqual(2)
  expect((await joinBy(link.url, { name: 'Te laat' })).status).toBe(404)
  expect((await post(`${server.url}/api/v1/room-codes/see`, { code })).status).toBe(404)
  expect((await send('GET', '', undefined, { cookie })).status).toBe(200)
})

describe('who leads changes what somebody may do', () => {
  test('a writer becomes a reader and a writer again without connecting anew; what is written between is not taken', async () => {
    const { cookie, personId } = await comeIn()
    const live = liveAs(cookie)
    await live.synced
    await send('PATCH', `/participants/${personId}`, { role: 'reader' })
    await expect
      .poll(() => live.notices)
      .toContainEqual({ kind: 'role', role: 'reader', canWrite: false, hold: null })
    setField(live.doc, 'place', 'Nergens')
    await expect.poll(() => live.refusals).toEqual(['read_only'])
    await send('PATCH', `/participants/${personId}`, { role: 'writer' })
    await expect
      .poll(() => live.notices)
      .toContainEqual({ kind: 'role', role: 'writer', canWrite: true, hold: null })
    expect((await (await send('GET', '')).json()).place).not.toBe('Nergens')
    live.close()
    const fresh = liveAs(cookie)
    await fresh.synced
    setField(fresh.doc, 'place', 'Weidehaven')
    await expect.poll(() => fresh.keptUpTo).toBe(fresh.sent)
    const witness = liveAs(cookie)
    await witness.synced
    expect(readAgreement(witness.doc).value.place).toBe('Weidehaven')
    fresh.close()
    witness.close()
  })

  test('a name, a role and a party hold everywhere, and a link does not undo them', async () => {
    const link = await newLink()
    const joined = await joinBy(link.url, { name: 'Sinterklaas' })
    const cookie = cookieOf(joined)
    const { personId } = (await joined.json()).participant
    const change = { name: 'Fatima', role: 'commenter', partyId: parties[2] }
    const changed = await send('PATCH', `/participants/${personId}`, change)
    expect(await changed.json()).toMatchObject(change)
    const again = await joinBy(link.url, { name: 'Sinterklaas' }, { cookie })
    expect((await again.json()).participant).toMatchObject(change)
  })

  test('somebody has to lead: the last one stays, and stays who leads', async () => {
    const [leader] = (await people()).filter(({ role }) => role === 'facilitator')
    const last = [409, '/problems/last-facilitator']
    const other = { role: 'reader' }
    expect(await problemOf(await send('PATCH', `/participants/${leader?.personId}`, other))).toEqual(last)
    expect(await problemOf(await send('POST', `/participants/${leader?.personId}/remove`))).toEqual(last)
  })

  test('people, links and the code are for who leads alone, and only of their own agreement', async () => {
    const { cookie, personId } = await comeIn()
    const asWriter = { cookie }
    for (const [method, rest, body] of [
      ['GET', '/invitations', undefined],
      ['POST', '/invitations/close', undefined],
      ['POST', '/room-code', {}],
      ['POST', '/room-code/close', undefined],
      ['PATCH', `/participants/${personId}`, { role: 'facilitator' }],
      ['POST', `/participants/${personId}/remove`, undefined],
      ['POST', `/participants/${personId}/admit`, undefined],
    ] as const)
      expect(await problemOf(await send(method, rest, body, asWriter)), rest).toEqual([
        403,
        '/problems/not-allowed',
      ])
    const stranger = await send('PATCH', '/participants/nobody', { role: 'reader' })
    expect(await problemOf(stranger)).toEqual([404, '/problems/unknown-participant'])
  })
})

describe('who is removed', () => {
  test('loses every connection, socket and line, and the next request is refused', async () => {
    const { cookie, personId } = await comeIn()
    const live = liveAs(cookie)
    await live.synced
    const line = await openLine(cookie)
    const before = performance.now()
    expect((await send('POST', `/participants/${personId}/remove`)).status).toBe(204)
    expect(await live.closed).toBe(4403)
    process.stdout.write(`removed: her socket closed after ${Math.round(performance.now() - before)} ms\n`)
    expect(await line.closed).toBe(4403)
    expect(await problemOf(await send('GET', '', undefined, { cookie }))).toEqual([
      403,
      '/problems/not-allowed',
    ])
    expect(await liveAs(cookie).closed).toBe(4403)
    expect(await entryOf(cookie)).toBe('removed')
    expect((await people()).map((each) => each.personId)).not.toContain(personId)
  })

  test('waits to be admitted when she opens a link again', async () => {
    const link = await newLink()
    const joined = await joinBy(link.url, { name: 'Fatima' })
    const cookie = cookieOf(joined)
    const { personId } = (await joined.json()).participant
    await send('POST', `/participants/${personId}/remove`)
    const again = await joinBy(link.url, { name: 'Fatima' }, { cookie })
    expect((await again.json()).participant.state).toBe('waiting')
    expect((await send('GET', '', undefined, { cookie })).status).toBe(403)
  })
})

describe('presence', () => {
  test('nobody appears under another name or party than the server knows', async () => {
    const { cookie, personId } = await comeIn({ name: 'Fatima' })
    const live = liveAs(cookie)
    await live.synced
    live.show({
      user: { personId: 'petra', name: 'De wethouder', partyId: parties[2], role: 'facilitator' },
    })
    await expect
      .poll(() => JSON.parse(live.presence.at(-1)?.state ?? '{}').user)
      .toEqual({
        personId,
        name: 'Fatima',
        partyId: parties[0],
        role: 'writer',
      })
    live.close()
  })
})
