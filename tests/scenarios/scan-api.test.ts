import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readAgreement } from '../../shared/document/read.ts'
import { type ScanView, scanView } from '../../shared/protocol/endpoints-scan.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { openStockClient, untilDoc } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

/** A word that stands in one party's scan alone; wherever it turns up, the scan leaked. */
const SECRET_WORD = 'zevenhonderd-wachtenden'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startServer()
  token = await server.token()
})
afterAll(() => server.stop())

let agreement: Started
let cookies: { municipality: string; provider: string; organisation: string; lead: string }
let ids: { municipality: string; provider: string; organisation: string }
beforeEach(async () => {
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const writers = agreement.invitations.filter(({ role }) => role === 'writer')
  const lead = agreement.invitations.find(({ partyId }) => partyId === null)
  const join = async (index: number, name: string) => server.joinAs(writers[index]?.url ?? '', name)
  const [municipality = '', provider = '', organisation = ''] = writers.map(({ partyId }) => partyId ?? '')
  ids = { municipality, provider, organisation }
  cookies = {
    municipality: '',
    provider: await join(1, 'Bram'),
    organisation: await join(2, 'Fatima'),
    lead: await server.joinAs(lead?.url ?? '', 'Petra'),
  }
})

const address = (path: string) => `${server.url}/api/v1/agreements/${agreement.id}${path}`
const see = async (cookie: string): Promise<ScanView> =>
  scanView.parse(await (await fetch(address('/scan'), { headers: { cookie } })).json())
const score = (cookie: string, partyId: string, factorId: string, value: number | null, note = '') =>
  post(address('/scan/scores'), { partyId, factorId, score: value, note }, { cookie })
const ready = (cookie: string, partyId: string, isReady = true) =>
  post(address('/scan/ready'), { partyId, ready: isReady }, { cookie })
const open = (cookie: string, opens = true) => post(address('/scan/opening'), { open: opens }, { cookie })
const snapshot = async () => await (await fetch(address(''), { headers: { cookie: cookies.lead } })).json()
const nameOf = async (answer: Response) => problem.parse(await answer.json()).type
const acts = () => {
  const database = new DatabaseSync(join(server.dataDir, 'handslag.sqlite'), { readOnly: true })
  try {
    const rows = database
      .prepare("select kind from act where agreement_id = ? and kind like 'scan%' order by seq")
      .all(agreement.id)
    return rows.map(({ kind }) => kind)
  } finally {
    database.close()
  }
}

describe('before the scores are open', () => {
  test('a party sees its own scores with who wrote them, and nobody else sees any of it, on any road', async () => {
    const watcher = await openStockClient(server.url, agreement.id, { cookie: cookies.provider })
    expect((await score(cookies.organisation, ids.organisation, 'F12', 5, SECRET_WORD)).status).toBe(200)
    const own = await see(cookies.organisation)
    expect(own.scores).toMatchObject([
      { partyId: ids.organisation, factorId: 'F12', score: 5, name: 'Fatima' },
    ])
    for (const cookie of [cookies.provider, cookies.lead]) {
      expect((await see(cookie)).scores).toEqual([])
      for (const path of ['', '/scan', '/participants', '/export?format=json', '/export?format=html'])
        expect(await (await fetch(address(path), { headers: { cookie } })).text()).not.toContain(SECRET_WORD)
    }
    expect((await snapshot()).factorScores).toEqual({})
    expect(readAgreement(watcher.doc).value.factorScores).toEqual({})
    watcher.close()
  })

  test('a colleague of the party goes on where the first stopped; the last to write stands, with name', async () => {
    const link = agreement.invitations.find(({ partyId }) => partyId === ids.organisation)?.url ?? ''
    const colleague = await server.joinAs(link, 'Yusuf')
    await score(cookies.organisation, ids.organisation, 'F01', 2, 'eerst')
    await score(colleague, ids.organisation, 'F01', 4, 'later')
    await score(colleague, ids.organisation, 'F02', 3)
    const { scores } = await see(cookies.organisation)
    expect(scores.map((each) => [each.factorId, each.score, each.note, each.name])).toEqual([
      ['F01', 4, 'later', 'Yusuf'],
      ['F02', 3, '', 'Yusuf'],
    ])
  })

  test('nobody scores for a party that can speak for itself, also not who leads', async () => {
    expect((await see(cookies.provider)).mine).toEqual([ids.provider])
    expect((await see(cookies.lead)).mine).toEqual([ids.municipality])
    for (const cookie of [cookies.provider, cookies.lead])
      expect(await nameOf(await score(cookie, ids.organisation, 'F01', 1))).toBe('/problems/not-allowed')
    expect(await nameOf(await ready(cookies.provider, ids.organisation))).toBe('/problems/not-allowed')
  })

  test('who leads scores for a party without people, and loses sight of it once that party has a writer', async () => {
    await score(cookies.lead, ids.municipality, 'F01', 4)
    expect((await see(cookies.lead)).scores).toHaveLength(1)
    const link = agreement.invitations.find(({ partyId }) => partyId === ids.municipality)?.url ?? ''
    const alderman = await server.joinAs(link, 'Anna')
    expect((await see(cookies.lead)).scores).toEqual([])
    expect((await see(alderman)).scores).toMatchObject([{ factorId: 'F01', score: 4, name: 'Petra' }])
  })

  test.each([
    ['a factor that is not in the catalogue', { factorId: 'F99' }, 'factorId'],
    ['a score above 5', { score: 6 }, 'score'],
    ['a score between two', { score: 2.5 }, 'score'],
    ['a word that is a page', { note: 'x'.repeat(301) }, 'note'],
  ])('%s is refused with its place', async (_, wrong, path) => {
    const body = { partyId: ids.organisation, factorId: 'F01', score: 3, note: '', ...wrong }
    const answer = await post(address('/scan/scores'), body, { cookie: cookies.organisation })
    const { status, errors } = problem.parse(await answer.json())
    expect([status, errors?.[0]?.path]).toEqual([400, path])
  })

  test('a party that scored nothing is not ready', async () => {
    const answer = await ready(cookies.organisation, ids.organisation)
    expect(problem.parse(await answer.json()).errors?.[0]?.reason).toBe('nothing_scored')
    await score(cookies.organisation, ids.organisation, 'F01', 3)
    await score(cookies.organisation, ids.organisation, 'F01', null)
    expect((await ready(cookies.organisation, ids.organisation)).status).toBe(400)
  })
})

