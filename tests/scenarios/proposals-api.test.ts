import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { articleFragment } from '../../shared/document/layout.ts'
import { type ProposalsView, proposalsView } from '../../shared/protocol/endpoints-proposals.ts'
import { editProse } from '../support/edit-prose.ts'
import { exampleJson } from '../support/examples.ts'
import { openStockClient, type StockClient } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Person = Record<string, string>
type Article = { id: string; heading: string; body: { content: { content?: { text?: string }[] }[] } }

let server: TestServer
let token: string
let agreement: Started
let petra: Person
let fatima: Person
let henk: Person
let names = 0

beforeAll(async () => {
  server = await startServer()
  token = await server.token('Petra')
  petra = { authorization: `Bearer ${token}` }
})
afterAll(() => server?.stop())

beforeEach(async () => {
  agreement = await server.createAgreement({ snapshot: exampleJson('02-lindenveen-projectafspraak') }, token)
  fatima = await joined('p_mo', 'Fatima')
  henk = await joined('p_gem', 'Henk')
})

async function joined(partyId: string, name: string): Promise<Person> {
  const link = agreement.invitations.find((each) => each.partyId === partyId)
  return { cookie: await server.joinAs(link?.url ?? '', name) }
}

const newId = () => {
  names += 1
  return `command-with-number-${names}`
}
const address = (rest = '') => `${server.url}/api/v1/agreements/${agreement.id}/proposals${rest}`
const seenBy = async (person: Person): Promise<ProposalsView> =>
  proposalsView.parse(await (await fetch(address(), { headers: person })).json())
const snapshot = async () =>
  (await (await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, { headers: petra })).json()) as {
    articles: Article[]
    term: { startDate: string | null }
    tasks: { id: string; title: string; partyIds: string[] }[]
  }
const paper = async () =>
  (
    await fetch(`${server.url}/api/v1/agreements/${agreement.id}/export?format=html`, { headers: petra })
  ).text()

/** Writes into the first article as a page that suggests does: with the mark of an insertion. */
async function suggest(person: Person, id: string, words: string): Promise<string> {
  const article = (await snapshot()).articles[0]?.id ?? ''
  const client = await openStockClient(server.url, agreement.id, person)
  suggestIn(client, article, id, words)
  await vi.waitFor(async () => expect((await seenBy(petra)).open.map((each) => each.id)).toContain(id))
  client.close()
  return article
}

const suggestIn = (client: StockClient, article: string, id: string, words: string) =>
  editProse(articleFragment(client.doc, article), (transform) => {
    const { schema } = transform.doc.type
    transform.insert(1, schema.text(words, [schema.mark('insertion', { id })]))
  })

async function decide(
  person: Person,
  outcome: 'accept' | 'reject',
  proposalId: string,
  decisionId = newId(),
) {
  const open = (await seenBy(person)).open.find(({ id }) => id === proposalId)
  const seen =
    open?.what.kind === 'words' ? { inserted: open.what.inserted, deleted: open.what.deleted } : null
  return decideAs(person, {
    decisionId,
    proposalId,
    place: seen ? (open?.place ?? null) : null,
    outcome,
    seen,
  })
}

async function decideAs(person: Person, decision: object): Promise<string> {
  const answer = await post(address('/decisions'), { decisions: [decision] }, person)
  return (await answer.json()).results[0].result
}

