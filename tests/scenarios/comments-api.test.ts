import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { FORMER_PARTICIPANT } from '../../shared/protocol/acts.ts'
import { COMMENT_BOUNDS, type Thread } from '../../shared/protocol/endpoints-comments.ts'
import { SCHEMA_PREFIX, SCHEMA_VERSION, SUBPROTOCOL } from '../../shared/protocol/live.ts'
import { mentionOf } from '../../shared/protocol/mention.ts'
import { LiveClient } from '../support/live-client.ts'
import { officeText } from '../support/office.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Person = { headers: Record<string, string>; personId: string; partyId: string | null }

/** Words of one circle, that are looked for where they may not be. */
const SECRET = 'Kwikstaartje twijfelt'

let server: TestServer
let agreement: Started
let articleId: string
let taskId: string
let petra: Person
let fatima: Person
let rachid: Person
let mark: Person
let commenter: Person
let reader: Person

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  petra = await personWith({ authorization: `Bearer ${token}` })
  const snapshot = await json('')
  articleId = snapshot.articles[0].id
  taskId = snapshot.parties[0].id
  const [first, second] = agreement.invitations.filter(({ role }) => role === 'writer')
  fatima = await joined(first?.url ?? '', 'Fatima')
  rachid = await joined(first?.url ?? '', 'Rachid')
  mark = await joined(second?.url ?? '', 'Mark')
  commenter = await invited('commenter', first?.partyId ?? null, 'Noor')
  reader = await invited('reader', first?.partyId ?? null, 'Lezer')
})
afterAll(() => server?.stop())

async function personWith(headers: Record<string, string>): Promise<Person> {
  const { you } = await (await fetch(address('/participants'), { headers })).json()
  return { headers, personId: you.personId, partyId: you.partyId }
}
const joined = async (link: string, name: string) => personWith({ cookie: await server.joinAs(link, name) })
async function invited(role: string, partyId: string | null, name: string): Promise<Person> {
  const made = await send('/invitations', { role, partyId }, petra)
  return joined((await made.json()).url, name)
}

const address = (path: string) => `${server.url}/api/v1/agreements/${agreement.id}${path}`
const send = (path: string, body: unknown, by: Person) => post(address(path), body, by.headers)
const ask = (method: string, path: string, by: Person, body: unknown = {}) =>
  fetch(address(path), {
    method,
    headers: { 'content-type': 'application/json', ...by.headers },
    body: JSON.stringify(body),
  })
async function json(path: string, by: Person = petra) {
  const answer = await fetch(address(path), { headers: by.headers })
  expect(answer.status).toBe(200)
  return answer.json()
}
const threadsOf = async (by: Person): Promise<Thread[]> => (await json('/comments', by)).threads
const newId = () => crypto.randomUUID()
const about = (quote = 'Doel') => ({ kind: 'article', articleId, quote }) as const

function words(by: Person, changes: object = {}) {
  const ids = { threadId: newId(), commentId: newId() }
  return { ...ids, circle: 'everyone', partyId: by.partyId, anchor: about(), text: 'Klopt dit?', ...changes }
}
async function said(by: Person, changes: object = {}): Promise<Thread> {
  const answer = await send('/comments', words(by, changes), by)
  expect(await answer.clone().json()).toMatchObject({ thread: { state: 'open' } })
  return (await answer.json()).thread
}
const problemOf = async (answer: Response | Promise<Response>) => {
  const { type, errors } = await (await answer).json()
  return [type?.replace('/problems/', ''), errors?.[0]?.reason].filter(Boolean).join(' ')
}
const thread = async (by: Person, id: string) => (await threadsOf(by)).find((each) => each.id === id)