describe('opening', () => {
  const scoreBoth = async () => {
    await score(cookies.organisation, ids.organisation, 'F12', 5, SECRET_WORD)
    await score(cookies.provider, ids.provider, 'F12', 2)
    await score(cookies.provider, ids.provider, 'F01', 3)
  }

  test('when the last party is ready the scores open for all, stand in the agreement, and are told live', async () => {
    await scoreBoth()
    const watcher = await openStockClient(server.url, agreement.id, { cookie: cookies.provider })
    await ready(cookies.organisation, ids.organisation)
    expect((await see(cookies.provider)).opened).toBeNull()
    expect((await snapshot()).factorScores).toEqual({})
    const last = scanView.parse(await (await ready(cookies.provider, ids.provider)).json())
    expect(last.opened).toMatchObject({ name: 'Bram' })
    expect(last.scores.map((each) => [each.partyId, each.score, each.name])).toEqual(
      expect.arrayContaining([[ids.organisation, 5, null]]),
    )
    const expected = { F12: { [ids.organisation]: 5, [ids.provider]: 2 }, F01: { [ids.provider]: 3 } }
    await untilDoc(watcher.doc, () => Object.keys(readAgreement(watcher.doc).value.factorScores).length > 0)
    expect(readAgreement(watcher.doc).value.factorScores).toEqual(expected)
    watcher.close()
    expect(acts()).toEqual(['scan_ready', 'scan_ready', 'scan_open'])
    await server.restart('SIGKILL')
    expect((await snapshot()).factorScores).toEqual(expected)
    expect((await see(cookies.lead)).scores).toHaveLength(3)
  })

  test('parties that scored nothing here keep the scores that the agreement came with', async () => {
    const factorScores = {
      F12: { [ids.municipality]: 1, [ids.organisation]: 1 },
      F05: { [ids.organisation]: 2 },
    }
    agreement = await server.createAgreement({ snapshot: { ...(await snapshot()), factorScores } }, token)
    const link = agreement.invitations.find(({ partyId }) => partyId === ids.organisation)?.url ?? ''
    const fatima = await server.joinAs(link, 'Fatima')
    cookies.lead = await server.joinAs(agreement.invitations[0]?.url ?? '', 'Petra')
    await score(fatima, ids.organisation, 'F12', 5)
    await open(cookies.lead)
    expect((await snapshot()).factorScores).toEqual({
      F12: { [ids.municipality]: 1, [ids.organisation]: 5 },
    })
  })

  test('one party alone opens nothing, and a party that is not ready holds it back', async () => {
    await scoreBoth()
    await ready(cookies.organisation, ids.organisation)
    await ready(cookies.organisation, ids.organisation, false)
    await ready(cookies.provider, ids.provider)
    expect((await see(cookies.lead)).opened).toBeNull()
    const { parties } = await see(cookies.organisation)
    expect(parties.map((each) => [each.takesPart, each.readyAt !== null])).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ])
    expect(acts()).toEqual(['scan_ready', 'scan_not_ready', 'scan_ready'])
  })

  test('who leads opens what there is; nobody else does', async () => {
    await scoreBoth()
    expect(await nameOf(await open(cookies.provider))).toBe('/problems/not-allowed')
    expect((await open(cookies.lead)).status).toBe(200)
    await open(cookies.lead)
    expect((await see(cookies.provider)).scores).toHaveLength(3)
    expect(acts()).toEqual(['scan_open'])
  })

  test('open scores stand; when parties may score on, the new ones are hidden again until the next opening', async () => {
    await scoreBoth()
    await open(cookies.lead)
    expect(await nameOf(await score(cookies.provider, ids.provider, 'F12', 4))).toBe('/problems/scan-opened')
    expect(await nameOf(await ready(cookies.provider, ids.provider))).toBe('/problems/scan-opened')
    await open(cookies.lead, false)
    expect((await score(cookies.provider, ids.provider, 'F12', 4)).status).toBe(200)
    await score(cookies.provider, ids.provider, 'F01', null)
    expect((await see(cookies.organisation)).scores).toHaveLength(1)
    expect((await snapshot()).factorScores.F12[ids.provider]).toBe(2)
    await open(cookies.lead)
    expect((await snapshot()).factorScores).toEqual({ F12: { [ids.organisation]: 5, [ids.provider]: 4 } })
    expect(acts()).toEqual(['scan_open', 'scan_resume', 'scan_open'])
  })

  test('many at once: two parties ready in the same moment open once, with every score that was taken', async () => {
    await scoreBoth()
    const answers = await Promise.all([
      ready(cookies.organisation, ids.organisation),
      score(cookies.provider, ids.provider, 'F03', 1),
      ready(cookies.provider, ids.provider),
    ])
    const isTaken = answers[1]?.status === 200
    expect(acts().filter((kind) => kind === 'scan_open')).toHaveLength(1)
    expect((await snapshot()).factorScores.F03 !== undefined).toBe(isTaken)
  })
})
