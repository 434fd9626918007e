import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { StepNote } from '../../shared/protocol/endpoints-steps.ts'
import { SCHEMA_PREFIX, SCHEMA_VERSION, SUBPROTOCOL } from '../../shared/protocol/live.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Person = Record<string, string>

const SHARED = { itemId: 'look.figures_area', audience: 'shared' } as const
const OWN = { itemId: 'look.talks_staff', audience: 'own' } as const
const SECRET = 'Onze directeur twijfelt nog.'

let server: TestServer
let agreement: Started
let petra: Person
let fatima: Person
let rachid: Person
let mark: Person

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  petra = { authorization: `Bearer ${token}` }
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const links = agreement.invitations.filter(({ role }) => role === 'writer').map(({ url }) => url)
  const join = async (at: number, name: string) => ({ cookie: await server.joinAs(links[at] ?? '', name) })
  fatima = await join(2, 'Fatima')
  rachid = await join(2, 'Rachid')
  mark = await join(1, 'Mark')
})
afterAll(() => server?.stop())

const address = () => `${server.url}/api/v1/agreements/${agreement.id}/step-notes`
const writeAs = (person: Person, change: object) => post(address(), change, person)
const noteOf = async (answer: Promise<Response>): Promise<StepNote> => (await answer).json()
async function notesOf(person: Person): Promise<StepNote[]> {
  const answer = await fetch(address(), { headers: person })
  expect(answer.status).toBe(200)
  return (await answer.json()).notes
}
describe('a shared note', () => {
  test('is seen by every party, with who wrote it, and a tick beside it leaves the words alone', async () => {
    await writeAs(fatima, { ...SHARED, text: 'Zie wijkmonitor.' })
    await writeAs(mark, { ...SHARED, mark: 'done' })
    for (const person of [petra, fatima, rachid, mark]) {
      const note = (await notesOf(person)).find(({ itemId }) => itemId === SHARED.itemId)
      expect(note).toMatchObject({
        text: 'Zie wijkmonitor.',
        writtenBy: 'Fatima',
        mark: 'done',
        markedBy: 'Mark',
        audience: 'shared',
      })
    }
  })

  test('written by two at once keeps the last text, and gives the first as an earlier version', async () => {
    const place = { itemId: 'look.one_page', audience: 'shared' }
    await writeAs(fatima, { ...place, text: 'Fatima schrijft dit.', basedOn: null })
    const note = await noteOf(writeAs(mark, { ...place, text: 'Mark schrijft dit.', basedOn: null }))
    expect(note).toMatchObject({ text: 'Mark schrijft dit.', overlapped: true })
    expect(note.earlier).toMatchObject([{ text: 'Fatima schrijft dit.', by: 'Fatima' }])
  })

  test('survives a server that is killed, all versions included', async () => {
    const place = { itemId: 'look.tried_before', audience: 'shared' }
    const first = await noteOf(writeAs(fatima, { ...place, text: 'Een folder.' }))
    await writeAs(mark, { ...place, text: 'Een filmpje.', basedOn: first.version })
    await server.restart('SIGKILL')
    const note = (await notesOf(petra)).find(({ itemId }) => itemId === place.itemId)
    expect(note).toMatchObject({ text: 'Een filmpje.', overlapped: false })
    expect(note?.earlier).toMatchObject([{ text: 'Een folder.', by: 'Fatima' }])
  })
})