describe('a thread for everyone', () => {
  test('is seen by all, readers included, with who said what for which party; replies, resolving and reopening too', async () => {
    const begun = await said(fatima, { text: '  Is dit bedrag juist?  ' })
    const path = `/comments/${begun.id}`
    expect((await send(`${path}/replies`, { commentId: newId(), text: 'Ja.' }, mark)).status).toBe(200)
    expect((await send(`${path}/state`, { state: 'resolved' }, commenter)).status).toBe(200)
    for (const person of [petra, fatima, mark, commenter, reader]) {
      const seen = await thread(person, begun.id)
      expect(seen).toMatchObject({
        circle: 'everyone',
        anchor: about(),
        state: 'resolved',
        stateBy: { name: 'Noor', partyId: fatima.partyId },
      })
      expect(seen?.comments.map(({ author, text }) => [author.name, author.partyId, text])).toEqual([
        ['Fatima', fatima.partyId, 'Is dit bedrag juist?'],
        ['Mark', mark.partyId, 'Ja.'],
      ])
    }
    await send(`${path}/state`, { state: 'open' }, mark)
    expect(await thread(petra, begun.id)).toMatchObject({ state: 'open', stateBy: { name: 'Mark' } })
  })

  test('that was resolved is open again by a reply, which may have waited on a device', async () => {
    const begun = await said(fatima)
    await send(`/comments/${begun.id}/state`, { state: 'resolved' }, fatima)
    await send(`/comments/${begun.id}/replies`, { commentId: newId(), text: 'Nog niet.' }, mark)
    expect(await thread(petra, begun.id)).toMatchObject({ state: 'open', stateBy: { name: 'Mark' } })
  })

  test('sent twice, and a reply sent twice, is there once; also when its words were taken away in between', async () => {
    const wanted = words(fatima)
    const reply = { commentId: newId(), text: 'Ja.' }
    for (const _ of [1, 2]) {
      expect((await send('/comments', wanted, fatima)).status).toBe(200)
      expect((await send(`/comments/${wanted.threadId}/replies`, reply, mark)).status).toBe(200)
    }
    expect((await thread(petra, wanted.threadId))?.comments).toHaveLength(2)
    await ask('DELETE', `/comments/${wanted.threadId}/${reply.commentId}`, mark)
    await ask('DELETE', `/comments/${wanted.threadId}/${wanted.commentId}`, fatima)
    expect(await thread(petra, wanted.threadId)).toBeUndefined()
    expect(await (await send('/comments', wanted, fatima)).json()).toEqual({ thread: null })
    expect(await problemOf(send(`/comments/${wanted.threadId}/replies`, reply, mark))).toBe('unknown-thread')
    expect(await thread(petra, wanted.threadId)).toBeUndefined()
  })

  test('is changed and taken away by who wrote it alone, says so, and of what was taken away no byte stays', async () => {
    const begun = await said(fatima, { text: 'Zilvermeeuw eerst.' })
    const path = `/comments/${begun.id}/${begun.comments[0]?.id}`
    expect(await problemOf(ask('PATCH', path, mark, { text: 'Van Mark' }))).toBe('not-allowed')
    expect(await problemOf(ask('DELETE', path, petra))).toBe('not-allowed')
    await send(`/comments/${begun.id}/replies`, { commentId: newId(), text: 'Ik zie het.' }, mark)
    await ask('PATCH', path, fatima, { text: 'Zilvermeeuw daarna.' })
    expect((await thread(mark, begun.id))?.comments[0]).toMatchObject({
      text: 'Zilvermeeuw daarna.',
      changedAt: expect.any(String),
    })
    expect(await isInFiles('Zilvermeeuw')).toBe(true)
    await ask('DELETE', path, fatima)
    expect((await thread(mark, begun.id))?.comments[0]).toMatchObject({ text: '', isRemoved: true })
    await expect.poll(() => isInFiles('Zilvermeeuw')).toBe(false)
  })

  test('counts in the record while it is open; one of an organisation does not', async () => {
    const open = async () => (await json('')).openItems.comments
    const before = await open()
    const begun = await said(fatima)
    await said(fatima, { circle: 'organisation' })
    expect(await open()).toBe(before + 1)
    expect((await json('/advice')).record.openItems.comments).toBe(before + 1)
    await send(`/comments/${begun.id}/state`, { state: 'resolved' }, fatima)
    expect(await open()).toBe(before)
  })

  test('survives a server that is killed', async () => {
    const begun = await said(mark, { text: 'Dit blijft.' })
    await server.restart('SIGKILL')
    expect((await thread(petra, begun.id))?.comments[0]?.text).toBe('Dit blijft.')
  })
})

