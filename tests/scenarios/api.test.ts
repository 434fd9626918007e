import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setField } from '../../shared/document/edit.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { CLOSE } from '../../shared/protocol/live.ts'
import { openStockClient, untilDoc } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let agreement: Started

const get = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  fetch(server.url + path, { headers })
const linkFor = (partyId: string | null) =>
  agreement.invitations.find((each) => each.partyId === partyId)?.url ?? ''
const firstParty = () => agreement.invitations.find(({ partyId }) => partyId !== null)?.partyId ?? ''

beforeAll(async () => {
  server = await startServer()
  token = await server.token('check')
  agreement = await server.createAgreement({ templateId: 'coop_youth', shortTitle: 'Samen dichtbij' }, token)
})
afterAll(() => server.stop())

describe('the server tells about itself', () => {
  test('it is alive, ready to keep, and counts', async () => {
    expect(await (await get('/healthz', {})).json()).toEqual({ status: 'ok' })
    expect(await (await get('/readyz', {})).json()).toEqual({ status: 'ready' })
    const metrics = await (await get('/metrics', {})).text()
    expect(metrics).toContain('handslag_live_sessions')
    expect(metrics).toContain('route="/readyz"')
  })

  test('the OpenAPI document names every endpoint with its schemas', async () => {
    const document = await (await get('/api/v1/openapi.json', {})).json()
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths as Record<string, object>).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(operations.sort()).toEqual(Object.keys(endpoints).sort())
  })

  test('pages and answers carry the headers that keep foreign code out', async () => {
    const { headers } = await get('/api/v1/me', {})
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('strict-transport-security')).toBeNull()
  })
})

describe('templates', () => {
  test('the list names all four with the roles they start with', async () => {
    const { templates } = await (await get('/api/v1/templates')).json()
    expect(templates.map(({ id }: { id: string }) => id)).toEqual([
      'coop_youth',
      'covenant_honour',
      'programme',
      'short_project',
    ])
    expect(templates[0].roles).toHaveLength(3)
  })

  test('one template comes with its explanations, the catalogue with its lists', async () => {
    const template = await (await get('/api/v1/templates/coop_youth', {})).json()
    expect(template.articles[0]).toHaveProperty('guidance')
    const catalog = await (await get('/api/v1/catalog', {})).json()
    expect(catalog.tasks.length).toBeGreaterThan(60)
  })

  test.each(['/api/v1/templates/coop_youth', '/api/v1/catalog'])(
    '%s goes packed to who can unpack it, as it is to others',
    async (path) => {
      const ask = (accepted: string) => get(path, { 'accept-encoding': accepted })
      const [packed, plain] = [await ask('br, gzip'), await ask('identity')]
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect(await packed.json()).toEqual(await plain.json())
    },
  )
})

