import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { ACT_KINDS, FORMER_PARTICIPANT } from '../../shared/protocol/acts.ts'
import { CLOSE } from '../../shared/protocol/live.ts'
import { allRows } from '../support/database-rows.ts'
import { LiveClient } from '../support/live-client.ts'
import { closeCodeOf } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

/** A word that is in nothing but what the test writes, so that it can be looked for. */
const WORD = 'Kwikstaartje'
let server: TestServer
let token: string

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
})
afterAll(() => server.stop())

type Headers = Record<string, string>
const lead = (): Headers => ({ authorization: `Bearer ${token}` })
const api = (path: string) => `${server.url}/api/v1${path}`
const get = (path: string, headers: Headers = lead()) => fetch(api(path), { headers })
const json = async (path: string, headers: Headers = lead()) => (await get(path, headers)).json()
const send = (path: string, body: unknown, headers: Headers = lead()) => post(api(path), body, headers)
const statusAndType = async (answer: Response) => [answer.status, (await answer.json()).type]
const start = (title = 'Samen sterk') => server.createAgreement({ templateId: 'coop_youth', title }, token)
const linkFor = (agreement: Started, role: string) =>
  agreement.invitations.find((invitation) => invitation.role === role)?.url ?? ''
const joinAs = (agreement: Started, role: string, name: string) =>
  server.joinAs(linkFor(agreement, role), name)
const personOf = async (cookie: string) => (await json('/me', { cookie })).personId as string
const liveAs = (id: string, headers: Headers) =>
  new LiveClient(`${server.url.replace('http', 'ws')}/sync/${id}`, headers)
const database = () => join(server.dataDir, DATABASE_FILE)
const rowsOf = (table: string) => allRows(database()).get(table) ?? []

/** Whether a word stands anywhere in the files of the database, in any of the ways SQLite keeps text. */
async function isInFiles(word: string): Promise<boolean> {
  const names = (await readdir(server.dataDir)).filter((name) => name.startsWith(DATABASE_FILE))
  const files = await Promise.all(names.map((name) => readFile(join(server.dataDir, name))))
  return files.some((bytes) => bytes.includes(word))
}

/** Writes the word in the text and in the name of a link. */
async function writeEverywhere(agreement: Started, cookie: string): Promise<void> {
  const live = liveAs(agreement.id, { cookie })
  await live.synced
  live.doc.getMap('test').set('word', `${WORD} in de tekst`)
  await live.keptAll()
  live.close()
  const label = { partyId: null, role: 'reader', label: `${WORD} link` }
  expect((await send(`/agreements/${agreement.id}/invitations`, label)).status).toBe(201)
}

describe('the log of acts', () => {
  test('names what people did and by whom, for who leads alone, and comes in pages', async () => {
    const agreement = await start()
    const cookie = await joinAs(agreement, 'writer', 'Fatima')
    const { acts, more } = await json(`/agreements/${agreement.id}/acts`)
    expect(acts.map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`)).toEqual([
      'join Fatima',
      'create ',
    ])
    expect(more).toBe(false)
    const before = acts[0].seq
    expect((await json(`/agreements/${agreement.id}/acts?before=${before}`)).acts).toHaveLength(1)
    expect((await get(`/agreements/${agreement.id}/acts`, { cookie })).status).toBe(403)
  })

  test('names whom an act was about, by what that person goes by now, in the list and in the files', async () => {
    const agreement = await start()
    const cookie = await joinAs(agreement, 'writer', 'Fatima')
    const { personId } = await json('/me', { cookie })
    const change = (path: string, method: string, body: unknown) =>
      fetch(`${server.url}/api/v1/agreements/${agreement.id}/participants/${personId}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await change('', 'PATCH', { role: 'reader' })).status).toBe(200)
    expect((await change('', 'PATCH', { name: 'Fatima B.' })).status).toBe(200)
    expect((await change('/remove', 'POST', {})).status).toBe(204)
    const { acts } = await json(`/agreements/${agreement.id}/acts`)
    const about = { aboutPersonId: personId, aboutName: 'Fatima B.' }
    expect(acts.slice(0, 3)).toMatchObject([
      { kind: 'remove-participant', ...about },
      { kind: 'rename-participant', ...about },
      { kind: 'change-role', ...about },
    ])
    expect(acts[3]).toMatchObject({ kind: 'join', aboutPersonId: null, aboutName: null })
    const table = await (await get(`/agreements/${agreement.id}/acts/export?format=csv`)).text()
    expect(table).toContain(`"${personId}";"Fatima B."`)
  })

  test('as a table no name becomes a formula, and taking it is an act itself', async () => {
    const agreement = await start()
    await joinAs(agreement, 'writer', '=HYPERLINK("http://evil.example")')
    const answer = await get(`/agreements/${agreement.id}/acts/export?format=csv`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('logboek.csv')
    expect(await answer.text()).toContain(`;"join";`)
    const again = await (await get(`/agreements/${agreement.id}/acts/export?format=csv`)).text()
    expect(again).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(again).toContain('"export-acts"')
  })

  test('as JSON it holds what its hashes are made of, and the newest act of all', async () => {
    const agreement = await start()
    const file = await json(`/agreements/${agreement.id}/acts/export?format=json`)
    const hashes = await Promise.all(
      file.acts.map(
        async ({ previousHash, at, kind, agreementId, personId, aboutPersonId }: Record<string, string>) => {
          const text = JSON.stringify([
            ...[previousHash, at, kind, agreementId, personId],
            ...(aboutPersonId === null ? [] : [aboutPersonId]),
          ])
          return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex')
        },
      ),
    )
    expect(hashes).toEqual(file.acts.map(({ hash }: { hash: string }) => hash))
    expect(file.lastActOfAll.seq).toBeGreaterThanOrEqual(file.acts.at(-1).seq)
    expect(JSON.stringify(file.acts)).not.toContain('Petra')
  })

  test('a command says whether it is whole, and that an act of an earlier check is in it still', async () => {
    const { stdout, code } = await server.command('acts', 'verify')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+ acts, all in order\n\d+:[0-9a-f]{64}\n$/)])
    const head = stdout.trimEnd().split('\n').at(-1) ?? ''
    expect((await server.command('acts', 'verify', '--until', head)).code).toBe(0)
    const gone = await server.command(
      'acts',
      'verify',
      '--until',
      head.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
    )
    expect([gone.code, gone.stderr]).toEqual([
      1,
      expect.stringContaining('is not in the log of acts any more'),
    ])
  })
})