async function isInFiles(word: string): Promise<boolean> {
  const names = (await readdir(server.dataDir)).filter((name) => name.startsWith(DATABASE_FILE))
  const files = await Promise.all(names.map((name) => readFile(join(server.dataDir, name))))
  return files.some((bytes) => bytes.includes(word))
}

describe('a thread within one organisation', () => {
  test('is nowhere for another party or who leads: no answer, socket, file, log of acts or output of the server', async () => {
    const others = [mark, petra]
    const wires = [...others, rachid].map(wireOf)
    await Promise.all(wires.map(({ opened }) => opened))
    const hidden = await said(fatima, { circle: 'organisation', text: SECRET, anchor: about(SECRET) })
    const path = `/comments/${hidden.id}`
    const reply = { commentId: newId(), text: `${SECRET} nog` }
    await send(`${path}/replies`, reply, rachid)
    await ask('PATCH', `${path}/${reply.commentId}`, rachid, { text: `${SECRET} niet meer` })
    await send(`${path}/state`, { state: 'resolved' }, commenter)
    // A thread for everyone afterwards: when its bell has rung, those before would have rung too.
    await said(fatima)
    await expect.poll(() => wires.map(({ bells }) => bells())).toEqual([1, 1, 5])
    for (const { close } of wires) close()
    for (const { bytes } of wires) expect(holdsNone(bytes(), hidden.id)).toBe(true)
    for (const other of others)
      for (const [name, answer] of await everythingFor(other))
        expect(`${name}: ${holdsNone(answer, hidden.id)}`).toBe(`${name}: true`)
    expect(holdsNone(server.output(), hidden.id)).toBe(true)
    expect(await isInFiles(SECRET)).toBe(true)
    for (const own of [fatima, rachid, commenter, reader])
      expect(await thread(own, hidden.id)).toMatchObject({ circle: 'organisation', state: 'resolved' })
  })

  test('is as unknown to others as one that never was, whatever they send', async () => {
    const hidden = await said(fatima, { circle: 'organisation', text: 'Onder ons.' })
    const commentId = hidden.comments[0]?.id ?? ''
    for (const id of [hidden.id, newId()]) {
      const path = `/comments/${id}`
      const tries = [
        send(`${path}/replies`, { commentId: newId(), text: 'Hallo' }, mark),
        send(`${path}/state`, { state: 'resolved' }, mark),
        ask('PATCH', `${path}/${commentId}`, mark, { text: 'Hallo' }),
        ask('DELETE', `${path}/${commentId}`, mark),
      ]
      expect(await Promise.all(tries.map(problemOf))).toEqual(Array(4).fill('unknown-thread'))
    }
    const taken = words(mark, { threadId: hidden.id })
    expect(await problemOf(send('/comments', taken, mark))).toBe('unknown-thread')
    const elsewhere = await said(mark)
    const path = `/comments/${elsewhere.id}/${commentId}`
    expect(await problemOf(ask('PATCH', path, mark, { text: 'Hallo' }))).toBe('unknown-thread')
    expect((await thread(fatima, hidden.id))?.comments).toHaveLength(1)
  })

  test('of who leads without a party is for those who lead so alone', async () => {
    const hidden = await said(petra, { circle: 'organisation', partyId: null, text: 'Wethouder bellen.' })
    for (const person of [fatima, mark, reader]) expect(await thread(person, hidden.id)).toBeUndefined()
    expect(await thread(petra, hidden.id)).toBeDefined()
  })

  test('does not go to another organisation with a person: what waited on the device is refused, what was seen is gone', async () => {
    const both = await invited('writer', fatima.partyId, 'Overstapper')
    const hidden = await said(both, { circle: 'organisation', text: 'Bij ons blijft dit.' })
    const waiting = words(both, { circle: 'organisation' })
    await ask('PATCH', `/participants/${both.personId}`, petra, { partyId: mark.partyId })
    expect(await problemOf(send('/comments', waiting, both))).toBe('not-allowed')
    const reply = { commentId: newId(), text: 'Nog iets' }
    expect(await problemOf(send(`/comments/${hidden.id}/replies`, reply, both))).toBe('unknown-thread')
    expect(await thread(both, hidden.id)).toBeUndefined()
    expect(await thread(mark, hidden.id)).toBeUndefined()
    expect(await thread(fatima, hidden.id)).toBeDefined()
  })
})