describe('a note for the own organisation alone', () => {
  test('is on the wire of that organisation, and on nobody else’s: answer, live connection, snapshot or file', async () => {
    const wires = [mark, petra, rachid].map(openWire)
    await Promise.all(wires.map(({ opened }) => opened))
    await writeAs(fatima, { ...OWN, text: SECRET, mark: 'done' })
    // A shared note afterwards: when its bell has rung, the one before would have rung too.
    await writeAs(fatima, { ...SHARED, text: 'Zie de nieuwe wijkmonitor.' })
    await expect.poll(() => wires.map(({ bells }) => bells())).toEqual([1, 1, 2])
    for (const { received } of wires) expect(received()).not.toContain(SECRET)
    for (const { close } of wires) close()

    expect((await notesOf(rachid)).find(({ audience }) => audience === 'own')).toMatchObject({
      text: SECRET,
      writtenBy: 'Fatima',
      mark: 'done',
    })
    for (const outsider of [mark, petra]) {
      expect(JSON.stringify(await notesOf(outsider))).not.toContain(OWN.itemId)
      for (const path of ['', '/export?format=json', '/export?format=html', '/participants'])
        expect(await textAt(path, outsider)).not.toContain(SECRET)
    }
    expect(await textAt('/export?format=html', fatima)).not.toContain(SECRET)
    expect(readFileSync(join(server.dataDir, 'handslag.sqlite-wal'), 'latin1')).toContain(SECRET)
  })

  test('of who leads without a party is for those who lead alone', async () => {
    await writeAs(petra, { ...OWN, text: 'Wethouder eerst bellen.' })
    expect(JSON.stringify(await notesOf(petra))).toContain('Wethouder eerst bellen.')
    for (const person of [fatima, mark])
      expect(JSON.stringify(await notesOf(person))).not.toContain('Wethouder eerst bellen.')
  })

  test('changes nothing for another organisation that writes with the same item', async () => {
    const note = await noteOf(writeAs(mark, { ...OWN, text: 'Bij ons acht gesprekken.' }))
    expect(note).toMatchObject({ text: 'Bij ons acht gesprekken.', mark: 'none', earlier: [] })
  })
})

describe('a partner profile', () => {
  test('is about one party, with a growth agreement in words, and takes no number', async () => {
    const [, , about] = agreement.invitations.filter(({ role }) => role === 'writer')
    const trait = { itemId: 'search.p_trusted', audience: 'shared', aboutPartyId: about?.partyId }
    const note = await noteOf(writeAs(mark, { ...trait, mark: 'grows', text: 'Samen naar de moskee.' }))
    expect(note).toMatchObject({ mark: 'grows', aboutPartyId: about?.partyId, text: 'Samen naar de moskee.' })
    expect((await writeAs(mark, { ...trait, mark: '4' })).status).toBe(400)
  })
})

describe('what is refused', () => {
  test.each([
    ['an item that no step has', { ...SHARED, itemId: 'look.nothing', text: 'x' }, 'itemId'],
    ['a tick on a question', { itemId: 'look.q_team', audience: 'shared', mark: 'done' }, 'mark'],
    [
      'a trait about nobody',
      { itemId: 'search.p_trusted', audience: 'shared', mark: 'fits' },
      'aboutPartyId',
    ],
    ['a checklist about a party', { ...SHARED, aboutPartyId: 'p1', mark: 'done' }, 'aboutPartyId'],
    ['a text without end', { ...SHARED, text: 'x'.repeat(5001) }, 'text'],
    ['neither a mark nor a text', { itemId: 'act.pairs', audience: 'shared' }, 'mark'],
    ['an audience of one’s own making', { ...OWN, audience: 'party:p1', text: 'x' }, 'audience'],
  ])('%s', async (_, change, path) => {
    const answer = await writeAs(fatima, change)
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors[0]).toMatchObject({ path })
  })

  test('who came to read writes no note and sees the shared ones', async () => {
    const invited = await post(
      `${server.url}/api/v1/agreements/${agreement.id}/invitations`,
      { partyId: null, role: 'reader' },
      petra,
    )
    const reader = { cookie: await server.joinAs((await invited.json()).url, 'Lezer') }
    expect((await writeAs(reader, { ...SHARED, text: 'x' })).status).toBe(403)
    expect((await writeAs(reader, { ...OWN, text: 'x' })).status).toBe(403)
    const notes = await notesOf(reader)
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.every(({ audience }) => audience === 'shared')).toBe(true)
  })
})

async function textAt(path: string, person: Person): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/agreements/${agreement.id}${path}`, { headers: person })
  expect(answer.status).toBe(200)
  return answer.text()
}

/** Every byte that a live connection of our own client gets, as text. */
function openWire(person: Person) {
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/sync/${agreement.id}`,
    [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`],
    { headers: person },
  )
  let received = ''
  socket.on('message', (data: Buffer) => {
    received += data.toString('latin1')
  })
  const opened = new Promise((resolve) => socket.once('message', resolve))
  const bells = () => received.split('"what":"steps"').length - 1
  return { opened, bells, received: () => received, close: () => socket.terminate() }
}
