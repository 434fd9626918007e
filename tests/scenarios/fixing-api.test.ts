import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleFragment } from '../../shared/document/layout.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { type } from '../support/edit-prose.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'
import { changesIn, decidedLines } from '../support/tracked-word.ts'
import { textByMammoth } from '../support/word-file.ts'

type Person = { headers: Record<string, string>; partyId: string }

let server: TestServer
let token: string
let commands = 0

/** On a busy machine writing and hashing take their time. */
const WAIT = { timeout: 20_000 }

beforeAll(async () => {
  server = await startServer()
  token = await server.token('Petra')
})
afterAll(() => server?.stop())

const api = (path: string) => `${server.url}/api/v1${path}`
const lead = (): Record<string, string> => ({ authorization: `Bearer ${token}` })
const json = async (path: string, headers = lead()) => (await fetch(api(path), { headers })).json()
const statusAndType = async (answer: Response) => [
  answer.status,
  problem.parse(await answer.json()).type.replace('/problems/', ''),
]

/** An agreement with somebody who speaks for each of its three parties. */
async function meet(): Promise<{ agreement: Started; people: Person[] }> {
  const agreement = await server.createAgreement({ templateId: 'short_project' }, token)
  const links = agreement.invitations.filter(({ role }) => role === 'writer')
  const people: Person[] = []
  for (const { url, partyId } of links)
    people.push({
      headers: { cookie: await server.joinAs(url, `Schrijver ${partyId}`) },
      partyId: partyId ?? '',
    })
  return { agreement, people }
}

async function agreeOnAll(agreement: Started, people: readonly Person[]): Promise<void> {
  const { articles } = await json(`/agreements/${agreement.id}/consents`)
  for (const { headers, partyId } of people)
    for (const { id: articleId, hash } of articles) {
      const said = { id: `command_of_a_test_${++commands}`, articleId, partyId, state: 'agreed', hash }
      expect((await post(api(`/agreements/${agreement.id}/consents`), said, headers)).status).toBe(200)
    }
}

const fix = ({ id }: Started, decision = '', headers = lead()) =>
  post(api(`/agreements/${id}/fixing`), { decision }, headers)
const ask = ({ id }: Started, reason: string) =>
  post(api(`/agreements/${id}/fixing/opening`), { ask: true, reason }, lead())
const agreeToOpen = ({ id }: Started, { headers, partyId }: Person) =>
  post(api(`/agreements/${id}/fixing/opening/agree`), { partyId }, headers)
const liveAs = ({ id }: Started, { headers }: Pick<Person, 'headers'>) =>
  new LiveClient(`${server.url.replace('http', 'ws')}/sync/${id}`, headers)