describe('what is kept about somebody', () => {
  test('comes as one file with all of it and no secrets, to that person alone', async () => {
    const agreement = await start()
    const cookie = await joinAs(agreement, 'writer', 'Fatima')
    const live = liveAs(agreement.id, { cookie })
    await live.synced
    live.doc.getMap('test').set('word', 'iets')
    await live.keptAll()
    live.close()
    const answer = await get('/my-data', { cookie })
    expect(answer.headers.get('content-disposition')).toContain('mijn-gegevens.json')
    const text = await answer.text()
    const data = JSON.parse(text)
    expect(data.person).toMatchObject({ id: await personOf(cookie), name: 'Fatima' })
    expect(data.participations).toMatchObject([{ agreementId: agreement.id, name: 'Fatima', role: 'writer' }])
    expect(data.account.signedIn).toHaveLength(1)
    expect(data.changes).toMatchObject([{ agreementId: agreement.id, edits: 1 }])
    expect(data.acts.map(({ kind }: { kind: string }) => kind)).toEqual(['join', 'export-my-data'])
    expect(text).not.toMatch(/hash|secret/i)
    expect(text).not.toContain(cookie.split('=')[1])
  })

  test('it goes to no program that acts for a member', async () => {
    expect(await statusAndType(await get('/my-data'))).toEqual([403, '/problems/not-allowed'])
  })
})

describe('who erases themselves', () => {
  test('is a former participant everywhere at once, is let in no more, and the log of acts stays whole', async () => {
    const agreement = await start()
    const cookie = await joinAs(agreement, 'writer', WORD)
    const personId = await personOf(cookie)
    const live = liveAs(agreement.id, { cookie })
    await live.synced
    live.doc.getMap('test').set('kept', 'de tekst blijft')
    await live.keptAll()
    expect((await send('/my-data/removal', { erase: true }, { cookie })).status).toBe(204)
    expect(await live.closed).toBe(CLOSE.notAllowed)
    expect((await json('/me', { cookie })).kind).toBe('nobody')
    expect(await closeCodeOf(server.url, agreement.id, { cookie })).toBe(CLOSE.notKnown)
    const { acts } = await json(`/agreements/${agreement.id}/acts`)
    expect(acts.slice(0, 2)).toMatchObject([
      { kind: 'erase-person', personId, name: FORMER_PARTICIPANT },
      { kind: 'join', personId, name: FORMER_PARTICIPANT },
    ])
    const { participants } = await json(`/agreements/${agreement.id}/participants`)
    expect(participants.map(({ personId: id }: { personId: string }) => id)).not.toContain(personId)
    const { authors } = await json(`/agreements/${agreement.id}/history`)
    expect(authors).toContainEqual(expect.objectContaining({ personId, name: FORMER_PARTICIPANT }))
    expect(await isInFiles(WORD)).toBe(false)
    expect((await server.command('acts', 'verify')).code).toBe(0)
    for (const table of ['session', 'visit', 'account', 'passkey'])
      expect(rowsOf(table).filter((row) => row.person_id === personId)).toEqual([])
    const reader = liveAs(agreement.id, lead())
    await reader.synced
    expect(reader.doc.getMap('test').get('kept')).toBe('de tekst blijft')
    reader.close()
  })

  test('is asked to hand over first what nobody else leads; then nothing has changed', async () => {
    const agreement = await start()
    const cookie = await joinAs(agreement, 'facilitator', 'Hanneke')
    const personId = await personOf(cookie)
    const { participants } = await json(`/agreements/${agreement.id}/participants`, { cookie })
    const other = participants.find((each: { personId: string }) => each.personId !== personId)
    expect(
      (await send(`/agreements/${agreement.id}/participants/${other.personId}/remove`, {}, { cookie }))
        .status,
    ).toBe(204)
    expect(await statusAndType(await send('/my-data/removal', { erase: true }, { cookie }))).toEqual([
      409,
      '/problems/hand-over-first',
    ])
    expect(await personOf(cookie)).toBe(personId)
  })
})

