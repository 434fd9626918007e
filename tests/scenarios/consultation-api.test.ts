import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import type { PartyRound, Reading } from '../../shared/protocol/endpoints-consultation.ts'
import { allRows } from '../support/database-rows.ts'
import { exampleJson } from '../support/examples.ts'
import { LiveClient } from '../support/live-client.ts'
import { cookieOf, post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let agreement: Started
let lead: Headers
let writer: Headers
let other: Headers
let partyId: string
let otherPartyId: string

beforeAll(async () => {
  server = await startServer()
  const token = await server.token()
  lead = { authorization: `Bearer ${token}` }
  const snapshot = exampleJson('01-weidehaven-samenwerkingsovereenkomst')
  agreement = await server.createAgreement({ snapshot }, token)
  const links = agreement.invitations.filter(({ role }) => role === 'writer')
  partyId = links[2]?.partyId ?? ''
  otherPartyId = links[0]?.partyId ?? ''
  writer = { cookie: await server.joinAs(links[2]?.url ?? '', 'Fatima') }
  other = { cookie: await server.joinAs(links[0]?.url ?? '', 'Petra') }
})
afterAll(() => server?.stop())

const at = (rest: string) => `${server.url}/api/v1${rest}`
const rounds = (rest = '') => at(`/agreements/${agreement.id}/rounds${rest}`)
const secretOf = (url: string) => new URL(url).hash.slice(1)

type Made = { id: string; url: string; expiresAt: string; label: string }
async function newRound(change: object = {}, headers = writer): Promise<Made> {
  const made = await post(rounds(), { partyId, ...change }, headers)
  expect(made.status).toBe(201)
  return made.json()
}
const openLink = (url: string, headers: Headers = {}) =>
  post(at('/reading/open'), { secret: secretOf(url) }, headers)
async function readerOf(made: Made): Promise<Headers> {
  const opened = await openLink(made.url)
  expect(opened.status).toBe(204)
  return { cookie: cookieOf(opened) }
}
async function readAs(reader: Headers): Promise<Reading & { outline: Outline }> {
  const answer = await fetch(at('/reading'), { headers: reader })
  expect(answer.status).toBe(200)
  return answer.json()
}
let last = 0
const newId = () => `remark-id-of-16-${++last}`
const say = (reader: Headers, text: string, change: object = {}) =>
  post(at('/reading/remarks'), { id: newId(), sectionId: null, text, ...change }, reader)
async function seenBy(person: Headers): Promise<PartyRound | undefined> {
  const answer = await fetch(rounds(), { headers: person })
  expect(answer.status).toBe(200)
  const { parties } = (await answer.json()) as { parties: PartyRound[] }
  return parties.find((party) => party.partyId === partyId)
}
const textsSeenBy = async (person: Headers) => (await seenBy(person))?.remarks?.map(({ text }) => text)
const problemOf = async (answer: Response) => [answer.status, (await answer.json()).type]

describe('a reading link', () => {
  test('is made by a writer of the party and by who leads, lives four weeks, and the list holds nothing that opens it', async () => {
    const made = await newRound({ label: 'Moedergroep' })
    const byLead = await newRound({ label: 'Van de begeleider' }, lead)
    const days = (Date.parse(made.expiresAt) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(28)
    const listed = await seenBy(lead)
    expect(listed?.rounds.map(({ label }) => label)).toEqual(['Moedergroep', 'Van de begeleider'])
    for (const { url } of [made, byLead]) expect(JSON.stringify(listed)).not.toContain(secretOf(url))
  })

  test('is not made for another party, for a party that there is not, or for longer than ninety days', async () => {
    expect(await problemOf(await post(rounds(), { partyId: otherPartyId }, writer))).toEqual([
      403,
      '/problems/not-allowed',
    ])
    const tooLong = new Date(Date.now() + 91 * 86_400_000).toISOString()
    for (const body of [{ partyId: 'nobody' }, { partyId, expiresAt: tooLong }]) {
      expect((await post(rounds(), body, lead)).status).toBe(400)
    }
  })

  test('is exchanged for a cookie of the reading page alone, which goes with the browser', async () => {
    const [cookie = ''] = (await openLink((await newRound()).url)).headers.getSetCookie()
    expect(cookie).toMatch(/^handslag_reading=[\w-]{43}; /)
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Path=/api/v1/reading',
      'SameSite=Strict',
    ])
  })

  test('counts devices: opened again where it was opened before, it is the same reader', async () => {
    const made = await newRound()
    const reader = await readerOf(made)
    expect((await openLink(made.url, reader)).headers.getSetCookie()).toEqual([])
    await readerOf(made)
    expect((await seenBy(writer))?.rounds.find(({ id }) => id === made.id)).toMatchObject({ uses: 2 })
  })

  test('that is closed opens nothing, for who is reading too; what was sent stays', async () => {
    const made = await newRound()
    const reader = await readerOf(made)
    await say(reader, 'Voor het sluiten.')
    expect((await post(rounds(`/${made.id}/close`), {}, other)).status).toBe(404)
    expect((await post(rounds(`/${made.id}/close`), {}, writer)).status).toBe(204)
    expect(await problemOf(await openLink(made.url))).toEqual([404, '/problems/invalid-invitation'])
    const reading = await fetch(at('/reading'), { headers: reader })
    expect(await problemOf(reading)).toEqual([401, '/problems/not-signed-in'])
    expect((await say(reader, 'Te laat.')).status).toBe(401)
    expect(await textsSeenBy(writer)).toContain('Voor het sluiten.')
    expect(await textsSeenBy(writer)).not.toContain('Te laat.')
  })
})