describe('words that are proposed', () => {
  test('have the person and the party of who wrote them and the time of the log, and are on no paper until somebody of another party accepts them', async () => {
    const place = await suggest(fatima, 'run-1', 'Samen lukt het. ')
    const { open } = await seenBy(henk)
    expect(open[0]).toMatchObject({
      id: 'run-1',
      place,
      authors: [{ name: 'Fatima', partyId: 'p_mo' }],
      what: { kind: 'words', inserted: 'Samen lukt het. ', deleted: '' },
      mayDecide: true,
      mayWithdraw: false,
    })
    expect(Math.abs(Date.now() - Date.parse(open[0]?.at ?? ''))).toBeLessThan(600_000)
    expect(await paper()).not.toContain('Samen lukt het.')
    expect(await decide(fatima, 'accept', 'run-1')).toBe('not-allowed')
    expect(await decide(petra, 'accept', 'run-1')).toBe('not-allowed')
    expect(await decide(henk, 'accept', 'run-1')).toBe('done')
    expect(await paper()).toContain('Samen lukt het.')
    const { decided } = await seenBy(fatima)
    expect(decided[0]).toMatchObject({
      outcome: 'accept',
      decidedBy: { name: 'Henk', partyId: 'p_gem' },
      authors: [{ name: 'Fatima', partyId: 'p_mo' }],
    })
  })

  test('are decided on once, as they were seen, also when the command is sent again after the server was killed', async () => {
    const place = await suggest(fatima, 'run-1', 'Eén keer. ')
    const decision = { decisionId: newId(), proposalId: 'run-1', place, outcome: 'accept' }
    const seen = { inserted: 'Eén keer. ', deleted: '' }
    expect(await decideAs(henk, { ...decision, seen: { inserted: 'Iets anders', deleted: '' } })).toBe(
      'changed-meanwhile',
    )
    expect(await decideAs(henk, { ...decision, seen })).toBe('done')
    await server.restart('SIGKILL')
    expect(await decideAs(henk, { ...decision, seen })).toBe('done')
    expect(await decideAs(henk, { ...decision, decisionId: newId(), seen })).toBe('already')
    expect((await paper()).split('Eén keer.')).toHaveLength(2)
  })

  test('rejected ones are gone and can be brought back, with their own author', async () => {
    await suggest(fatima, 'run-1', 'Toch niet. ')
    expect(await decide(henk, 'reject', 'run-1')).toBe('done')
    expect(JSON.stringify((await snapshot()).articles)).not.toContain('Toch niet.')
    const again = { decisionId: newId(), proposalId: 'run-1' }
    expect((await post(address('/reopenings'), again, henk)).status).toBe(200)
    expect((await post(address('/reopenings'), again, henk)).status).toBe(200)
    const { open, decided } = await seenBy(petra)
    expect(decided).toEqual([])
    expect(open[0]).toMatchObject({ authors: [{ name: 'Fatima', partyId: 'p_mo' }] })
    expect(await paper()).not.toContain('Toch niet.')
  })

  test('whoever proposed them takes them away alone; in words that two wrote both are named', async () => {
    const place = await suggest(fatima, 'run-1', 'Van mij. ')
    await suggest(fatima, 'run-2', 'Van ons. ')
    const client = await openStockClient(server.url, agreement.id, henk)
    suggestIn(client, place, 'run-2', 'En van mij. ')
    await vi.waitFor(async () => {
      const found = (await seenBy(petra)).open.find(({ id }) => id === 'run-2')
      expect(found?.authors.map(({ name }) => name).sort()).toEqual(['Fatima', 'Henk'])
    })
    client.close()
    expect(await decide(fatima, 'reject', 'run-1')).toBe('done')
    expect(await decide(fatima, 'reject', 'run-2')).toBe('not-allowed')
  })

  test('are decided by who leads when the agreement says so, and only who leads says so', async () => {
    await suggest(fatima, 'run-1', 'Wie beslist? ')
    const rules = { decidedBy: 'facilitator', guardsParagraphs: true }
    expect((await post(address('/rules'), rules, henk)).status).toBe(403)
    expect((await post(address('/rules'), rules, petra)).status).toBe(200)
    expect((await seenBy(henk)).rules).toEqual(rules)
    expect(await decide(henk, 'accept', 'run-1')).toBe('not-allowed')
    expect(await decide(petra, 'accept', 'run-1')).toBe('done')
  })
})