describe('an agreement', () => {
  test('started from a template it has its roles as parties and a link for each', async () => {
    const snapshot = await (await get(`/api/v1/agreements/${agreement.id}`)).json()
    expect(snapshot.format).toBe('handslag-agreement/1')
    expect(snapshot.id).toBe(agreement.id)
    expect(snapshot.parties.map(({ role }: { role: string }) => role)).toEqual([
      'municipality',
      'youth_care_provider',
      'migrant_organisation',
    ])
    expect(agreement.title).toBe('Samenwerkingsovereenkomst Samen dichtbij')
    expect(agreement.invitations.map(({ partyId, role }) => [partyId, role])).toEqual([
      [null, 'facilitator'],
      ...snapshot.parties.map(({ id }: { id: string }) => [id, 'writer']),
    ])
  })

  test('started with parties it has those', async () => {
    const parties = [
      { role: 'municipality', name: 'Gemeente Weidehaven', city: 'Weidehaven' },
      { role: 'school' },
    ]
    const made = await server.createAgreement(
      { templateId: 'short_project', title: 'Eigen titel', parties },
      token,
    )
    const snapshot = await (await get(`/api/v1/agreements/${made.id}`)).json()
    expect(made.title).toBe('Eigen titel')
    expect(snapshot.parties.map(({ name }: { name: string | null }) => name)).toEqual([
      'Gemeente Weidehaven',
      null,
    ])
    expect(made.invitations).toHaveLength(3)
  })

  test('started with a mistyped name it is made, and the name is told', async () => {
    const { messages } = await server.createAgreement(
      { templateId: 'short_project', tittle: 'Ons plan' },
      token,
    )
    expect(messages).toMatchObject([{ path: 'tittle', reason: 'unknown_key', found: '"Ons plan"' }])
  })

  test('started from its own snapshot it is the same agreement under another id', async () => {
    const { id, ...before } = await (await get(`/api/v1/agreements/${agreement.id}`)).json()
    const copy = await server.createAgreement({ snapshot: { id, ...before } }, token)
    const { id: copyId, ...after } = await (await get(`/api/v1/agreements/${copy.id}`)).json()
    expect(copyId).not.toBe(id)
    expect(after).toEqual(before)
  })

  test('the JSON export is the snapshot, under the name of the agreement', async () => {
    const file = await get(`/api/v1/agreements/${agreement.id}/export?format=json`)
    expect(file.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Samenwerkingsovereenkomst%20Samen%20dichtbij.json",
    )
    expect(await file.json()).toEqual(await (await get(`/api/v1/agreements/${agreement.id}`)).json())
  })

  test('the Word and HTML exports are files of their kind with the title in them', async () => {
    const word = await get(`/api/v1/agreements/${agreement.id}/export`)
    expect(word.headers.get('content-type')).toBe(endpoints.exportAgreement.success.mediaTypes[0])
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    const html = await get(`/api/v1/agreements/${agreement.id}/export?format=html`)
    expect(await html.text()).toContain('Samen dichtbij')
  })

  test('a member gives a party a second link, and the list of the member shows the agreement', async () => {
    const made = await post(
      `${server.url}/api/v1/agreements/${agreement.id}/invitations`,
      { partyId: firstParty(), role: 'reader' },
      { authorization: `Bearer ${token}` },
    )
    expect(made.status).toBe(201)
    const cookie = await server.joinAs((await made.json()).url, 'Lezer')
    const { you } = await (await get(`/api/v1/agreements/${agreement.id}/participants`, { cookie })).json()
    expect(you).toMatchObject({ name: 'Lezer', partyId: firstParty(), role: 'reader' })
    const { agreements } = await (await get('/api/v1/agreements')).json()
    expect(agreements.find(({ id }: { id: string }) => id === agreement.id)).toMatchObject({
      role: 'facilitator',
      title: 'Samenwerkingsovereenkomst Samen dichtbij',
    })
  })
})