async function wordFile({ id }: Started, query = ''): Promise<Uint8Array> {
  const answer = await fetch(api(`/agreements/${id}/export?format=docx${query}`), { headers: lead() })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const timesIn = (text: string, word: string) => text.split(word).length - 1

async function firstArticle({ id }: Started): Promise<string> {
  const { articles } = await json(`/agreements/${id}`)
  return articles.find(
    ({ body }: { body: { content: { type: string }[] } }) => body.content[0]?.type === 'paragraph',
  ).id
}

describe('fixing the text', () => {
  test('is refused until every party agrees with everything, or a decision says what is not', async () => {
    const { agreement, people } = await meet()
    expect(await statusAndType(await fix(agreement))).toEqual([409, 'not-all-agreed'])
    const writer = people[0] as Person
    expect(await statusAndType(await fix(agreement, 'Zo besloten.', writer.headers))).toEqual([
      403,
      'not-allowed',
    ])
    expect((await json(`/agreements/${agreement.id}`)).status).toBe('draft')
    expect((await fix(agreement, 'De scholen tekenen later.')).status).toBe(201)
    const { fixing } = await json(`/agreements/${agreement.id}/fixing`)
    expect(fixing).toMatchObject({ version: 1, decision: 'De scholen tekenen later.', opening: null })
    expect(await statusAndType(await fix(agreement, 'Nog eens.'))).toEqual([409, 'agreement-fixed'])
  })

  test('gives the same Word file from then on, with its hash, also after the server is killed', async () => {
    const { agreement, people } = await meet()
    await agreeOnAll(agreement, people)
    const made = await (await fix(agreement, 'Niet nodig.')).json()
    // With everybody agreed there was nothing to decide.
    expect(made.fixing.decision).toBe('')
    const first = await wordFile(agreement)
    expect(hashOf(first)).toBe(made.fixing.fileHash)
    await server.restart('SIGKILL')
    expect(hashOf(await wordFile(agreement))).toBe(made.fixing.fileHash)
    expect(hashOf(await wordFile(agreement, '&version=1'))).toBe(made.fixing.fileHash)
    expect(await textByMammoth(first)).toContain('vastgesteld op ')
    const snapshot = await json(`/agreements/${agreement.id}`)
    expect([snapshot.status, snapshot.version]).toEqual(['ready_to_sign', 1])
    const other = await fetch(api(`/agreements/${agreement.id}/export?version=2`), { headers: lead() })
    expect(await statusAndType(other)).toEqual([404, 'unknown-version'])
  })

  test('refuses what anybody writes after it by name, on connections that are open and after a restart; an akkoord too', async () => {
    const { agreement, people } = await meet()
    const writer = people[0] as Person
    const article = await firstArticle(agreement)
    const live = liveAs(agreement, writer)
    await live.synced
    await fix(agreement, 'Zo besloten.')
    await expect
      .poll(() => live.notices)
      .toContainEqual(expect.objectContaining({ kind: 'role', canWrite: false, hold: 'fixed' }))
    type(articleFragment(live.doc, article), 0, ' Te laat.')
    await expect
      .poll(() => live.notices)
      .toContainEqual(expect.objectContaining({ kind: 'refused', reason: 'fixed' }))
    live.close()
    await server.restart('SIGKILL')
    const again = liveAs(agreement, writer)
    await again.synced
    expect(again.notices).toContainEqual(
      expect.objectContaining({ kind: 'welcome', canWrite: false, hold: 'fixed' }),
    )
    expect(JSON.stringify(await json(`/agreements/${agreement.id}`))).not.toContain('Te laat.')
    again.close()
    const said = {
      id: `command_of_a_test_${++commands}`,
      articleId: article,
      partyId: writer.partyId,
      state: 'none',
    }
    const akkoord = await post(api(`/agreements/${agreement.id}/consents`), said, writer.headers)
    expect(await statusAndType(akkoord)).toEqual([409, 'agreement-fixed'])
  })

  test('while people write: every word that was told to be kept is in the file, and every other one was refused', {
    timeout: 60_000,
  }, async () => {
    const { agreement, people } = await meet()
    const article = await firstArticle(agreement)
    const writers = await Promise.all(
      people.map(async (person, index) => {
        const live = liveAs(agreement, person)
        await live.synced
        return { live, mark: 'abc'[index] ?? '', written: [] as { word: string; message: number }[] }
      }),
    )
    // Each writes until the first of its words is refused.
    const typing = writers.map(async ({ live, mark, written }) => {
      while (live.refusals.length === 0 && written.length < 1000) {
        const word = `woord${mark}${written.length}x`
        type(articleFragment(live.doc, article), 0, ` ${word}`)
        written.push({ word, message: live.sent })
        await new Promise<void>((resolve) => setImmediate(resolve))
      }
    })
    // Not before each of them has words on the disk.
    for (const { live } of writers) await expect.poll(() => live.keptUpTo, WAIT).toBeGreaterThan(2)
    expect((await fix(agreement, 'Terwijl er geschreven wordt.')).status).toBe(201)
    await Promise.all(typing)
    const text = await textByMammoth(await wordFile(agreement))
    for (const { live, written } of writers) {
      const refused = () =>
        new Set(live.notices.flatMap((notice) => (notice.kind === 'refused' ? [notice.message] : [])))
      const isSettled = ({ message }: { message: number }) =>
        message <= live.keptUpTo || refused().has(message)
      await expect.poll(() => written.every(isSettled), WAIT).toBe(true)
      expect([...new Set(live.refusals)]).toEqual(['fixed'])
      const lost = written.filter(({ message }) => refused().has(message))
      const kept = written.filter((one) => !lost.includes(one))
      expect(kept.length).toBeGreaterThan(0)
      expect(kept.filter(({ word }) => timesIn(text, word) !== 1)).toEqual([])
      expect(lost.filter(({ word }) => text.includes(word))).toEqual([])
      live.close()
    }
  })
})

describe('opening the text again', () => {
  test('takes the yes of every party, by who speaks for it, and turns every akkoord to be looked at again', async () => {
    const { agreement, people } = await meet()
    await agreeOnAll(agreement, people)
    await fix(agreement)
    const [first, second, third] = people as [Person, Person, Person]
    expect(await statusAndType(await agreeToOpen(agreement, first))).toEqual([409, 'not-fixed'])
    expect((await ask(agreement, 'Een bedrag klopt niet.')).status).toBe(200)
    const forged = await agreeToOpen(agreement, { ...first, partyId: second.partyId })
    expect(await statusAndType(forged)).toEqual([403, 'not-allowed'])
    expect(await statusAndType(await agreeToOpen(agreement, { ...first, headers: lead() }))).toEqual([
      403,
      'not-allowed',
    ])
    for (const person of [first, first, second]) {
      const { fixing } = await (await agreeToOpen(agreement, person)).json()
      expect(fixing.opening.agreedPartyIds).toContain(person.partyId)
    }
    expect((await json(`/agreements/${agreement.id}`)).status).toBe('ready_to_sign')
    const live = liveAs(agreement, first)
    await live.synced
    expect((await (await agreeToOpen(agreement, third)).json()).fixing).toBeNull()
    await expect
      .poll(() => live.notices)
      .toContainEqual(expect.objectContaining({ kind: 'role', canWrite: true, hold: null }))
    type(articleFragment(live.doc, await firstArticle(agreement)), 0, ' Weer open.')
    await live.keptAll()
    expect(live.refusals).toEqual([])
    live.close()
    const { consents } = await json(`/agreements/${agreement.id}/consents`)
    expect(consents.every(({ reopened }: { reopened: boolean }) => reopened)).toBe(true)
    const snapshot = await json(`/agreements/${agreement.id}`)
    expect(snapshot.status).toBe('in_review')
    expect(new Set(snapshot.clauseAgreements.map(({ state }: { state: string }) => state))).toEqual(
      new Set(['none']),
    )
    // What was fixed can still be had, and the next one is another version.
    expect((await wordFile(agreement, '&version=1')).length).toBeGreaterThan(0)
    // And it is what a comparison calls by its number, whatever was written since.
    const { versions } = await json(`/agreements/${agreement.id}/versions`)
    const compared = await wordFile(agreement, `&since=${versions[0].id}&version=1`)
    expect(changesIn(compared)).toEqual({})
    expect(decidedLines(await wordFile(agreement, `&since=${versions[0].id}`), 'accept').join()).toContain(
      'Weer open.',
    )
    expect((await (await fix(agreement, 'Opnieuw.')).json()).fixing.version).toBe(2)
  })

  test('stands in the log of acts without a word of what was said', async () => {
    const { agreement, people } = await meet()
    await fix(agreement, 'Geheim besluit.')
    await ask(agreement, 'Geheime reden.')
    for (const person of people) await agreeToOpen(agreement, person)
    const { acts } = await json(`/agreements/${agreement.id}/acts`)
    const kinds = acts.map(({ kind }: { kind: string }) => kind)
    const yes = people.map(() => 'agree_to_open_again')
    expect(kinds.slice(0, 3 + yes.length)).toEqual(['open_again', ...yes, 'ask_to_open_again', 'fix_text'])
    expect(JSON.stringify(acts)).not.toContain('Geheim')
  })
})