describe('an agreement that is deleted', () => {
  test('is gone to the last byte, from everything that knew it; its acts stay and connections end with 4404', async () => {
    const agreement = await start(`${WORD} en wij`)
    const cookie = await joinAs(agreement, 'writer', `${WORD} van der Berg`)
    const personId = await personOf(cookie)
    await writeEverywhere(agreement, cookie)
    expect(await isInFiles(WORD)).toBe(true)
    const live = liveAs(agreement.id, { cookie })
    await live.synced
    const wrong = await send(`/agreements/${agreement.id}/deletion`, { title: 'Iets anders' })
    expect(await statusAndType(wrong)).toEqual([409, '/problems/other-title'])
    expect((await send(`/agreements/${agreement.id}/deletion`, { title: ` ${WORD}  en wij ` })).status).toBe(
      204,
    )
    expect(await live.closed).toBe(CLOSE.noSuchDocument)
    expect(await closeCodeOf(server.url, agreement.id, lead())).toBe(CLOSE.noSuchDocument)
    expect((await get(`/agreements/${agreement.id}`)).status).toBe(404)
    const rows = allRows(database())
    for (const [table, found] of rows) {
      const mine = found.filter(
        (row) => row.agreement_id === agreement.id || row.document_id === agreement.id,
      )
      expect(`${table} ${mine.length > 0 && table !== 'act' ? 'tells of it' : ''}`).toBe(`${table} `)
    }
    expect(rows.get('person')?.find(({ id }) => id === personId)?.name).toBe(FORMER_PARTICIPANT)
    const kinds = rows.get('act')?.filter((row) => row.agreement_id === agreement.id)
    expect(kinds?.map(({ kind }) => kind)).toEqual(['create', 'join', 'invite', 'delete-agreement'])
    expect(await isInFiles(WORD)).toBe(false)
    expect((await server.command('acts', 'verify')).code).toBe(0)
  })

  test('leaves somebody alone who takes part elsewhere too, and goes only by who leads it', async () => {
    const [gone, stays] = [await start('Weg'), await start('Blijft')]
    const cookie = await joinAs(gone, 'writer', 'Ibrahim')
    await post(
      api('/invitations/join'),
      { secret: new URL(linkFor(stays, 'writer')).hash.slice(1), name: 'Ibrahim' },
      { cookie },
    )
    expect((await send(`/agreements/${gone.id}/deletion`, { title: 'Weg' }, { cookie })).status).toBe(403)
    expect((await send(`/agreements/${gone.id}/deletion`, { title: 'Weg' })).status).toBe(204)
    const { agreements } = await json('/agreements', { cookie })
    expect(agreements.map(({ id }: { id: string }) => id)).toEqual([stays.id])
  })
})

describe('how long agreements are kept', () => {
  test('is set by an admin, is on the privacy page, and who leads sees when an agreement would go', async () => {
    const admin = { cookie: await server.startAs('Petra') }
    const agreement = await start()
    const guest = await joinAs(agreement, 'writer', 'Fatima')
    const patch = (months: number | null, headers: Headers) =>
      fetch(api('/workspace/retention'), {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ months }),
      })
    expect((await json('/privacy', {})).months).toBeNull()
    expect((await json(`/agreements/${agreement.id}/retention`)).deletesAt).toBeNull()
    expect((await patch(24, { cookie: guest })).status).toBe(403)
    expect((await patch(24, lead())).status).toBe(403)
    expect((await patch(0, admin)).status).toBe(400)
    expect((await patch(24, admin)).status).toBe(200)
    expect((await json('/privacy', {})).months).toBe(24)
    const { deletesAt } = await json(`/agreements/${agreement.id}/retention`)
    const months = (Date.parse(deletesAt) - Date.now()) / (30.44 * 24 * 3_600_000)
    expect(Math.round(months)).toBe(24)
    const listed = async (headers: Headers) =>
      (await json('/agreements', headers)).agreements.find(({ id }: { id: string }) => id === agreement.id)
    expect((await listed(lead())).deletesAt).toBe(deletesAt)
    expect((await listed({ cookie: guest })).deletesAt).toBeNull()
    expect((await patch(null, admin)).status).toBe(200)
    expect((await listed(lead())).deletesAt).toBeNull()
  })
})