describe('who reads', () => {
  test('sees every article with its explanation, and nothing of people', async () => {
    const page = await readAs(await readerOf(await newRound()))
    const snapshot = await (await fetch(at(`/agreements/${agreement.id}`), { headers: lead })).json()
    expect(page.outline.sections.map(({ id }) => id)).toEqual(
      snapshot.articles.map(({ id }: { id: string }) => id),
    )
    expect(page.explanations.length).toBeGreaterThan(10)
    const words = JSON.stringify(page)
    for (const { name, email } of snapshot.contacts) {
      expect(words).not.toContain(name)
      if (email) expect(words).not.toContain(email)
    }
    for (const { name } of snapshot.signatories) expect(words).not.toContain(name)
  })

  test('says something about an article, sees it again, and another device does not', async () => {
    const made = await newRound()
    const [reader, neighbour] = [await readerOf(made), await readerOf(made)]
    const { outline } = await readAs(reader)
    const section = outline.sections[3]
    const id = newId()
    const sent = { id, sectionId: section?.id, text: '  أريد لقاءً مسائيًا.  ' }
    for (const _ of ['once', 'again after a bad connection']) {
      expect((await say(reader, '', sent)).status).toBe(201)
    }
    expect((await readAs(reader)).remarks.map(({ text }) => text)).toEqual(['أريد لقاءً مسائيًا.'])
    expect((await readAs(neighbour)).remarks).toEqual([])
    const gathered = (await seenBy(writer))?.remarks?.filter(({ roundId }) => roundId === made.id)
    expect(gathered).toMatchObject([{ id, sectionId: section?.id, roundId: made.id }])
    expect(gathered?.[0]?.heading).toContain(section?.heading)
  })

  test('can not write about an article that there is not, nothing at all, or a whole book', async () => {
    const reader = await readerOf(await newRound())
    const wrong = [{ sectionId: 'none' }, { text: '  ' }, { text: 'x'.repeat(2001) }, { id: 'short' }]
    for (const change of wrong) expect((await say(reader, 'Goed.', change)).status).toBe(400)
    expect((await readAs(reader)).remarks).toEqual([])
  })

  test('writes twenty times in a minute at most, and keeps nobody else from writing', async () => {
    const made = await newRound()
    const [eager, calm] = [await readerOf(made), await readerOf(made)]
    const statuses: number[] = []
    // Another minute may begin on the way.
    while (!statuses.includes(429) && statuses.length < 45) {
      statuses.push((await say(eager, `Nog iets ${statuses.length}.`)).status)
    }
    expect(statuses).toContain(429)
    expect(statuses.length).toBeGreaterThan(20)
    expect((await say(calm, 'Rustig aan.')).status).toBe(201)
  })

  test('leaves, and the device forgets', async () => {
    const reader = await readerOf(await newRound())
    const [cleared = ''] = (await post(at('/reading/leave'), {}, reader)).headers.getSetCookie()
    expect(cleared).toMatch(/^handslag_reading=;.*Expires=Thu, 01 Jan 1970/)
  })
})

