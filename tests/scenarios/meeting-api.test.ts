import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { meetingEndpoints, type Unclear } from '../../shared/protocol/endpoints-meeting.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { allRows } from '../support/database-rows.ts'
import { HOSTILE_TEXTS } from '../support/hostile-text.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startServer()
  token = await server.token()
})
afterAll(() => server.stop())

let agreement: Started
let articleIds: string[]
let people: { lead: string; fatima: string; bram: string }
beforeEach(async () => {
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const link = (index: number) => agreement.invitations[index]?.url ?? ''
  const [lead = '', bram = '', fatima = ''] = await Promise.all([
    server.joinAs(link(0), 'Petra'),
    server.joinAs(link(2), 'Bram'),
    server.joinAs(link(3), 'Fatima'),
  ])
  people = { lead, bram, fatima }
  const { articles } = await (await fetch(address(''), { headers: { cookie: lead } })).json()
  articleIds = articles.map(({ id }: { id: string }) => id)
})

const address = (path: string) => `${server.url}/api/v1/agreements/${agreement.id}${path}`
const see = async (cookie: string): Promise<Unclear[]> => {
  const answer = await fetch(address('/unclear'), { headers: { cookie } })
  return meetingEndpoints.getUnclear.success.body.parse(await answer.json()).unclear
}
const mark = (cookie: string, articleId: unknown, unclear: unknown = true) =>
  post(address('/unclear'), { articleId, unclear }, { cookie })
const clear = (cookie: string, articleId: string) =>
  fetch(address(`/unclear/${encodeURIComponent(articleId)}`), { method: 'DELETE', headers: { cookie } })
const personOf = async (cookie: string): Promise<string> =>
  (await (await fetch(`${server.url}/api/v1/me`, { headers: { cookie } })).json()).personId
const rows = () => allRows(join(server.dataDir, DATABASE_FILE))
const marks = () => (rows().get('unclear_mark') ?? []).filter((row) => row.agreement_id === agreement.id)

describe('who does not understand an article', () => {
  test('counts once however often they say so, and takes it back', async () => {
    const [first = ''] = articleIds
    await mark(people.fatima, first)
    await mark(people.fatima, first)
    expect(await (await mark(people.bram, first)).json()).toEqual({ articleId: first, count: 2, mine: true })
    expect(await see(people.lead)).toEqual([{ articleId: first, count: 2, mine: false }])
    await mark(people.fatima, first, false)
    await mark(people.fatima, first, false)
    expect(await see(people.fatima)).toEqual([{ articleId: first, count: 1, mine: false }])
  })

  test('is named nowhere: not to who leads, not in the database, and not twice by the same hash', async () => {
    const [first = '', second = ''] = articleIds
    const before = rows().get('act')?.length
    await mark(people.fatima, first)
    await mark(people.fatima, second)
    const told = await (await fetch(address('/unclear'), { headers: { cookie: people.lead } })).text()
    const kept = JSON.stringify(marks())
    const fatima = await personOf(people.fatima)
    for (const text of [told, kept]) {
      expect(text).not.toContain(fatima)
      expect(text).not.toContain('Fatima')
    }
    expect(marks().map((row) => Object.keys(row).sort())).toEqual(
      Array(2).fill(['agreement_id', 'article_id', 'who_hash']),
    )
    expect(new Set(marks().map(({ who_hash }) => who_hash)).size).toBe(2)
    expect(rows().get('act')?.length).toBe(before)
    expect(server.output()).not.toContain(first)
  })

  test('is heard of by everybody at once, and the notice says nothing of who', async () => {
    const [first = ''] = articleIds
    const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, {
      cookie: people.lead,
    })
    await live.synced
    await mark(people.fatima, first)
    await expect.poll(() => live.notices).toContainEqual({ kind: 'changed', what: 'meeting' })
    live.close()
  })

  test('finds it among the own data, and is forgotten with everything else when they are erased', async () => {
    const [first = ''] = articleIds
    await mark(people.fatima, first)
    await mark(people.bram, first)
    const mine = await fetch(`${server.url}/api/v1/my-data`, { headers: { cookie: people.fatima } })
    expect((await mine.json()).unclear).toEqual([{ agreementId: agreement.id, articleId: first }])
    await post(`${server.url}/api/v1/my-data/removal`, { erase: true }, { cookie: people.fatima })
    expect(await see(people.lead)).toEqual([{ articleId: first, count: 1, mine: false }])
  })
})

describe('counting anew', () => {
  test('is for who leads, at one article, and twice does no harm', async () => {
    const [first = '', second = ''] = articleIds
    await mark(people.fatima, first)
    await mark(people.fatima, second)
    expect((await clear(people.bram, first)).status).toBe(403)
    expect((await clear(people.lead, first)).status).toBe(204)
    expect((await clear(people.lead, first)).status).toBe(204)
    expect(await see(people.fatima)).toEqual([{ articleId: second, count: 1, mine: true }])
  })
})

describe('what is refused', () => {
  test('an article that there is not, whatever it is called', async () => {
    for (const articleId of [...HOSTILE_TEXTS, '', 'a'.repeat(81), 7, null, {}]) {
      const answer = await mark(people.fatima, articleId)
      expect(problem.parse(await answer.json()).type, `${articleId}`).toBe('/problems/malformed-request')
    }
    expect(marks()).toEqual([])
  })

  test('who is not in this agreement, and who is in another', async () => {
    const [first = ''] = articleIds
    const other = await server.createAgreement({ templateId: 'coop_youth' }, token)
    const stranger = await server.joinAs(other.invitations[2]?.url ?? '', 'Iemand')
    expect((await mark(stranger, first)).status).toBe(403)
    expect((await mark('', first)).status).toBe(401)
    expect((await clear(stranger, first)).status).toBe(403)
  })
})
