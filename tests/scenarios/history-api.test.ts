import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleFragment, listMap } from '../../shared/document/layout.ts'
import { articleAt, historyView } from '../../shared/protocol/endpoints-history.ts'
import { openStockClient } from '../support/stock-client.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let agreement: Started
let fatima: Record<string, string>

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const link = agreement.invitations.find(({ role }) => role === 'writer')?.url ?? ''
  fatima = { cookie: await server.joinAs(link, 'Fatima') }
})
afterAll(() => server?.stop())

const get = (path: string) =>
  fetch(`${server.url}/api/v1/agreements/${agreement.id}${path}`, { headers: fatima })
const history = async () => historyView.parse(await (await get('/history')).json())

test('what somebody writes in an article stands in the history under their name, and the article of that moment has it', async () => {
  const client = await openStockClient(server.url, agreement.id, fatima)
  const [id = ''] = listMap(client.doc, 'articles').keys()
  expect((await history()).changes).toEqual([])
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Wat Fatima schreef.')])
  articleFragment(client.doc, id).push([paragraph])
  await expect.poll(async () => (await history()).changes).toHaveLength(1)
  const { changes, authors } = await history()
  expect(changes[0]).toMatchObject({ place: id, edits: 1 })
  expect(authors).toMatchObject([
    { personId: changes[0]?.personId, name: 'Fatima', clientIds: [client.doc.clientID] },
  ])
  const then = articleAt.parse(await (await get(`/articles/${id}/at?moment=${changes[0]?.to}`)).json())
  expect(JSON.stringify(then.body)).toContain('Wat Fatima schreef.')
  expect((await get(`/articles/${id}/at?moment=2020-01-01T00:00:00Z`)).status).toBe(404)
  client.close()
})