/** Whether neither the words of the circle nor the id of their thread are in a text. */
const holdsNone = (text: string, threadId: string) => ![SECRET, threadId].some((word) => text.includes(word))

/** Every answer of the interface that a participant gets, files and own data included. */
async function everythingFor(person: Person): Promise<[string, string][]> {
  const paths = ['', '/participants', '/comments', '/advice', '/history', '/scan', '/step-notes', '/rounds']
  const forLead = ['/acts', '/acts/export?format=csv', '/acts/export?format=json', '/invitations']
  const files = ['/export?format=json', '/export?format=html']
  const asked = [...paths, ...files, ...(person === petra ? forLead : [])]
  const answers = await Promise.all(
    asked.map(async (path): Promise<[string, string]> => {
      const answer = await fetch(address(path), { headers: person.headers })
      expect(`${path} ${answer.status}`).toBe(`${path} 200`)
      return [path, await answer.text()]
    }),
  )
  const word = await fetch(address('/export?format=docx'), { headers: person.headers })
  answers.push(['docx', await officeText(new Uint8Array(await word.arrayBuffer()))])
  for (const path of ['/api/v1/agreements', '/metrics', '/api/v1/my-data'])
    answers.push([path, await (await fetch(server.url + path, { headers: person.headers })).text()])
  return answers
}

/** Every byte that a live connection of our own client gets, as text. */
function wireOf(person: Person) {
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/sync/${agreement.id}`,
    [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`],
    { headers: person.headers },
  )
  let received = ''
  socket.on('message', (data: Buffer) => {
    received += data.toString('latin1')
  })
  const opened = new Promise((resolve) => socket.once('message', resolve))
  const bells = () => received.split('"what":"comments"').length - 1
  return { opened, bells, bytes: () => received, close: () => socket.terminate() }
}

describe('what is refused', () => {
  test.each([
    [
      'an article that never was',
      { anchor: { kind: 'article', articleId: 'none', quote: '' } },
      'unknown_place',
    ],
    [
      'a fact that no agreement has',
      { anchor: { kind: 'fact', address: 'purpose.x', quote: '' } },
      'unknown_place',
    ],
    [
      'a row that never was',
      { anchor: { kind: 'row', list: 'tasks', rowId: 'x', quote: '' } },
      'unknown_place',
    ],
    [
      'a row of no list',
      { anchor: { kind: 'row', list: '__proto__', rowId: 'x', quote: '' } },
      'unknown_place',
    ],
    ['no words', { text: '   ' }, 'too_small'],
    ['words without end', { text: 'x'.repeat(COMMENT_BOUNDS.text + 1) }, 'too_big'],
    ['a circle of one’s own making', { circle: 'party:p1' }, 'invalid_value'],
    ['an id that is not one', { threadId: 'kort' }, 'invalid_format'],
  ])('%s', async (_, changes, reason) => {
    expect(await problemOf(send('/comments', words(fatima, changes), fatima))).toBe(
      `malformed-request ${reason}`,
    )
  })

  test('from who came to read, in any circle; from who belongs to no organisation, within one', async () => {
    expect(await problemOf(send('/comments', words(reader), reader))).toBe('not-allowed')
    const own = words(reader, { circle: 'organisation' })
    expect(await problemOf(send('/comments', own, reader))).toBe('not-allowed')
    const alone = await invited('commenter', null, 'Losse')
    const within = words(alone, { circle: 'organisation' })
    expect(await problemOf(send('/comments', within, alone))).toBe('not-allowed')
    expect((await send('/comments', words(alone), alone)).status).toBe(200)
  })

  test('the mention of somebody who may not see the circle; who left meanwhile is no reason', async () => {
    const mention = (who: Person) => words(fatima, { circle: 'organisation', text: mentionOf(who.personId) })
    expect(await problemOf(send('/comments', mention(mark), fatima))).toBe('malformed-request not_in_circle')
    const toOwn = await (await send('/comments', mention(rachid), fatima)).json()
    expect(toOwn.thread.comments[0].mentions).toEqual([{ personId: rachid.personId, name: 'Rachid' }])
    const gone = await invited('writer', mark.partyId, 'Vertrokken')
    await send(`/participants/${gone.personId}/remove`, {}, petra)
    expect((await send('/comments', mention(gone), fatima)).status).toBe(200)
  })
})

