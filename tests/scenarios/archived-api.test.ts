import { afterAll, beforeAll, expect, test } from 'vitest'
import { setField } from '../../shared/document/edit.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { stopsWhenArchived } from '../../shared/protocol/endpoint.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { LiveClient } from '../support/live-client.ts'
import { addressIn, BODIES, RIGHTS } from '../support/rights-table.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let agreement: Started
let writer: string

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const { url = '' } = agreement.invitations.find(({ partyId }) => partyId !== null) ?? {}
  writer = await server.joinAs(url, 'Fatima')
})
afterAll(() => server.stop())

const headers = (who: 'lead' | 'writer') =>
  who === 'lead' ? { authorization: `Bearer ${token}` } : { cookie: writer }
const archive = (archived: boolean) =>
  fetch(`${server.url}/api/v1/agreements/${agreement.id}/archive`, {
    method: 'POST',
    headers: { ...headers('lead'), 'content-type': 'application/json' },
    body: JSON.stringify({ archived }),
  })
const known = () => ({
  agreementId: agreement.id,
  partyId: agreement.invitations.find(({ partyId }) => partyId !== null)?.partyId ?? '',
  articleId: 'x',
})
const changing = Object.values(endpoints).filter(
  (one) => one.access === 'agreement' && stopsWhenArchived(one),
)

test.each(changing)('$name changes nothing of an agreement in the archive', async (endpoint) => {
  await archive(true)
  const body = BODIES[endpoint.name]?.(known())
  const who = RIGHTS[endpoint.name as keyof typeof RIGHTS].includes('writer') ? 'writer' : 'lead'
  const answer = await fetch(server.url + addressIn(endpoint, known()), {
    method: endpoint.method,
    headers: { ...headers(who), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect([answer.status, (await answer.json()).type]).toEqual([409, '/problems/agreement-archived'])
})

test('an agreement put away is read live and written by nobody, and taking it back lets the same connections write on', async () => {
  await archive(false)
  const live = [headers('lead'), headers('writer')].map(
    (who) => new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, who),
  )
  const [lead, fatima] = live as [LiveClient, LiveClient]
  await Promise.all(live.map(({ synced }) => synced))
  expect((await archive(true)).status).toBe(204)
  for (const client of live)
    await expect.poll(() => client.notices).toContainEqual(expect.objectContaining({ hold: 'archived' }))
  setField(fatima.doc, 'place', 'Weidehaven')
  await expect.poll(() => fatima.refusals).toEqual(['archived'])
  const read = await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, { headers: headers('lead') })
  expect([read.status, (await read.json()).place]).not.toContain('Weidehaven')
  expect((await archive(false)).status).toBe(204)
  await expect.poll(() => readAgreement(lead.doc).value.place).toBe('Weidehaven')
  setField(lead.doc, 'purpose.area', 'De haven')
  await expect.poll(() => readAgreement(fatima.doc).value.purpose.area).toBe('De haven')
  for (const client of live) client.close()
})

test('it is still in the archive after the server was started anew', async () => {
  await archive(true)
  await server.restart()
  const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, headers('writer'))
  await live.synced
  expect(live.notices).toContainEqual(
    expect.objectContaining({ kind: 'welcome', canWrite: false, hold: 'archived' }),
  )
  live.close()
})
