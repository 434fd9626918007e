import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setField } from '../../shared/document/edit.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import { articleHash } from '../../shared/outline/article-content.ts'
import type { Consent, ConsentsView, NewConsent } from '../../shared/protocol/endpoints-consents.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { type } from '../support/edit-prose.ts'
import { realCatalog } from '../support/examples-on-paper.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Person = { headers: Record<string, string>; partyId: string }

let server: TestServer
let token: string
/** Makes each command one of its own. */
let commands = 0

beforeAll(async () => {
  server = await startServer()
  token = await server.token('Petra')
})
afterAll(() => server?.stop())

const api = (path: string) => `${server.url}/api/v1${path}`
const lead = (): Record<string, string> => ({ authorization: `Bearer ${token}` })
const json = async (path: string, headers: Record<string, string> = lead()) =>
  (await fetch(api(path), { headers })).json()
const newId = () => `command_of_a_test_${++commands}`
const typeOf = async (answer: Response) => problem.parse(await answer.json()).type.replace('/problems/', '')

/** An agreement of three parties, with somebody who speaks for each of two of them, and a second writer for the first. */
async function meet() {
  const agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const links = agreement.invitations.filter(({ role }) => role === 'writer')
  const join = async (at: number, name: string): Promise<Person> => ({
    headers: { cookie: await server.joinAs(links[at]?.url ?? '', name) },
    partyId: links[at]?.partyId ?? '',
  })
  const mark = await join(1, 'Mark')
  const fatima = await join(2, 'Fatima')
  const rachid = await join(2, 'Rachid')
  const { articles } = await view(agreement)
  return { agreement, mark, fatima, rachid, articles, first: articles[5] ?? { id: '', hash: '' } }
}

const view = (agreement: Started, headers = lead()): Promise<ConsentsView> =>
  json(`/agreements/${agreement.id}/consents`, headers)

type Given = Partial<NewConsent> & { articleId: string }

function give(agreement: Started, { headers, partyId }: Person, given: Given): Promise<Response> {
  const said = { id: newId(), partyId, state: 'agreed', ...given }
  return post(api(`/agreements/${agreement.id}/consents`), said, headers)
}

async function writeIn(
  agreement: Started,
  { headers }: Pick<Person, 'headers'>,
  change: (live: LiveClient) => void,
) {
  const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, headers)
  await live.synced
  change(live)
  await live.keptAll()
  live.close()
}

const clauseOf = (agreement: Started) => async (): Promise<string> => {
  const { clauseAgreements } = await json(`/agreements/${agreement.id}`)
  return clauseAgreements.map(({ state }: Consent) => state).join(' ')
}