test('a commenter comments and does nothing else: no write of the text is taken', async () => {
  const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, commenter.headers)
  await live.synced
  live.doc.getMap('purpose').set('area', 'Van de opmerker')
  await expect
    .poll(() => live.notices)
    .toContainEqual(expect.objectContaining({ kind: 'refused', reason: 'read_only' }))
  live.close()
  expect(await problemOf(send('/invitations', { partyId: null, role: 'reader' }, commenter))).toBe(
    'not-allowed',
  )
  expect((await said(commenter)).comments[0]?.author).toMatchObject({ name: 'Noor' })
})

test('a fact, a row and a passage can be spoken of, also when they were taken out meanwhile', async () => {
  const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, petra.headers)
  await live.synced
  live.doc.getMap('parties').delete(taskId)
  live.doc.getMap<import('yjs').Map<unknown>>('articles').get(articleId)?.set('@removed', true)
  await live.keptAll()
  live.close()
  const position = btoa('\u0000\u0001')
  for (const anchor of [
    { kind: 'fact', address: 'purpose.area', quote: 'Werkgebied' },
    { kind: 'fact', address: `parties.${taskId}.name`, quote: 'Naam' },
    { kind: 'row', list: 'parties', rowId: taskId, quote: 'Gemeente' },
    { kind: 'passage', articleId, from: position, to: position, quote: 'de gemeente', before: '', after: '' },
    { kind: 'proposal', proposalId: 'p', quote: '' },
  ])
    expect((await said(fatima, { anchor })).anchor).toEqual(anchor)
})

test('who is erased is a former participant in what they said and where they were mentioned; their own file holds their words', async () => {
  const leaving = await invited('writer', mark.partyId, 'Wielewaal')
  const begun = await said(leaving, { text: 'Dit zei ik.' })
  await send(
    `/comments/${begun.id}/replies`,
    { commentId: newId(), text: `Dank ${mentionOf(leaving.personId)}` },
    mark,
  )
  const data = await (await fetch(`${server.url}/api/v1/my-data`, { headers: leaving.headers })).json()
  expect(data.comments).toMatchObject([{ agreementId: agreement.id, thread: begun.id, text: 'Dit zei ik.' }])
  const markData = await (await fetch(`${server.url}/api/v1/my-data`, { headers: mark.headers })).text()
  expect(markData).not.toContain('Dit zei ik.')
  expect((await post(`${server.url}/api/v1/my-data/removal`, { erase: true }, leaving.headers)).status).toBe(
    204,
  )
  const seen = await thread(petra, begun.id)
  expect(seen?.comments[0]).toMatchObject({ author: { name: FORMER_PARTICIPANT }, text: 'Dit zei ik.' })
  expect(seen?.comments[1]?.mentions).toEqual([{ personId: leaving.personId, name: FORMER_PARTICIPANT }])
  await expect.poll(() => isInFiles('Wielewaal')).toBe(false)
})