describe('remarks', () => {
  test('are for the writers of the party alone until it shares them, and again when it stops', async () => {
    const reader = await readerOf(await newRound())
    await say(reader, 'Alleen voor Samen.')
    const share = (isShared: boolean, headers: Headers) =>
      post(rounds('/shared'), { partyId, isShared }, headers)
    expect(await textsSeenBy(writer)).toContain('Alleen voor Samen.')
    expect(await seenBy(other)).toBeUndefined()
    expect(await seenBy(lead)).toMatchObject({ mayLead: true, mayShare: false, remarks: null })
    for (const person of [other, lead]) expect((await share(true, person)).status).toBe(403)
    expect((await share(true, writer)).status).toBe(204)
    for (const person of [other, lead]) expect(await textsSeenBy(person)).toContain('Alleen voor Samen.')
    expect((await seenBy(other))?.rounds).toEqual([])
    expect((await readAs(reader)).isShared).toBe(true)
    expect((await share(false, writer)).status).toBe(204)
    expect(await seenBy(other)).toBeUndefined()
  })

  test('are told of at once to the party and to who leads, and to no other party', async () => {
    const address = `${server.url.replace('http', 'ws')}/sync/${agreement.id}`
    const [mine, theirs] = [writer, other].map(({ cookie = '' }) => new LiveClient(address, { cookie }))
    if (!mine || !theirs) throw new Error('two people are connected')
    await Promise.all([mine.synced, theirs.synced])
    const bells = (client: LiveClient) =>
      client.notices.filter((notice) => notice.kind === 'changed' && notice.what === 'consultation').length
    await say(await readerOf(await newRound()), 'Belletje.')
    await expect.poll(() => bells(mine)).toBeGreaterThan(0)
    await post(rounds('/shared'), { partyId, isShared: false }, writer)
    // What all are told comes after what they were not told.
    await expect.poll(() => bells(theirs)).toBe(1)
    mine.close()
    theirs.close()
  })
})

describe('a remark goes for good', () => {
  const remarkRows = () => allRows(join(server.dataDir, DATABASE_FILE)).get('round_remark') ?? []
  const takeAway = (path: string, headers: Headers) => fetch(path, { method: 'DELETE', headers })

  test('when who sent it takes it back, and for nobody else who reads', async () => {
    const made = await newRound()
    const [reader, neighbour] = [await readerOf(made), await readerOf(made)]
    const { id } = await (await say(reader, 'Bel Samira maar.')).json()
    const address = at(`/reading/remarks/${id}`)
    expect((await takeAway(address, neighbour)).status).toBe(204)
    expect((await takeAway(address, writer)).status).toBe(401)
    expect(await textsSeenBy(writer)).toContain('Bel Samira maar.')
    for (const _ of ['once', 'again after a bad connection'])
      expect((await takeAway(address, reader)).status).toBe(204)
    expect((await readAs(reader)).remarks).toEqual([])
    expect(JSON.stringify([await seenBy(writer), remarkRows()])).not.toContain('Samira')
  })

  test('when a writer of its party removes it, and for no other party, who leads or a reader; the log tells that, not what', async () => {
    const made = await newRound()
    const reader = await readerOf(made)
    const { id } = await (await say(reader, 'Samira weet ervan.')).json()
    const address = rounds(`/${made.id}/remarks/${id}`)
    expect((await takeAway(address, lead)).status).toBe(403)
    expect(await problemOf(await takeAway(address, other))).toEqual([404, '/problems/unknown-invitation'])
    expect((await takeAway(address, reader)).status).toBe(401)
    const elsewhere = rounds(`/${(await newRound()).id}/remarks/${id}`)
    expect((await takeAway(elsewhere, writer)).status).toBe(204)
    expect(await textsSeenBy(writer)).toContain('Samira weet ervan.')
    expect((await takeAway(address, writer)).status).toBe(204)
    expect((await readAs(reader)).remarks).toEqual([])
    const acts = allRows(join(server.dataDir, DATABASE_FILE)).get('act') ?? []
    expect(acts.filter(({ kind }) => kind === 'remove-remark')).toHaveLength(1)
    expect(JSON.stringify([remarkRows(), acts])).not.toContain('Samira')
  })
})

test('opening and closing stand in the log of acts, and no secret is kept', async () => {
  const made = await newRound()
  const { cookie = '' } = await readerOf(made)
  await post(rounds(`/${made.id}/close`), {}, writer)
  const rows = allRows(join(server.dataDir, DATABASE_FILE))
  const acts = (rows.get('act') ?? []).toSorted((a, b) => Number(a.seq) - Number(b.seq))
  const kinds = acts.slice(-2).map(({ kind }) => kind)
  expect(kinds).toEqual(['open-round', 'close-round'])
  const all = JSON.stringify([...rows])
  expect(all).not.toContain(secretOf(made.url))
  expect(all).not.toContain(cookie.split('=')[1])
  expect(server.output()).not.toContain(secretOf(made.url))
})