describe('an akkoord', () => {
  test('is kept with who gave it for which party, told to everybody at once, and survives a server that is killed', async () => {
    const { agreement, mark, fatima, first } = await meet()
    const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, mark.headers)
    await live.synced
    const answer = await give(agreement, fatima, { articleId: first.id, hash: first.hash })
    expect(answer.status).toBe(200)
    await expect.poll(() => live.notices).toContainEqual({ kind: 'changed', what: 'akkoord' })
    live.close()
    await server.restart('SIGKILL')
    expect((await view(agreement, mark.headers)).consents).toMatchObject([
      { articleId: first.id, partyId: fatima.partyId, state: 'agreed', hash: first.hash, name: 'Fatima' },
    ])
  })

  test('is to what stands on the giver’s screen: with the hash of other words it is refused, and nothing is kept', async () => {
    const { agreement, mark, fatima, first } = await meet()
    await writeIn(agreement, mark, ({ doc }) => type(articleFragment(doc, first.id), 0, ' Ineens anders.'))
    const late = await give(agreement, fatima, { articleId: first.id, hash: first.hash })
    expect([late.status, await typeOf(late)]).toEqual([409, 'changed-meanwhile'])
    expect((await view(agreement)).consents).toEqual([])
  })

  test('falls back when a word changes, with the words it was given to, and nobody else’s akkoord does', async () => {
    const { agreement, mark, fatima, articles, first } = await meet()
    const other = articles[6] ?? first
    for (const each of [first, other])
      expect((await give(agreement, fatima, { articleId: each.id, hash: each.hash })).status).toBe(200)
    await writeIn(agreement, mark, ({ doc }) => type(articleFragment(doc, first.id), 0, ' Ineens anders.'))
    const now = await view(agreement)
    const changed = now.consents.filter(
      ({ articleId, hash }) => now.articles.find(({ id }) => id === articleId)?.hash !== hash,
    )
    expect(changed.map(({ articleId }) => articleId)).toEqual([first.id])
    const then = await json(`/agreements/${agreement.id}/consents/${first.hash}`)
    expect(then.lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(then)).not.toContain('Ineens anders.')
    expect(await clauseOf(agreement)()).toMatch(/^(none )*agreed( none)*$/)
  })

  test('with a concern, or an objection, needs its reason', async () => {
    const { agreement, fatima, first } = await meet()
    for (const state of ['agreed_with_concern', 'objection'] as const) {
      const silent = await give(agreement, fatima, {
        articleId: first.id,
        hash: first.hash,
        state,
        reason: ' ',
      })
      expect([silent.status, await typeOf(silent)]).toEqual([400, 'malformed-request'])
      const said = { articleId: first.id, hash: first.hash, state, reason: 'Te weinig uren.' }
      expect(await (await give(agreement, fatima, said)).json()).toMatchObject({
        state,
        reason: 'Te weinig uren.',
      })
    }
  })

  test('can be taken back, also when the words changed', async () => {
    const { agreement, mark, fatima, first } = await meet()
    await give(agreement, fatima, { articleId: first.id, hash: first.hash })
    await writeIn(agreement, mark, ({ doc }) => type(articleFragment(doc, first.id), 0, ' Anders.'))
    expect((await give(agreement, fatima, { articleId: first.id, state: 'none' })).status).toBe(200)
    expect((await view(agreement)).consents).toMatchObject([{ state: 'none', hash: '' }])
  })

  test('is the same for a browser that hashes what it reads from the live text', async () => {
    const { agreement, articles } = await meet()
    const body = await json(`/agreements/${agreement.id}`)
    const catalog = realCatalog()
    expect(articles.map(({ id }) => articleHash(body, catalog, id))).toEqual(articles.map(({ hash }) => hash))
  })
})

describe('nobody can make an akkoord that is not theirs:', () => {
  test('not for another party, not as a second writer, not as who leads, and not by a party in the message', async () => {
    const { agreement, mark, fatima, rachid, first } = await meet()
    const said = { articleId: first.id, hash: first.hash }
    const forged = [
      await give(agreement, mark, { ...said, partyId: fatima.partyId }),
      await give(agreement, rachid, said),
      await give(agreement, { headers: lead(), partyId: fatima.partyId }, said),
      await give(agreement, mark, { ...said, partyId: 'nobody' }),
    ]
    for (const answer of forged) expect([answer.status, await typeOf(answer)]).toEqual([403, 'not-allowed'])
    const extra = { ...said, personId: 'p_other', name: 'Een ander', at: '2020-01-01T00:00:00Z' }
    const own = await (await give(agreement, mark, extra)).json()
    expect(own).toMatchObject({ name: 'Mark', partyId: mark.partyId })
    expect(own.at).not.toContain('2020')
    expect((await view(agreement)).consents).toHaveLength(1)
  })

  test('sent again it is kept once, also by another person, and an old one does not come back', async () => {
    const { agreement, mark, fatima, first } = await meet()
    const said = { id: newId(), articleId: first.id, hash: first.hash }
    await give(agreement, fatima, said)
    await give(agreement, fatima, {
      articleId: first.id,
      state: 'objection',
      reason: 'Toch niet.',
      hash: first.hash,
    })
    expect((await give(agreement, fatima, said)).status).toBe(200)
    expect((await give(agreement, mark, { ...said, partyId: fatima.partyId })).status).toBe(403)
    expect((await view(agreement)).consents).toMatchObject([{ state: 'objection' }])
  })

  test('not by writing in the document what looks like one', async () => {
    const { agreement, mark } = await meet()
    await writeIn(agreement, mark, ({ doc }) => {
      const forged = { key: 'x', partyId: mark.partyId, state: 'agreed', version: 0 }
      doc.getMap('group:').set('clauseAgreements', [forged])
      doc.getMap('group:').set('status', 'agreed')
      setField(doc, 'shortTitle', 'Gewoon')
    })
    const snapshot = await json(`/agreements/${agreement.id}`)
    expect([snapshot.status, snapshot.clauseAgreements]).toEqual(['draft', []])
    expect((await view(agreement)).consents).toEqual([])
  })

  test('not in an agreement that is put away', async () => {
    const { agreement, fatima, first } = await meet()
    await post(api(`/agreements/${agreement.id}/archive`), { archived: true }, lead())
    const answer = await give(agreement, fatima, { articleId: first.id, hash: first.hash })
    expect([answer.status, await typeOf(answer)]).toEqual([409, 'agreement-archived'])
  })
})

