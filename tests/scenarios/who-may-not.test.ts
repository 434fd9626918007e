import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import type { Endpoint } from '../../shared/protocol/endpoint.ts'
import { endpoints, ROLES, type Role } from '../../shared/protocol/endpoints.ts'
import { CLOSE } from '../../shared/protocol/live.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { addressIn, BODIES, type Known, RIGHTS } from '../support/rights-table.ts'
import { closeCodeOf } from '../support/stock-client.ts'
import { cookieOf, post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let known: Known
let invitationSecret: string
let token: string
let sessionOf: Record<Role, string>
/** Takes part in another agreement alone. */
let elsewhere: string
/** Opened a reading link, and takes part in nothing. */
let reading: string
let readingLink: string
/** What stands behind each name of `NOT_KNOWN`. */
let notKnown: Record<string, Headers>
/** Tokens that were made for less than all that their member may do. */
let narrow: { reading: Headers; elsewhere: Headers }

/** Credentials that prove nothing, whatever they are sent to. */
const NOT_KNOWN = [
  'nothing at all',
  'a cookie nobody gave',
  'a token nobody gave',
  'an empty token',
  'a token that is far too long',
  'a good cookie beside a token nobody gave',
  'a session that is over',
  'a session that was left',
  'a token that was withdrawn',
  'a token whose time is over',
  'a token sent as a cookie',
  'a session sent as a token',
  'an invitation sent as a token',
  'an invitation sent as a cookie',
  'the id of a person as a cookie',
  'a name of the server as a cookie',
  'a reading link sent as a token',
  'a reading link sent as a cookie',
  'a reading link as what a reader keeps',
  'what a reader keeps, sent as a token',
  'what a reader keeps, sent as a session',
  'a session as what a reader keeps',
] as const

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  const agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const other = await server.createAgreement({ templateId: 'short_project' }, token)
  const writers = agreement.invitations.find(({ role }) => role === 'writer')
  const headers = { authorization: `Bearer ${token}` }
  const snapshot = await (await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, { headers })).json()
  known = {
    agreementId: agreement.id,
    partyId: writers?.partyId ?? '',
    articleId: snapshot.articles[0].id,
  }
  invitationSecret = secretIn(writers?.url ?? '')
  sessionOf = await oneOfEach(agreement)
  elsewhere = await server.joinAs(
    other.invitations.find(({ role }) => role === 'writer')?.url ?? '',
    'Elders',
  )
  const round = await post(
    `${server.url}/api/v1/agreements/${agreement.id}/rounds`,
    { partyId: known.partyId },
    headers,
  )
  readingLink = secretIn((await round.json()).url)
  reading = cookieOf(await post(`${server.url}/api/v1/reading/open`, { secret: readingLink }))
  notKnown = await credentialsThatProveNothing(agreement)
  narrow = { reading: await tokenFor('--scope', 'read'), elsewhere: await tokenFor('--agreement', other.id) }
})
afterAll(() => server.stop())

async function tokenFor(...words: string[]): Promise<Headers> {
  const { stdout, stderr, code } = await server.command('token', 'create', '--name', 'narrow', ...words)
  expect(code, stderr).toBe(0)
  return { authorization: `Bearer ${stdout.trimEnd().split('\n').at(-1)}` }
}

const secretIn = (url: string) => new URL(url).hash.slice(1)
const sessionIn = (cookie: string) => cookie.split('=')[1] ?? ''

/** Somebody in every role, all for the same party, but for who leads. */
async function oneOfEach({ id }: Started): Promise<Record<Role, string>> {
  const joined = await Promise.all(
    ROLES.map(async (role) => {
      const partyId = role === 'facilitator' ? null : known.partyId
      const made = await post(
        `${server.url}/api/v1/agreements/${id}/invitations`,
        { partyId, role },
        { authorization: `Bearer ${token}` },
      )
      return [role, await server.joinAs((await made.json()).url, `Een ${role}`)] as const
    }),
  )
  const sessions = Object.fromEntries(joined) as Record<Role, string>
  // Whoever of these was not the first to come in for the party.
  for (const role of ['writer', 'signatory'] as const) await giveWord(id, sessions[role])
  return sessions
}

