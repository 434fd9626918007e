import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { returnView, WORD_FILE_TYPES } from '../../shared/protocol/endpoints-returns.ts'
import { editWord, reword, rewordTracked } from '../support/edit-word.ts'
import { FORGERIES, type Forger, type Forgery, type Scene } from '../support/forgeries.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let scene: Scene
let fatima: Headers
let forgers: Record<Forger, Headers>
/** What the server keeps of what people said, before anybody forged anything. */
let before: unknown

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  const lead = { authorization: `Bearer ${token}` }
  const agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const other = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const writerOf = async ({ invitations }: Started, party: number, name: string): Promise<Headers> => {
    const links = invitations.filter(({ role }) => role === 'writer')
    return { cookie: await server.joinAs(links[party]?.url ?? '', name) }
  }
  fatima = await writerOf(agreement, 0, 'Fatima')
  const rachid = await writerOf(agreement, 0, 'Rachid')
  const mark = await writerOf(agreement, 1, 'Mark')
  const own = await ask(agreement, '/participants', fatima)
  const invited = async (role: string): Promise<Headers> => {
    const wanted = { role, partyId: own.you.partyId }
    const { url } = await (await post(at(agreement, '/invitations'), wanted, lead)).json()
    return { cookie: await server.joinAs(url, role) }
  }
  forgers = {
    ...{ lead, rachid, mark, stranger: await writerOf(other, 0, 'Iemand') },
    ...{ commenter: await invited('commenter'), reader: await invited('reader') },
  }
  const returned = {
    hers: await bringBack(agreement, fatima, 'De gemeente wil dit mogelijk maken en houdt de regie.'),
    marks: await bringBack(agreement, mark, 'De gemeente wil dit mogelijk maken en deelt de regie.'),
    elsewhere: await bringBack(
      other,
      forgers.stranger,
      'De gemeente wil dit mogelijk maken en zoekt de regie.',
    ),
  }
  const { returnId, changeId, here } = returned.marks
  const left = { decisions: [{ changeId, outcome: 'leave', here }] }
  expect((await post(at(agreement, `/returns/${returnId}/decisions`), left, mark)).ok).toBe(true)
  const told = await said(agreement, own.you, (await ask(agreement, '/participants', mark)).you)
  scene = { ...told, returned }
  before = await everythingSaid()
})
afterAll(() => server?.stop())

const at = ({ id }: Pick<Started, 'id'>, path: string) => `${server.url}/api/v1/agreements/${id}${path}`
async function ask(agreement: Started, path: string, headers: Headers) {
  const answer = await fetch(at(agreement, path), { headers })
  expect(answer.status).toBe(200)
  return answer.json()
}

const GOAL = 'De gemeente wil dit mogelijk maken en voert de regie.'

/** Takes the Word file along, puts other words in it, and brings it back: its one change. */
async function bringBack(agreement: Started, headers: Headers, words: string, author = '') {
  const taken = await fetch(at(agreement, '/export?format=docx'), { headers })
  const edit = author === '' ? reword(GOAL, words) : rewordTracked(GOAL, words, author)
  const answer = await fetch(at(agreement, '/import'), {
    method: 'POST',
    headers: { ...headers, 'content-type': WORD_FILE_TYPES[0] },
    body: editWord(new Uint8Array(await taken.arrayBuffer()), edit),
  })
  expect(answer.status).toBe(201)
  const { returnId, changes } = returnView.parse(await answer.json())
  expect(changes).toHaveLength(1)
  return { returnId, changeId: changes[0]?.id ?? '', here: changes[0]?.here ?? null }
}

/** Fatima agrees with an article, proposes to take it out, comments, for all and within her organisation, and names a version. */
async function said(agreement: Started, you: Scene['fatima'], mark: Scene['mark']) {
  const { articles } = await ask(agreement, '/consents', fatima)
  const { id: articleId, hash } = articles[3]
  const [consentId, proposalId, threadId, commentId, hiddenId, versionId] = Array.from({ length: 6 }, newId)
  const comment = { commentId, threadId, circle: 'everyone', partyId: you.partyId, text: 'Klopt dit?' }
  const anchor = { kind: 'article', articleId, quote: '' }
  const deeds: [string, object][] = [
    ['/consents', { id: consentId, articleId, partyId: you.partyId, state: 'agreed', hash }],
    ['/proposals', { id: proposalId, change: { kind: 'article-remove', articleId } }],
    ['/comments', { ...comment, anchor }],
    ['/comments', { ...comment, anchor, threadId: hiddenId, commentId: newId(), circle: 'organisation' }],
    ['/versions', { id: versionId, name: 'Van Fatima' }],
  ]
  for (const [path, body] of deeds)
    expect((await post(at(agreement, path), body, fatima)).ok, path).toBe(true)
  const ids = { consentId, proposalId, threadId, commentId, hiddenId, versionId } as Record<string, string>
  return { agreement, articleId, hash, fatima: you, mark, newId, ...ids } as Omit<Scene, 'returned'>
}
const newId = () => crypto.randomUUID()

/** All that anybody said, with who, for whom and when, as Fatima is told. */
async function everythingSaid(): Promise<unknown> {
  const told = ['/consents', '/proposals', '/comments', '/fixing', '/versions', '/returns']
  return Promise.all(told.map((path) => ask(scene.agreement, path, fatima)))
}