describe('a token', () => {
  const tokenFor = async (...words: string[]) => {
    const name = words.join(' ').replaceAll('--', '')
    const { stdout } = await server.command('token', 'create', '--name', name, ...words)
    return { authorization: `Bearer ${stdout.trimEnd().split('\n').at(-1)}` }
  }

  test('for reading opens the text and changes nothing of it', async () => {
    const agreement = await start()
    const headers = await tokenFor('--scope', 'read')
    expect((await get(`/agreements/${agreement.id}`, headers)).status).toBe(200)
    expect(await statusAndType(await send(`/agreements/${agreement.id}/room-code`, {}, headers))).toEqual([
      403,
      '/problems/token-too-narrow',
    ])
    const live = liveAs(agreement.id, headers)
    await live.synced
    live.doc.getMap('test').set('word', 'iets')
    await expect
      .poll(() => live.notices)
      .toContainEqual(expect.objectContaining({ kind: 'refused', reason: 'read_only' }))
    live.close()
    const other = liveAs(agreement.id, headers)
    await other.synced
    expect(other.doc.getMap('test').size).toBe(0)
    other.close()
  })

  test('for one agreement shows no other, in no list and on no socket', async () => {
    const [mine, other] = [await start('Mijn'), await start('Ander')]
    const headers = await tokenFor('--agreement', mine.id)
    const { agreements } = await json('/agreements', headers)
    expect(agreements.map(({ id }: { id: string }) => id)).toEqual([mine.id])
    expect((await get(`/agreements/${other.id}`, headers)).status).toBe(403)
    expect(await closeCodeOf(server.url, other.id, headers)).toBe(CLOSE.notAllowed)
    expect((await send('/agreements', { templateId: 'coop_youth' }, headers)).status).toBe(403)
  })

  test('that is withdrawn is refused at once, and its open connection ends', async () => {
    const agreement = await start()
    const headers = await tokenFor('--days', '7')
    const live = liveAs(agreement.id, headers)
    await live.synced
    const listed = (await server.command('token', 'list')).stdout
      .split('\n')
      .find((line) => line.endsWith('days 7'))
    const [id = '', state] = listed?.split('\t') ?? []
    expect(state).toBe('open')
    expect((await server.command('token', 'revoke', id)).code).toBe(0)
    expect((await get('/agreements', headers)).status).toBe(401)
    expect(await live.closed).toBe(CLOSE.notKnown)
    expect((await server.command('token', 'revoke', id)).code).toBe(1)
  })

  test.each([
    [['--scope', 'all'], '--scope expects read or write; found "all".'],
    [['--days', '0'], '--days expects a whole number from 1 to 3650; found "0".'],
    [['--agreement', 'none'], 'There is no agreement none in DATA_DIR.'],
  ])('with %j is not made, and says why', async (words, sentence) => {
    const { code, stderr } = await server.command('token', 'create', '--name', 'x', ...words)
    expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)])
  })
})

test('of all that was done here the log of acts holds kinds, ids and times, and no name, content or secret', () => {
  const rows = rowsOf('act')
  const people = new Set(rowsOf('person').map(({ id }) => id))
  const id = /^[\w-]{20}$/
  for (const row of rows) {
    expect(Object.keys(row).sort()).toEqual(
      ['about_person_id', 'agreement_id', 'at', 'hash', 'kind', 'person_id', 'previous_hash', 'seq'].sort(),
    )
    expect(ACT_KINDS).toContain(row.kind)
    expect(people.has(row.person_id)).toBe(true)
    expect(row.agreement_id === null || id.test(String(row.agreement_id))).toBe(true)
    expect(new Date(String(row.at)).toISOString()).toBe(row.at)
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/)
  }
  expect(rows.length).toBeGreaterThanOrEqual(39)
})

test('every table that tells of one agreement is named among those that go with it', async () => {
  const { TABLES_OF_AGREEMENT } = await import('../../server/storage/deletion.ts')
  const database = new DatabaseSync(join(server.dataDir, DATABASE_FILE), { readOnly: true })
  const tables = database
    .prepare(
      "select m.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'agreement_id'",
    )
    .all() as { name: string }[]
  database.close()
  expect(tables.map(({ name }) => name).sort()).toEqual(['act', ...TABLES_OF_AGREEMENT].sort())
})