describe('what is proposed as data', () => {
  const make = (person: Person, change: object, id = newId()) => post(address(), { id, change }, person)

  test('a fact changes when it is accepted, and comes back when that is taken back', async () => {
    const id = newId()
    const change = { kind: 'fact', address: 'term.startDate', value: '2031-05-01' }
    const was = (await snapshot()).term.startDate
    expect((await make(fatima, change, id)).status).toBe(201)
    expect((await make(fatima, change, id)).status).toBe(201)
    expect((await make(henk, change, id)).status).toBe(400)
    expect((await seenBy(henk)).open).toHaveLength(1)
    expect((await snapshot()).term.startDate).toBe(was)
    expect(await decide(henk, 'accept', id)).toBe('done')
    expect((await snapshot()).term.startDate).toBe('2031-05-01')
    await post(address('/reopenings'), { decisionId: newId(), proposalId: id }, petra)
    expect((await snapshot()).term.startDate).toBe(was)
    expect((await seenBy(henk)).open[0]).toMatchObject({ stands: true, authors: [{ name: 'Fatima' }] })
  })

  test('paragraphs come, go and change kind where they were seen; one that says something else by now is left', async () => {
    const article = (await snapshot()).articles[0]
    const articleId = article?.id ?? ''
    const client = await openStockClient(server.url, agreement.id, henk)
    const fragment = articleFragment(client.doc, articleId)
    editProse(fragment, (transform) => {
      const { schema } = transform.doc.type
      const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text))
      transform.insert(0, [paragraph('De eerste.'), paragraph('De tweede.')])
    })
    const add = {
      kind: 'paragraph-add',
      articleId,
      index: 0,
      seen: 'De eerste.',
      paragraph: { kind: 'clause', level: 0, text: 'Ertussen.' },
    }
    const remove = { kind: 'paragraph-remove', articleId, index: 1, seen: 'De tweede.' }
    await vi.waitFor(async () =>
      expect((await make(fatima, remove, 'remove-second-paragraph')).status).toBe(201),
    )
    expect((await make(fatima, add, 'add-between-paragraphs')).status).toBe(201)
    expect((await make(fatima, { ...remove, seen: 'Iets anders.' })).status).toBe(409)
    expect(await decide(henk, 'accept', 'add-between-paragraphs')).toBe('done')
    await vi.waitFor(() => expect(fragment.toString()).toContain('Ertussen.'))
    editProse(fragment, (transform) => {
      transform.insert(transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1, [
        transform.doc.type.schema.text('Nu anders. '),
      ])
    })
    await vi.waitFor(async () => expect((await seenBy(henk)).open[0]?.stands).toBe(false))
    expect(JSON.stringify((await seenBy(henk)).open[0]?.now)).toContain('Nu anders. De tweede.')
    expect(await decide(henk, 'accept', 'remove-second-paragraph')).toBe('changed-meanwhile')
    expect(await decide(henk, 'reject', 'remove-second-paragraph')).toBe('done')
    client.close()
    expect(await paper()).toContain('Nu anders. De tweede.')
  })

  test('a row comes with its facts, another goes, and who does a task changes; each of them is as it was when that is taken back', async () => {
    const tasks = async () => (await snapshot()).tasks.map(({ title, partyIds }) => [title, partyIds])
    const before = await tasks()
    const [first, second] = (await snapshot()).tasks
    const all = ['p_mo', 'p_gem']
    const changes = {
      'a-task-that-comes': { kind: 'row-add', list: 'tasks', values: { title: 'Bellen', partyIds: all } },
      'a-task-that-goes': { kind: 'row-remove', list: 'tasks', rowId: second?.id },
      'who-does-the-first': { kind: 'fact', address: `tasks.${first?.id}.partyIds`, value: [...all, 'p_mo'] },
    }
    for (const [id, change] of Object.entries(changes)) {
      expect((await make(fatima, change, id)).status).toBe(201)
      expect(await tasks()).toEqual(before)
    }
    for (const id of Object.keys(changes)) expect(await decide(henk, 'accept', id)).toBe('done')
    const now = await tasks()
    expect(now).toContainEqual(['Bellen', expect.arrayContaining(all)])
    expect(now.map(([title]) => title)).not.toContain(second?.title)
    expect(now[0]).toEqual([first?.title, expect.arrayContaining(all)])
    for (const proposalId of Object.keys(changes))
      expect((await post(address('/reopenings'), { decisionId: newId(), proposalId }, petra)).status).toBe(
        200,
      )
    expect(await tasks()).toEqual(before)
    expect((await seenBy(henk)).open.map(({ stands }) => stands)).toEqual([true, true, true])
  })

  test('nothing that is no fact, row or article of the agreement can be proposed, and no value that does not fit', async () => {
    for (const change of [
      { kind: 'fact', address: 'term.startDate', value: 'morgen' },
      { kind: 'fact', address: 'articles.x.body', value: 'x' },
      { kind: 'fact', address: '__proto__', value: 'x' },
      { kind: 'fact', address: 'term.startDate', value: ['2031-05-01'] },
      { kind: 'row-add', list: 'articles', values: {} },
      { kind: 'row-remove', list: 'tasks', rowId: 'none' },
      { kind: 'article-remove', articleId: 'none' },
    ])
      expect((await make(fatima, change)).status).toBe(409)
    expect((await make(fatima, { kind: 'everything' })).status).toBe(400)
    expect((await seenBy(fatima)).open).toEqual([])
  })
})
