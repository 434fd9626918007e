import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { setField } from '../../shared/document/edit.ts'
import { type AdviceView, adviceView } from '../../shared/protocol/endpoints-advice.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { exampleJson } from '../support/examples.ts'
import { openStockClient, type StockClient } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Person = Record<string, string>

let server: TestServer
let token: string
let agreement: Started
let petra: Person
let fatima: Person

beforeAll(async () => {
  server = await startServer()
  token = await server.token('Petra')
  petra = { authorization: `Bearer ${token}` }
})
afterAll(() => server?.stop())

beforeEach(async () => {
  agreement = await server.createAgreement({ snapshot: exampleJson('02-lindenveen-projectafspraak') }, token)
  const link = agreement.invitations.find(({ partyId }) => partyId === 'p_mo')
  fatima = { cookie: await server.joinAs(link?.url ?? '', 'Fatima') }
})

const address = (rest = '') => `${server.url}/api/v1/agreements/${agreement.id}/advice${rest}`
const parsed = async (answer: Response): Promise<AdviceView> => adviceView.parse(await answer.json())
const adviceFor = async (person: Person) => parsed(await fetch(address(), { headers: person }))
const findingIn = ({ findings }: AdviceView, slug: string) => findings.find((each) => each.slug === slug)
const setAside = (person: Person, slug: string, factsKey: string, reason: string) =>
  post(address('/set-aside'), { slug, factsKey, reason }, person)
const SLUG = 'authority_checked'

/** Sets it aside as it is now. */
async function chooseAs(person: Person, reason: string): Promise<void> {
  const finding = findingIn(await adviceFor(person), SLUG)
  expect((await setAside(person, SLUG, finding?.factsKey ?? '', reason)).status).toBe(200)
}

async function inText(change: (client: StockClient) => void): Promise<void> {
  const client = await openStockClient(server.url, agreement.id, petra)
  change(client)
  await vi.waitFor(async () => {
    const answer = await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, { headers: petra })
    expect((await answer.json()).parties[2].authorityCheckedOn).not.toBeNull()
  })
  client.close()
}

test('advice gives findings with slug, severity and items', async () => {
  const advice = await adviceFor(petra)
  expect(findingIn(advice, SLUG)).toMatchObject({ severity: 'warning', items: ['p_mo'], setAside: null })
  expect(advice.findings.length).toBeGreaterThan(25)
  expect(advice.questions.map(({ slug }) => slug)).toContain('two_sided_duties')
})

test('a party writes along from when one of its people writes, not from joining, and still after a restart', async () => {
  expect((await adviceFor(petra)).record.coDrafterPartyIds).toEqual([])
  expect(findingIn(await adviceFor(petra), 'migrant_org_co_drafts')).toMatchObject({ items: ['p_mo'] })
  const client = await openStockClient(server.url, agreement.id, fatima)
  setField(client.doc, 'purpose.area', 'Wijk West')
  await vi.waitFor(async () => expect((await adviceFor(petra)).record.coDrafterPartyIds).toEqual(['p_mo']))
  client.close()
  await server.restart()
  expect(findingIn(await adviceFor(petra), 'migrant_org_co_drafts')).toBeUndefined()
})

describe('an advice that is set aside', () => {
  test('is so for all parties, with who, when and why, also after the server was killed', async () => {
    await chooseAs(fatima, 'Wij zijn geen stichting.')
    await server.restart('SIGKILL')
    const aside = findingIn(await adviceFor(petra), SLUG)?.setAside
    expect(aside).toMatchObject({ name: 'Fatima', partyId: 'p_mo', reason: 'Wij zijn geen stichting.' })
    expect(Date.parse(aside?.at ?? '')).not.toBeNaN()
  })

  test('returns when somebody takes it up again', async () => {
    await chooseAs(fatima, 'Later.')
    const answer = await post(address('/take-up'), { slug: SLUG }, petra)
    expect(findingIn(await parsed(answer), SLUG)?.setAside).toBeNull()
  })

  test('returns by itself when its facts change', async () => {
    await chooseAs(fatima, 'Later.')
    await inText(({ doc }) => {
      setField(doc, 'parties.p_mo.authorityCheckedOn', '2026-11-12')
      setField(doc, 'parties.p_gem.authorityCheckedOn', null)
    })
    const advice = await adviceFor(petra)
    expect(findingIn(advice, SLUG)).toMatchObject({ items: ['p_gem'], setAside: null })
    expect(advice.setAside).toMatchObject([{ slug: SLUG, reason: 'Later.' }])
  })

  test('is refused when its facts are others than the person looked at, or without a reason', async () => {
    const answer = await setAside(fatima, SLUG, 'other-key', 'Later.')
    expect(answer.status).toBe(409)
    expect(problem.parse(await answer.json()).type).toBe('/problems/advice-changed')
    const { factsKey = '' } = findingIn(await adviceFor(fatima), SLUG) ?? {}
    expect((await setAside(fatima, SLUG, factsKey, '  ')).status).toBe(400)
  })

  test('is not for who came to read', async () => {
    const invite = { partyId: 'p_mo', role: 'reader' }
    const lead = agreement.invitations.find(({ partyId }) => partyId === null)
    const cookie = await server.joinAs(lead?.url ?? '', 'Petra')
    const link = await post(`${server.url}/api/v1/agreements/${agreement.id}/invitations`, invite, { cookie })
    const reader = { cookie: await server.joinAs((await link.json()).url, 'Rachid') }
    const { factsKey = '' } = findingIn(await adviceFor(reader), SLUG) ?? {}
    expect((await setAside(reader, SLUG, factsKey, 'Zomaar.')).status).toBe(403)
  })
})

test('a list of agreements counts what has to be solved first, without what was set aside', async () => {
  const toSolve = async () => {
    const answer = await fetch(`${server.url}/api/v1/agreements`, { headers: fatima })
    const { agreements } = await answer.json()
    return agreements.find(({ id }: { id: string }) => id === agreement.id)?.attention.toSolve
  }
  const errors = (await adviceFor(fatima)).findings.filter(({ severity }) => severity === 'error')
  expect(errors.length).toBeGreaterThan(1)
  expect(await toSolve()).toBe(errors.length)
  const { slug = '', factsKey = '' } = errors[0] ?? {}
  expect((await setAside(fatima, slug, factsKey, 'Dat doen wij later.')).status).toBe(200)
  await vi.waitFor(async () => expect(await toSolve()).toBe(errors.length - 1), { timeout: 20_000 })
})

describe('the questions for people', () => {
  const checksOf = async (id: string): Promise<string[]> => {
    const answer = await fetch(`${server.url}/api/v1/agreements/${id}`, { headers: petra })
    const { humanChecks } = await answer.json()
    return humanChecks.map(({ ruleSlug }: { ruleSlug: string }) => ruleSlug)
  }
  const FOUR = ['two_sided_duties', 'right_partner', 'employment_form_checked', 'translated_summary']

  test('stand in an agreement that begins from a template', async () => {
    const { id } = await server.createAgreement({ templateId: 'short_project' }, token)
    expect(await checksOf(id)).toEqual(FOUR)
  })

  test('come into an agreement that was brought along when somebody asks, each once', async () => {
    expect(await checksOf(agreement.id)).toEqual([])
    await Promise.all([post(address('/questions'), {}, petra), post(address('/questions'), {}, fatima)])
    expect(await checksOf(agreement.id)).toEqual(FOUR)
  })
})

test('the words of the advice are for everybody', async () => {
  const answer = await fetch(`${server.url}/api/v1/advice`)
  expect((await answer.json()).rules).toHaveLength(87)
})