async function giveWord(id: string, cookie: string): Promise<void> {
  const { personId } = await (await fetch(`${server.url}/api/v1/me`, { headers: { cookie } })).json()
  const answer = await fetch(`${server.url}/api/v1/agreements/${id}/participants/${personId}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ speaksFor: true }),
  })
  expect(answer.status).toBe(200)
}

async function credentialsThatProveNothing({ invitations }: Started): Promise<Record<string, Headers>> {
  const writers = invitations.find(({ role }) => role === 'writer')?.url ?? ''
  const [over, left] = await Promise.all([server.joinAs(writers, 'Over'), server.joinAs(writers, 'Weg')])
  const me = await (await fetch(`${server.url}/api/v1/me`, { headers: { cookie: over } })).json()
  const [withdrawn, expired] = [await server.token('withdrawn'), await server.token('expired')]
  await post(`${server.url}/api/v1/sessions/leave`, {}, { cookie: left })
  const database = new DatabaseSync(join(server.dataDir, DATABASE_FILE), { timeout: 5000 })
  database.exec(
    `update session set expires_at = '2020-01-01T00:00:00.000Z' where person_id = '${me.personId}'`,
  )
  database.exec(`update api_token set revoked_at = '2020-01-01T00:00:00.000Z' where name = 'withdrawn'`)
  database.exec(`update api_token set expires_at = '2020-01-01T00:00:00.000Z' where name = 'expired'`)
  database.close()
  const cookie = (value: string) => ({ cookie: `handslag_session=${value}` })
  const bearer = (value: string) => ({ authorization: `Bearer ${value}` })
  return {
    'nothing at all': {},
    'a cookie nobody gave': cookie('guess'),
    'a token nobody gave': bearer('handslag_guess'),
    'an empty token': { authorization: 'Bearer ' },
    'a token that is far too long': bearer('x'.repeat(7000)),
    'a good cookie beside a token nobody gave': { cookie: elsewhere, ...bearer('handslag_guess') },
    'a session that is over': { cookie: over },
    'a session that was left': { cookie: left },
    'a token that was withdrawn': bearer(withdrawn),
    'a token whose time is over': bearer(expired),
    'a token sent as a cookie': cookie(token),
    'a session sent as a token': bearer(sessionIn(sessionOf.facilitator)),
    'an invitation sent as a token': bearer(invitationSecret),
    'an invitation sent as a cookie': cookie(invitationSecret),
    'the id of a person as a cookie': cookie(me.personId),
    'a name of the server as a cookie': cookie('__proto__'),
    'a reading link sent as a token': bearer(readingLink),
    'a reading link sent as a cookie': cookie(readingLink),
    'a reading link as what a reader keeps': { cookie: `handslag_reading=${readingLink}` },
    'what a reader keeps, sent as a token': bearer(sessionIn(reading)),
    'what a reader keeps, sent as a session': cookie(sessionIn(reading)),
    'a session as what a reader keeps': { cookie: `handslag_reading=${sessionIn(sessionOf.facilitator)}` },
  }
}

const all: Endpoint[] = Object.values(endpoints)
const guarded = all.filter(({ access }) => access !== 'public')
const ofAgreement = guarded.filter(({ access }) => access === 'agreement')

function ask(endpoint: Endpoint, headers: Headers): Promise<Response> {
  const url = server.url + addressIn(endpoint, known)
  const { method } = endpoint
  if (method === 'GET') return fetch(url, { headers })
  const body = BODIES[endpoint.name as keyof typeof endpoints]?.(known) ?? {}
  return fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** The name of the refusal; the name of the endpoint with it, so that a failure says where. */
async function refusalOf(endpoint: Endpoint, headers: Headers): Promise<string> {
  const answer = await ask(endpoint, headers)
  const isProblem = answer.headers.get('content-type')?.includes('application/problem+json') ?? false
  const name = isProblem ? problem.parse(await answer.json()).type.replace('/problems/', '') : answer.status
  return `${endpoint.name}: ${name}`
}

async function openLine(headers: Headers): Promise<number> {
  const url = `${server.url}/sync/${known.agreementId}/lines`
  return (await post(url, { protocols: ['handslag.1'] }, headers)).status
}

describe('who is not known gets nothing', () => {
  test.each(NOT_KNOWN)('%s: every endpoint that is not for everybody says so', async (name) => {
    const headers = notKnown[name] ?? {}
    const answers = await Promise.all(guarded.map((endpoint) => refusalOf(endpoint, headers)))
    expect(answers).toEqual(guarded.map((endpoint) => `${endpoint.name}: not-signed-in`))
  })

  test.each(NOT_KNOWN)('%s: no socket and no line to the text', async (name) => {
    const headers = notKnown[name] ?? {}
    expect(await closeCodeOf(server.url, known.agreementId, headers)).toBe(CLOSE.notKnown)
    expect(await openLine(headers)).toBe(401)
  })
})

describe('who reads along by a link', () => {
  const others = guarded.filter(({ access }) => access !== 'reading')
  const ofReaders = guarded.filter(({ access }) => access === 'reading')

  test('reads, and is nobody to every other endpoint', async () => {
    const answers = await Promise.all(others.map((each) => refusalOf(each, { cookie: reading })))
    expect(answers).toEqual(others.map(({ name }) => `${name}: not-signed-in`))
    expect(await refusalOf(endpoints.getReading, { cookie: reading })).toBe('getReading: 200')
    const me = await fetch(`${server.url}/api/v1/me`, { headers: { cookie: reading } })
    expect(await me.json()).toMatchObject({ kind: 'nobody', personId: null })
  })

  test('no socket and no line to the text', async () => {
    expect(await closeCodeOf(server.url, known.agreementId, { cookie: reading })).toBe(CLOSE.notKnown)
    expect(await openLine({ cookie: reading })).toBe(401)
  })

  test.each(ROLES)('is somebody else than a %s, whose session opens no reading page', async (role) => {
    const headers = { cookie: sessionOf[role] }
    const answers = await Promise.all(ofReaders.map((each) => refusalOf(each, headers)))
    expect(answers).toEqual(ofReaders.map(({ name }) => `${name}: not-signed-in`))
  })

  test('from a page of another site nothing is sent in their name', async () => {
    const headers = {
      cookie: reading,
      origin: 'https://evil.example',
      ...{ authorization: `Bearer ${token}` },
    }
    const sending = ofReaders.filter(({ method }) => method !== 'GET')
    const answers = await Promise.all(sending.map((each) => refusalOf(each, headers)))
    expect(answers).toEqual(sending.map(({ name }) => `${name}: wrong-origin`))
  })
})

describe('who takes part elsewhere gets nothing here', () => {
  test('every endpoint of the agreement says so', async () => {
    const answers = await Promise.all(ofAgreement.map((each) => refusalOf(each, { cookie: elsewhere })))
    expect(answers).toEqual(ofAgreement.map(({ name }) => `${name}: not-allowed`))
  })

  test('no socket and no line to the text', async () => {
    expect(await closeCodeOf(server.url, known.agreementId, { cookie: elsewhere })).toBe(CLOSE.notAllowed)
    expect(await openLine({ cookie: elsewhere })).toBe(403)
  })

  test('a guest does nothing that is for the workspace', async () => {
    const forWorkspace = guarded.filter(({ access }) => ['workspace', 'account', 'admin'].includes(access))
    const answers = await Promise.all(forWorkspace.map((each) => refusalOf(each, { cookie: elsewhere })))
    expect(answers).toEqual(forWorkspace.map(({ name }) => `${name}: not-allowed`))
  })

  test('a program that acts for a member sees and changes nothing of the member and of who is one', async () => {
    const ofPeople = guarded.filter(({ access }) => ['self', 'account', 'admin'].includes(access))
    const headers = { authorization: `Bearer ${token}` }
    const answers = await Promise.all(ofPeople.map((each) => refusalOf(each, headers)))
    expect(answers).toEqual(ofPeople.map(({ name }) => `${name}: not-allowed`))
  })
})

describe('a token reaches no further than it was made for', () => {
  test('one for reading: every endpoint that changes something says so, also those for everybody', async () => {
    const changes = all.filter(({ method, access }) => method !== 'GET' && access !== 'reading')
    const answers = await Promise.all(changes.map((each) => refusalOf(each, narrow.reading)))
    expect(answers).toEqual(changes.map(({ name }) => `${name}: token-too-narrow`))
  })

  test('one for another agreement: every endpoint of this one says so, and no socket and no line opens', async () => {
    const answers = await Promise.all(ofAgreement.map((each) => refusalOf(each, narrow.elsewhere)))
    expect(answers).toEqual(ofAgreement.map(({ name }) => `${name}: token-too-narrow`))
    expect(await closeCodeOf(server.url, known.agreementId, narrow.elsewhere)).toBe(CLOSE.notAllowed)
    expect(await openLine(narrow.elsewhere)).toBe(403)
  })

  test('one for another agreement: nothing of the workspace, and no way in anywhere', async () => {
    const others = all.filter(
      ({ access, method }) => access !== 'agreement' && access !== 'reading' && method !== 'GET',
    )
    const answers = await Promise.all(others.map((each) => refusalOf(each, narrow.elsewhere)))
    expect(answers).toEqual(others.map(({ name }) => `${name}: token-too-narrow`))
  })
})

describe('who takes part does what the own role may, and nothing else', () => {
  test('the table holds every endpoint of an agreement', () => {
    expect(Object.keys(RIGHTS).sort()).toEqual(ofAgreement.map(({ name }) => name).sort())
  })

  test.each(ROLES)('%s', async (role) => {
    for (const endpoint of ofAgreement) {
      const allowed = RIGHTS[endpoint.name as keyof typeof RIGHTS]
      const refused = (await refusalOf(endpoint, { cookie: sessionOf[role] })).endsWith(': not-allowed')
      expect(`${endpoint.name}: ${refused ? 'refused' : 'allowed'}`).toBe(
        `${endpoint.name}: ${allowed.includes(role) ? 'allowed' : 'refused'}`,
      )
    }
  })
})

describe('a page of another site', () => {
  const changing = all.filter(({ method }) => method !== 'GET')

  test.each([
    ['under its own name', 'https://evil.example'],
    ['without a name', 'null'],
    ['under a name that begins with ours', `http://127.0.0.1.evil.example`],
  ])('%s changes nothing with the cookie of who leads', async (_, origin) => {
    const headers = { cookie: sessionOf.facilitator, origin }
    const answers = await Promise.all(changing.map((endpoint) => refusalOf(endpoint, headers)))
    expect(answers).toEqual(changing.map(({ name }) => `${name}: wrong-origin`))
  })

  test('on another port of this machine changes nothing', async () => {
    const headers = { cookie: sessionOf.facilitator, origin: `http://127.0.0.1:${server.port + 1}` }
    const answers = await Promise.all(changing.map((endpoint) => refusalOf(endpoint, headers)))
    expect(answers).toEqual(changing.map(({ name }) => `${name}: wrong-origin`))
  })
})