async function answerTo({ method = 'POST', path, body }: Forgery, forger: Forger): Promise<string> {
  const answer = await fetch(at(scene.agreement, path(scene)), {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...forgers[forger] },
    ...(body ? { body: JSON.stringify(body(scene)) } : {}),
  })
  const { type, results } = (await answer.json()) as { type?: string; results?: { result: string }[] }
  return type?.replace('/problems/', '') ?? results?.[0]?.result ?? `taken with ${answer.status}`
}

const TABLE = FORGERIES.flatMap((forgery) =>
  Object.entries(forgery.refused).map(([forger, refused]) => ({
    ...{ what: forgery.what, forger: forger as Forger, refused, forgery },
  })),
)

describe('what another said stays as it was:', () => {
  test.each(TABLE)('$what, by $forger: $refused', async ({ forgery, forger, refused }) => {
    expect(await answerTo(forgery, forger)).toBe(refused)
    expect(await everythingSaid()).toEqual(before)
  })
})

describe('what is claimed beside it is not believed:', () => {
  const CLAIMS = {
    personId: 'p_ander',
    name: 'Een ander',
    at: '2020-01-01T00:00:00.000Z',
    author: 'Een ander',
  }

  test('an akkoord, a proposal and a comment are by who sent them, for the own party, now', async () => {
    const { agreement, articleId, hash, mark } = scene
    const anchor = { kind: 'article', articleId, quote: '' }
    const ids = { threadId: newId(), commentId: newId() }
    const [agreed, proposed, commented] = [
      await post(
        at(agreement, '/consents'),
        { ...CLAIMS, id: newId(), articleId, partyId: mark.partyId, state: 'agreed', hash },
        forgers.mark,
      ),
      await post(
        at(agreement, '/proposals'),
        { ...CLAIMS, id: newId(), authors: [CLAIMS], change: { kind: 'article-remove', articleId } },
        forgers.mark,
      ),
      await post(
        at(agreement, '/comments'),
        { ...CLAIMS, ...ids, circle: 'everyone', partyId: mark.partyId, anchor, text: 'Van Mark.' },
        forgers.mark,
      ),
    ]
    for (const answer of [agreed, proposed, commented]) {
      const words = await answer.text()
      expect(words).toContain('Mark')
      expect(words).not.toContain('Een ander')
      expect(words).not.toContain('2020-01-01')
    }
  })

  test('what a Word file says of who changed it makes them no author: it is of who brings it, and they are named beside it', async () => {
    const { agreement } = scene
    const { returnId, changeId, here } = await bringBack(
      agreement,
      forgers.mark,
      'De gemeente wil dit graag mogelijk maken en voert de regie.',
      'Fatima',
    )
    const decisions = [{ changeId, outcome: 'take', here }]
    const took = await post(at(agreement, `/returns/${returnId}/decisions`), { decisions }, forgers.mark)
    expect((await took.json()).results).toMatchObject([{ result: 'done' }])
    const isOfFile = ({ what }: { what: unknown }) => JSON.stringify(what).includes('graag mogelijk')
    const seenBy = async (headers: Headers) =>
      (await ask(agreement, '/proposals', headers)).open.find(isOfFile)
    expect(await seenBy(fatima)).toMatchObject({
      ...{ authors: [{ name: 'Mark' }], accordingTo: [{ author: 'Fatima' }] },
      ...{ mayDecide: true, mayWithdraw: false },
    })
    expect(await seenBy(forgers.mark)).toMatchObject({ mayDecide: false, mayWithdraw: true })
  })

  test('the id of another’s proposal makes nobody else its author, and of another’s akkoord says nothing for them', async () => {
    const { agreement, articleId, hash, mark, proposalId, consentId } = scene
    const change = { kind: 'article-remove', articleId: articleId }
    await post(at(agreement, '/proposals'), { id: proposalId, change }, forgers.mark)
    await post(
      at(agreement, '/consents'),
      { id: consentId, articleId, partyId: mark.partyId, state: 'objection', reason: 'Van Mark.', hash },
      forgers.mark,
    )
    const { open } = await ask(agreement, '/proposals', fatima)
    const hers = open.filter(({ id }: { id: string }) => id === proposalId)
    expect(hers).toMatchObject([{ authors: [{ name: 'Fatima' }] }])
    const { consents } = await ask(agreement, '/consents', fatima)
    const ofFatima = consents.filter(({ partyId }: { partyId: string }) => partyId === scene.fatima.partyId)
    expect(ofFatima).toMatchObject([{ state: 'agreed', name: 'Fatima' }])
  })

  test('what is written into the document as an akkoord, a proposal, a comment or a status is none', async () => {
    const { agreement } = scene
    const told = await everythingSaid()
    const { status } = await ask(agreement, '', fatima)
    const address = `${server.url.replace('http', 'ws')}/sync/${agreement.id}`
    const live = new LiveClient(address, forgers.mark)
    await live.synced
    const forged = { id: newId(), partyId: scene.fatima.partyId, state: 'agreed', text: 'Verzonnen.' }
    for (const name of ['clauseAgreements', 'consents', 'proposals', 'comments', 'status', 'fixed'])
      for (const root of ['group:', '', 'records']) live.doc.getMap(root).set(name, [forged])
    await live.keptAll()
    live.close()
    expect(await everythingSaid()).toEqual(told)
    const snapshot = await ask(agreement, '', fatima)
    expect(snapshot.status).toBe(status)
    expect(JSON.stringify([snapshot.clauseAgreements, snapshot.comments])).not.toContain('Verzonnen.')
  })
})