describe('joining by link', () => {
  test('a link tells what it is for before anybody joins', async () => {
    const secret = new URL(linkFor(firstParty())).hash.slice(1)
    const seen = await (await post(`${server.url}/api/v1/invitations/see`, { secret })).json()
    expect(seen).toMatchObject({ agreementId: agreement.id, role: 'writer', partyId: firstParty() })
    expect(seen.parties).toHaveLength(3)
  })

  test('who joins gets a cookie no script can read, and takes part', async () => {
    const secret = new URL(linkFor(firstParty())).hash.slice(1)
    const joined = await post(`${server.url}/api/v1/invitations/join`, { secret, name: ' Fatima ' })
    expect(joined.status).toBe(201)
    const [setCookie = ''] = joined.headers.getSetCookie()
    expect(setCookie).toMatch(/^handslag_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const body = await joined.json()
    expect(body.participant).toMatchObject({ name: 'Fatima', role: 'writer', partyId: firstParty() })
    expect(body.me).toMatchObject({ kind: 'guest', name: 'Fatima' })
    const cookie = setCookie.split(';')[0] ?? ''
    expect((await get(`/api/v1/agreements/${agreement.id}`, { cookie })).status).toBe(200)
  })

  test('a browser that is known takes part in a second agreement as the same person', async () => {
    const cookie = await server.joinAs(linkFor(firstParty()), 'Fatima')
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const secret = new URL(other.invitations[1]?.url ?? '').hash.slice(1)
    const joined = await post(`${server.url}/api/v1/invitations/join`, { secret, name: 'Fatima' }, { cookie })
    expect(joined.headers.getSetCookie()).toEqual([])
    const { agreements } = await (await get('/api/v1/agreements', { cookie })).json()
    expect(agreements.map(({ id }: { id: string }) => id).sort()).toEqual([agreement.id, other.id].sort())
  })

  test('who leads keeps leading after opening the link of a party', async () => {
    const cookie = await server.startAs('Petra')
    const secret = new URL(linkFor(firstParty())).hash.slice(1)
    const joined = await post(`${server.url}/api/v1/invitations/join`, { secret, name: 'Petra' }, { cookie })
    expect((await joined.json()).participant.role).toBe('facilitator')
  })

  test('who leaves is not known any more', async () => {
    const cookie = await server.joinAs(linkFor(firstParty()), 'Even')
    const left = await fetch(`${server.url}/api/v1/sessions/leave`, { method: 'POST', headers: { cookie } })
    expect(left.status).toBe(204)
    expect((await (await get('/api/v1/me', { cookie })).json()).kind).toBe('nobody')
  })
})

describe('starting at the machine itself', () => {
  test('the first member signs in with a name alone, and sees what a token made', async () => {
    expect((await (await get('/api/v1/me', {})).json()).canStartHere).toBe(true)
    const cookie = await server.startAs('Petra')
    expect(await (await get('/api/v1/me', { cookie })).json()).toMatchObject({ kind: 'staff', name: 'Petra' })
    const { agreements } = await (await get('/api/v1/agreements', { cookie })).json()
    expect(agreements.map(({ id }: { id: string }) => id)).toContain(agreement.id)
  })
})

describe('live', () => {
  test('a stock client with a cookie reads and writes; others and the snapshot show what it wrote', async () => {
    const cookie = await server.joinAs(linkFor(firstParty()), 'Fatima')
    const one = await openStockClient(server.url, agreement.id, { cookie })
    const two = await openStockClient(server.url, agreement.id, { authorization: `Bearer ${token}` })
    setField(one.doc, 'purpose.area', 'Wijk West')
    await untilDoc(two.doc, () => readAgreement(two.doc).value.purpose.area === 'Wijk West')
    const snapshot = await (await get(`/api/v1/agreements/${agreement.id}`)).json()
    expect(snapshot.purpose.area).toBe('Wijk West')
    expect(snapshot.drafting.coDrafterPartyIds).toEqual([firstParty()])
    one.close()
    two.close()
  })

  test('who writes on while the server is away finds it all kept when it is back', async () => {
    const cookie = await server.joinAs(linkFor(firstParty()), 'Fatima')
    const client = await openStockClient(server.url, agreement.id, { cookie })
    const away = new Promise((resolve) => client.provider.once('connection-close', resolve))
    const restarted = server.restart()
    expect(await away).toMatchObject({ code: CLOSE.goingDown })
    setField(client.doc, 'place', 'Weidehaven')
    await restarted
    const witness = await openStockClient(server.url, agreement.id, { cookie })
    await untilDoc(witness.doc, () => readAgreement(witness.doc).value.place === 'Weidehaven')
    client.close()
    witness.close()
  })

  test('a restart, even one without warning, loses neither text nor people', async () => {
    const cookie = await server.joinAs(linkFor(firstParty()), 'Fatima')
    const client = await openStockClient(server.url, agreement.id, { cookie })
    const other = await openStockClient(server.url, agreement.id, { cookie })
    setField(client.doc, 'purpose.targetGroup', 'Ouders in West')
    await untilDoc(other.doc, () => readAgreement(other.doc).value.purpose.targetGroup === 'Ouders in West')
    client.close()
    other.close()
    const before = await (await get(`/api/v1/agreements/${agreement.id}`, { cookie })).json()
    await server.restart('SIGKILL')
    expect(await (await get(`/api/v1/agreements/${agreement.id}`, { cookie })).json()).toEqual(before)
    await server.restart()
    expect(await (await get(`/api/v1/agreements/${agreement.id}`, { cookie })).json()).toEqual(before)
    expect(before.purpose.targetGroup).toBe('Ouders in West')
  })
})