describe('the word of a party', () => {
  const participants = async (agreement: Started) =>
    (await json(`/agreements/${agreement.id}/participants`)).participants as {
      personId: string
      name: string
      speaksFor: boolean
    }[]
  const speakers = async (agreement: Started) =>
    (await participants(agreement)).filter(({ speaksFor }) => speaksFor).map(({ name }) => name)

  async function change(agreement: Started, name: string, body: object): Promise<number> {
    const person = (await participants(agreement)).find((each) => each.name === name)
    const answer = await fetch(api(`/agreements/${agreement.id}/participants/${person?.personId}`), {
      method: 'PATCH',
      headers: { ...lead(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.status
  }

  test('is of who comes in first for it; who leads gives and takes it, and it does not go along to another party', async () => {
    const { agreement, mark, rachid, first } = await meet()
    expect(await speakers(agreement)).toEqual(['Mark', 'Fatima'])
    expect(await change(agreement, 'Rachid', { speaksFor: true })).toBe(200)
    expect((await give(agreement, rachid, { articleId: first.id, hash: first.hash })).status).toBe(200)
    expect(await change(agreement, 'Rachid', { partyId: mark.partyId })).toBe(200)
    expect(await change(agreement, 'Fatima', { speaksFor: false })).toBe(200)
    expect(await speakers(agreement)).toEqual(['Mark'])
    expect(await change(agreement, 'Fatima', { name: 'Fatima' })).toBe(200)
    expect(await speakers(agreement)).toEqual(['Mark'])
  })

  test('is not given to who reads or belongs to no party, and is gone with the role', async () => {
    const { agreement } = await meet()
    expect(await change(agreement, 'Rachid', { role: 'reader', speaksFor: true })).toBe(400)
    expect(await change(agreement, 'Rachid', { partyId: null, speaksFor: true })).toBe(400)
    expect(await change(agreement, 'Fatima', { role: 'commenter' })).toBe(200)
    expect(await speakers(agreement)).toEqual(['Mark'])
  })
})

test('when every party agrees with everything the agreement is agreed, in the list too; one changed word undoes that', async () => {
  const { agreement, mark, fatima, articles } = await meet()
  const municipality = agreement.invitations.find(({ role, partyId }) => role === 'writer' && partyId)
  const petra: Person = {
    headers: { cookie: await server.joinAs(municipality?.url ?? '', 'Gemma') },
    partyId: municipality?.partyId ?? '',
  }
  const statusInList = async () =>
    (await json('/agreements')).agreements.find(({ id }: Started) => id === agreement.id)?.status
  for (const person of [mark, fatima, petra])
    for (const { id, hash } of articles)
      expect((await give(agreement, person, { articleId: id, hash })).status).toBe(200)
  expect((await json(`/agreements/${agreement.id}`)).status).toBe('agreed')
  await expect.poll(statusInList).toBe('agreed')
  const { articles: texts } = await json(`/agreements/${agreement.id}`)
  await writeIn(agreement, mark, ({ doc }) => type(articleFragment(doc, texts[3].id), 0, ' Toch.'))
  expect((await json(`/agreements/${agreement.id}`)).status).toBe('in_review')
  await expect.poll(statusInList).toBe('in_review')
})
