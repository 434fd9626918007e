// One idea: what becomes of a Word file that one person brings back, from the same server and the same three people.
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import type { Thread } from '../../shared/protocol/endpoints-comments.ts'
import { type ProposalsView, proposalsView } from '../../shared/protocol/endpoints-proposals.ts'
import {
  type FoundChange,
  type ReturnView,
  returnView,
  WORD_FILE_TYPES,
} from '../../shared/protocol/endpoints-returns.ts'
import { allRows, inDatabase } from '../support/database-rows.ts'
import { editProse } from '../support/edit-prose.ts'
import { editPart, editWord, fillFact, reword, rewordTracked } from '../support/edit-word.ts'
import { exampleJson } from '../support/examples.ts'
import { openStockClient } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Person = Record<string, string>

let server: TestServer
let token: string
let agreement: Started
let petra: Person
let fatima: Person
let henk: Person

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

const address = (rest: string, id = agreement.id) => `${server.url}/api/v1/agreements/${id}${rest}`
const get = async (person: Person, rest: string) => (await fetch(address(rest), { headers: person })).json()
const takeAlong = async () =>
  new Uint8Array(await (await fetch(address('/export?format=docx'), { headers: fatima })).arrayBuffer())
const bring = (person: Person, bytes: Uint8Array<ArrayBuffer>, id = agreement.id) =>
  fetch(address('/import?fileName=bewerkt.docx', id), {
    method: 'POST',
    headers: { ...person, 'content-type': WORD_FILE_TYPES[0] },
    body: bytes,
  })
const brought = async (person: Person, bytes: Uint8Array<ArrayBuffer>): Promise<ReturnView> => {
  const answer = await bring(person, bytes)
  expect(answer.status).toBe(201)
  return returnView.parse(await answer.json())
}
const proposals = async (person: Person): Promise<ProposalsView> =>
  proposalsView.parse(await get(person, '/proposals'))
const snapshot = (): Promise<AgreementBody> => get(petra, '')
const paper = async () => (await fetch(address('/export?format=html'), { headers: petra })).text()

type Decision = { changeId: string; outcome: 'take' | 'leave'; here: string | null }
const taking = ({ id, here }: FoundChange): Decision => ({ changeId: id, outcome: 'take', here })

async function decide(person: Person, { returnId }: ReturnView, decisions: readonly Decision[]) {
  const answer = await post(address(`/returns/${returnId}/decisions`), { decisions }, person)
  const { results = [], type = '', view } = await answer.json()
  return {
    status: answer.status,
    type,
    view,
    results: results.map((each: { result: string }) => each.result),
  }
}

/** What somebody of another party does with all that is proposed. */
async function acceptAll(person: Person): Promise<string[]> {
  const { open } = await proposals(person)
  const decisions = open.map(({ id, place, what }, index) => ({
    decisionId: `accepts-${agreement.id}-${index}`.slice(0, 40),
    proposalId: id,
    ...(what.kind === 'words'
      ? { place, seen: { inserted: what.inserted, deleted: what.deleted } }
      : { place: null, seen: null }),
    outcome: 'accept',
  }))
  const answer = await post(address('/proposals/decisions'), { decisions }, person)
  return (await answer.json()).results.map((each: { result: string }) => each.result)
}

/** Somebody types before these words. */
async function typeBefore(person: Person, words: string, typed: string): Promise<void> {
  const texts = (await snapshot()).articles
  const article = texts.find(({ body }) => JSON.stringify(body).includes(words))
  const client = await openStockClient(server.url, agreement.id, person)
  editProse(articleFragment(client.doc, article?.id ?? ''), (transform) => {
    let at = 0
    transform.doc.forEach((node, offset) => {
      if (node.textContent.includes(words)) at = offset + 1 + node.textContent.indexOf(words)
    })
    transform.insert(at, transform.doc.type.schema.text(typed))
  })
  await expect.poll(paper).toContain(typed.trim())
  client.close()
}

const JOINING = 'De vrijwilligers en een paar ouders doen mee.'
const BEST = 'Wij doen ons best om deze afspraken na te komen.'
const ALLER = 'Wij doen ons allerbest om deze afspraken na te komen.'
const GOAL = 'purpose.goalText'

const three = async () =>
  editWord(
    await takeAlong(),
    rewordTracked(JOINING, 'De vrijwilligers en tien ouders doen mee.', 'Jan Jansen'),
    reword(BEST, 'Wij komen deze afspraken na.'),
    fillFact(GOAL, 'Vaders kennen de weg.'),
  )

describe('a file that was not changed', () => {
  test('says nothing else, also when it is brought a second time: then it is the same return', async () => {
    const bytes = (await takeAlong()) as Uint8Array<ArrayBuffer>
    const first = await brought(fatima, bytes)
    expect(first).toMatchObject({
      changes: [],
      fileName: 'bewerkt.docx',
      isOwn: true,
      by: { name: 'Fatima' },
    })
    expect((await brought(fatima, bytes)).returnId).toBe(first.returnId)
    expect((await brought(henk, bytes)).returnId).not.toBe(first.returnId)
    expect((await get(fatima, '/returns')).returns).toMatchObject([{ found: 0, taken: 0, left: 0 }])
  })
})

describe('what a file says otherwise', () => {
  test('becomes proposals of who brings it, with whom the file names, and stands in the text when another accepts it', async () => {
    const view = await brought(fatima, await three())
    expect(view.changes.map(({ what, meanwhile }) => [what.kind, meanwhile])).toEqual([
      ['words', 'unchanged'],
      ['words', 'unchanged'],
      ['change', 'unchanged'],
    ])
    expect(await proposals(henk)).toMatchObject({ open: [] })
    const { results, view: after } = await decide(fatima, view, view.changes.map(taking))
    expect(results).toEqual(['done', 'done', 'done'])
    expect(after.changes.map(({ decision }: FoundChange) => decision?.outcome)).toEqual([
      'take',
      'take',
      'take',
    ])
    const { open } = await proposals(henk)
    expect(open.map(({ authors }) => authors[0]?.name)).toEqual(['Fatima', 'Fatima', 'Fatima'])
    expect(open.flatMap(({ accordingTo }) => accordingTo)).toEqual([
      { author: 'Jan Jansen', at: '2027-05-03T10:00:00Z' },
    ])
    expect(await paper()).toContain(JOINING)
    const { versions } = await get(fatima, '/versions')
    expect(versions.map(({ kind }: { kind: string }) => kind)).toEqual(['before-import'])
    expect(await acceptAll(henk)).toEqual(['done', 'done', 'done'])
    const text = await paper()
    for (const words of ['tien ouders doen mee.', 'Wij komen deze afspraken na.', 'Vaders kennen de weg.'])
      expect(text).toContain(words)
    expect(text).not.toContain(BEST)
    const acts = (await get(petra, '/acts')).acts.map(({ kind }: { kind: string }) => kind)
    expect(acts).toContain('bring-back')
  })

  test('is laid against what was written here meanwhile, and nobody decides on something they did not see', async () => {
    const bytes = await three()
    const before = await brought(fatima, bytes)
    await typeBefore(henk, 'best om deze', 'aller')
    const own = before.changes.find(({ was }) => was === BEST) as FoundChange
    expect((await decide(fatima, before, [taking(own)])).results).toEqual(['changed-meanwhile'])
    const now = await brought(fatima, bytes)
    const changed = now.changes.find(({ was }) => was === BEST) as FoundChange
    expect(changed).toMatchObject({
      id: own.id,
      meanwhile: 'changed',
      file: 'Wij komen deze afspraken na.',
      here: ALLER,
    })
    expect((await proposals(henk)).open).toEqual([])
    expect(await paper()).toContain(ALLER)
    expect((await decide(fatima, now, [taking(changed)])).results).toEqual(['done'])
    expect((await proposals(henk)).open).toHaveLength(1)
  })

  test('is made once, however often it is asked, also after the server was killed', async () => {
    const view = await brought(fatima, await three())
    const all = view.changes.map(taking)
    await Promise.all([decide(fatima, view, all), decide(fatima, view, all)])
    await server.restart('SIGKILL')
    const again = await decide(fatima, view, all)
    expect(again.results).toEqual(['already', 'already', 'already'])
    expect((await proposals(henk)).open).toHaveLength(3)
    expect((await get(fatima, '/returns')).returns).toMatchObject([{ found: 3, taken: 3, left: 0 }])
    const leaving = all.map((each): Decision => ({ ...each, outcome: 'leave' }))
    expect((await decide(fatima, view, leaving)).results).toEqual(['not-open', 'not-open', 'not-open'])
  })

  test.each([0, 2])(
    'is made once and whole when the server is killed (-9) before it noted what it made; %i were noted',
    async (noted) => {
      const view = await brought(fatima, await three())
      const all = view.changes.map(taking)
      const database = join(server.dataDir, DATABASE_FILE)
      inDatabase(
        database,
        `create trigger stops before insert on return_decision when (select count(*) from return_decision where
         agreement_id = '${agreement.id}') >= ${noted} begin select raise(abort, 'no further'); end`,
      )
      expect((await decide(fatima, view, all)).status).toBe(500)
      await server.restart('SIGKILL', {}, async () => inDatabase(database, 'drop trigger stops'))
      const madeBefore = (await proposals(henk)).open.length
      expect(madeBefore).toBe(noted === 0 ? 2 : 3)
      const after = returnView.parse(await get(fatima, `/returns/${view.returnId}`))
      expect(after.changes.filter(({ decision }) => decision?.outcome === 'take')).toHaveLength(madeBefore)
      const again = await decide(fatima, after, all)
      expect(again.results.filter((result: string) => result === 'already')).toHaveLength(madeBefore)
      const { open } = await proposals(henk)
      expect(open).toHaveLength(3)
      expect(open.flatMap(({ accordingTo }) => accordingTo)).toMatchObject([{ author: 'Jan Jansen' }])
      expect((await get(fatima, '/returns')).returns).toMatchObject([{ found: 3, taken: 3, left: 0 }])
      expect((await get(fatima, '/versions')).versions).toHaveLength(1)
    },
  )

  test('can be left and taken over after all; a change that is not in the file is not open', async () => {
    const view = await brought(fatima, await three())
    const [first] = view.changes as [FoundChange]
    expect((await decide(fatima, view, [{ ...taking(first), outcome: 'leave' }])).results).toEqual(['done'])
    expect((await proposals(henk)).open).toEqual([])
    const none = { changeId: 'none', outcome: 'take', here: null } as const
    expect((await decide(fatima, view, [taking(first), none])).results).toEqual(['done', 'not-open'])
    expect((await proposals(henk)).open).toHaveLength(1)
  })

  test('beside the text becomes a comment for everyone that says whose it is', async () => {
    const said = { circle: 'everyone', partyId: 'p_mo', text: 'Klopt dit nog?' }
    const articleId = (await snapshot()).articles[0]?.id ?? ''
    const anchor = { kind: 'article', articleId, quote: '' }
    await post(
      address('/comments'),
      { threadId: 'thread-of-the-test', commentId: 'comment-of-the-test', anchor, ...said },
      fatima,
    )
    const worked = await fetch(address('/export?format=docx&remarks=shared'), { headers: fatima })
    const bytes = new Uint8Array(await worked.arrayBuffer())
    const parts = editPart(bytes, 'word/comments.xml', (xml) =>
      xml
        .replace('Klopt dit nog?', 'Wie zorgt hiervoor?')
        .replace(/w:author="[^"]*"/, 'w:author="Jan Jansen"'),
    )
    const view = await brought(fatima, parts)
    const comment = view.changes.find(({ what }) => what.kind === 'comment') as FoundChange
    expect(comment).toBeDefined()
    expect((await decide(fatima, view, [taking(comment)])).results).toEqual(['done'])
    const { threads } = (await get(henk, '/comments')) as { threads: Thread[] }
    expect(threads.at(-1)).toMatchObject({
      circle: 'everyone',
      comments: [
        { author: { name: 'Fatima' }, text: 'Volgens het bestand van Jan Jansen: Wie zorgt hiervoor?' },
      ],
    })
  })
})

describe('an answer in the file to what is said here', () => {
  const threadId = 'thread-that-is-answered'
  const text = 'Klopt dit nog?'
  /** The file to work on with an answer of Jan to the only comment in it, as Word writes one. */
  async function answeredFile() {
    const articleId = (await snapshot()).articles[0]?.id ?? ''
    const anchor = { kind: 'article', articleId, quote: '' }
    const ids = { threadId, commentId: 'comment-that-is-answered' }
    await post(address('/comments'), { ...ids, anchor, circle: 'everyone', partyId: 'p_gem', text }, henk)
    const worked = await fetch(address('/export?format=docx&remarks=shared'), { headers: fatima })
    const bytes = new Uint8Array(await worked.arrayBuffer())
    let paraId = ''
    const answered = editPart(bytes, 'word/comments.xml', (xml) => {
      paraId = xml.match(/w14:paraId="([^"]+)"/)?.[1] ?? ''
      return xml.replace(
        '</w:comments>',
        '<w:comment w:id="77" w:author="Jan Jansen" w:date="2027-05-03T10:00:00Z"><w:p w14:paraId="0ABCDEF0"><w:r><w:t>Ja, dat klopt.</w:t></w:r></w:p></w:comment></w:comments>',
      )
    })
    return editPart(answered, 'word/commentsExtended.xml', (xml) =>
      xml.replace(
        /(<\/[^>]*>)$/,
        `<w15:commentEx w15:paraId="0ABCDEF0" w15:paraIdParent="${paraId}" w15:done="0"/>$1`,
      ),
    )
  }
  const answer = { author: { name: 'Fatima' }, text: 'Volgens het bestand van Jan Jansen: Ja, dat klopt.' }
  const threads = async () => ((await get(henk, '/comments')) as { threads: Thread[] }).threads

  test('becomes a reply there, once, also where the file lost its own data', async () => {
    const bytes = await answeredFile()
    for (const [index, file] of [bytes, editPart(bytes, 'customXml/item1.xml', () => '')].entries()) {
      const view = await brought(fatima, file)
      expect(view.changes.map(({ what }) => what)).toMatchObject([{ kind: 'comment', threadId }])
      expect((await decide(fatima, view, view.changes.map(taking))).results).toEqual(['done'])
      expect((await decide(fatima, view, view.changes.map(taking))).results).toEqual(['already'])
      const answers = Array.from({ length: index + 1 }, () => answer)
      expect(await threads()).toMatchObject([{ id: threadId, comments: [{ text }, ...answers] }])
    }
  })

  test('goes nowhere but where everyone reads along, whatever the file claims', async () => {
    const bytes = await answeredFile()
    const hidden = { threadId: 'thread-of-the-party', commentId: 'comment-of-the-party', text: 'Onder ons.' }
    const anchor = { kind: 'fact', address: 'title', quote: '' }
    await post(address('/comments'), { ...hidden, anchor, circle: 'organisation', partyId: 'p_mo' }, fatima)
    const claiming = editPart(bytes, 'customXml/item1.xml', (xml) =>
      xml.replace(`thread="${threadId}"`, `thread="${hidden.threadId}"`),
    )
    const view = await brought(fatima, claiming)
    expect(view.changes.map(({ what }) => what)).toMatchObject([{ threadId: hidden.threadId }])
    expect((await decide(fatima, view, view.changes.map(taking))).results).toEqual(['done'])
    const [first, own] = await threads()
    expect([first?.comments.length, own]).toMatchObject([1, { circle: 'everyone', comments: [answer] }])
    const { threads: hers } = (await get(fatima, '/comments')) as { threads: Thread[] }
    expect(hers.find(({ id }) => id === hidden.threadId)?.comments).toHaveLength(1)
  })
})

describe('a file whose own data a program spoilt', () => {
  const DATA = 'customXml/item1.xml'
  /** As LibreOffice leaves it when somebody fills in a fact with an `&`. */
  const spoilt = (bytes: Uint8Array) => editPart(bytes, DATA, () => '')
  const said = ({ changes }: ReturnView) => changes.map(({ file, meanwhile }) => [file, meanwhile])

  test('is read by the text of the moment when it was made, whatever was written and decided since', async () => {
    const bytes = spoilt(await three())
    const first = await brought(fatima, bytes)
    expect(said(first)).toEqual([
      ['De vrijwilligers en tien ouders doen mee.', 'unchanged'],
      ['Wij komen deze afspraken na.', 'unchanged'],
      ['Vaders kennen de weg.', 'unchanged'],
    ])
    await typeBefore(henk, 'best om deze', 'aller')
    await server.restart('SIGKILL')
    const later = await brought(fatima, bytes)
    expect(later.changes.map(({ id }) => id)).toEqual(first.changes.map(({ id }) => id))
    const own = later.changes.find(({ was }) => was === BEST) as FoundChange
    expect(own).toMatchObject({ meanwhile: 'changed', here: ALLER })
    expect((await decide(fatima, later, later.changes.map(taking))).results).toEqual(['done', 'done', 'done'])
    expect(await acceptAll(henk)).toEqual(['done', 'done', 'done'])
    expect(said(await brought(fatima, bytes)).map(([, meanwhile]) => meanwhile)).toContain('already-so')
  })

  test('with what was said and proposed when it was made takes none of that for new', async () => {
    const place = { kind: 'article', articleId: (await snapshot()).articles[0]?.id ?? '', quote: '' }
    const thread = { threadId: 'thread-of-before', commentId: 'comment-of-before', anchor: place }
    await post(
      address('/comments'),
      { ...thread, circle: 'everyone', partyId: 'p_gem', text: 'Klopt dit?' },
      henk,
    )
    const view = await brought(fatima, await three())
    await decide(fatima, view, view.changes.map(taking))
    const worked = await fetch(address('/export?format=docx&remarks=shared'), { headers: henk })
    const bytes = new Uint8Array(await worked.arrayBuffer())
    expect((await brought(henk, spoilt(bytes))).changes).toEqual([])
    const edited = editWord(spoilt(bytes), reword('dan praten wij eerst', 'dan praten wij samen'))
    expect((await brought(henk, edited)).changes).toHaveLength(1)
  })

  test('comes back as what was filled in where it was an empty form', async () => {
    const taken = await fetch(address('/export?format=docx&variant=form'), { headers: fatima })
    const form = spoilt(new Uint8Array(await taken.arrayBuffer()))
    expect((await brought(fatima, form)).changes).toEqual([])
    const filled = editWord(form, fillFact(GOAL, 'Zorg &amp; welzijn.'))
    expect((await brought(fatima, filled)).changes).toMatchObject([
      { file: 'Zorg & welzijn.', was: null, meanwhile: 'changed' },
    ])
  })

  test('is believed of no text but the one with its check number, and of no other agreement', async () => {
    const bytes = spoilt(await takeAlong())
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const properties = 'docProps/custom.xml'
    const claiming = (from: RegExp | string, to: string) =>
      editPart(bytes, properties, (xml) => xml.replace(from, to))
    const refusals = [
      [() => bring(fatima, claiming(/[0-9a-f]{64}/, '0'.repeat(64))), 'data-lost'],
      [() => bring(fatima, claiming('textHash', 'someHash')), 'not-ours'],
      [() => bring(fatima, claiming(agreement.id, other.id)), 'other-agreement'],
      [() => bring(petra, claiming(agreement.id, other.id), other.id), 'data-lost'],
    ] as const
    for (const [asked, trouble] of refusals) {
      const answer = await asked()
      expect([answer.status, (await answer.json()).type]).toEqual([422, `/problems/file-${trouble}`])
    }
    expect(said(await brought(fatima, claiming(/"version"/, '"edition"')))).toEqual([])
  })
})

describe('who brought a file', () => {
  test('sees and decides alone; who leads sees that it is there without its name, and can remove it', async () => {
    const view = await brought(fatima, await three())
    const own = `/returns/${view.returnId}`
    expect(await get(henk, '/returns')).toEqual({ mayBring: true, returns: [] })
    expect((await get(petra, '/returns')).returns).toMatchObject([
      { fileName: '', isOwn: false, mayRemove: true, by: { name: 'Fatima' } },
    ])
    for (const other of [henk, petra]) {
      expect((await fetch(address(own), { headers: other })).status).toBe(403)
      expect(await decide(other, view, view.changes.map(taking))).toMatchObject({ status: 403 })
    }
    const remove = (person: Person) => fetch(address(own), { method: 'DELETE', headers: person })
    expect((await remove(henk)).status).toBe(403)
    const [first] = view.changes as [FoundChange]
    await decide(fatima, view, [taking(first)])
    expect((await remove(petra)).status).toBe(204)
    expect((await remove(fatima)).status).toBe(404)
    expect(await get(fatima, '/returns')).toMatchObject({ returns: [] })
    const { open } = await proposals(henk)
    expect(open[0]?.accordingTo).toMatchObject([{ author: 'Jan Jansen' }])
  })

  test('has it in what is kept about them, and it goes when they are erased', async () => {
    const view = await brought(fatima, await three())
    await decide(fatima, view, view.changes.map(taking))
    const data = await (await fetch(`${server.url}/api/v1/my-data`, { headers: fatima })).json()
    expect(data.broughtBack).toMatchObject([{ agreementId: agreement.id, fileName: 'bewerkt.docx' }])
    expect((await post(`${server.url}/api/v1/my-data/removal`, { erase: true }, fatima)).status).toBe(204)
    const rows = allRows(join(server.dataDir, DATABASE_FILE))
    const ofThis = (table: string) =>
      (rows.get(table) ?? []).filter(({ agreement_id }) => agreement_id === agreement.id)
    expect(ofThis('returned_file')).toEqual([])
    expect(ofThis('return_decision').map(({ hands }) => hands)).toEqual(['[]', '[]', '[]'])
    expect((await proposals(henk)).open).toHaveLength(3)
  })
})

describe('files that were brought back', () => {
  test('come along in a backup with what was decided, and go with their agreement to the last byte', async () => {
    const picture = randomBytes(64)
    const bytes = zipSync({ ...unzipSync(await three()), 'word/media/own.png': picture }, { level: 0 })
    const view = await brought(fatima, new Uint8Array(bytes))
    await decide(fatima, view, view.changes.map(taking))
    const backup = join(server.dataDir, 'with-returns.backup')
    const into = join(server.dataDir, '..', `restored-${agreement.id}`)
    expect((await server.command('backup', '--out', backup)).code).toBe(0)
    expect((await server.command('restore', backup, '--into', into)).code).toBe(0)
    const [here, there] = [server.dataDir, into].map((folder) => allRows(join(folder, DATABASE_FILE)))
    await Promise.all([into, backup].map((path) => rm(path, { recursive: true })))
    for (const [table, count] of [
      ['returned_file', 1],
      ['return_decision', 3],
    ] as const) {
      const mine = (rows = here) =>
        rows?.get(table)?.filter(({ agreement_id }) => agreement_id === agreement.id)
      expect(mine()).toHaveLength(count)
      expect(mine(there)).toEqual(mine())
    }
    expect(await isInFiles(picture)).toBe(true)
    const { title } = (await snapshot()) as AgreementBody & { title: string }
    expect((await post(address('/deletion'), { title }, petra)).status).toBe(204)
    const rows = allRows(join(server.dataDir, DATABASE_FILE))
    for (const table of ['returned_file', 'return_decision'])
      expect(rows.get(table)?.filter(({ agreement_id }) => agreement_id === agreement.id)).toEqual([])
    expect(await isInFiles(picture)).toBe(false)
  })

  /** Whether some bytes stand in the files of the database; where they lie over the border of two pages one half does. */
  async function isInFiles(bytes: Buffer): Promise<boolean> {
    const names = (await readdir(server.dataDir)).filter((name) => name.startsWith(DATABASE_FILE))
    const files = await Promise.all(names.map((name) => readFile(join(server.dataDir, name))))
    const halves = [bytes.subarray(0, 32), bytes.subarray(32)]
    return files.some((file) => halves.some((half) => file.includes(half)))
  }
})

describe('a file is refused', () => {
  test('by name, with what to do: no Word file, one of another agreement, one of something else', async () => {
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const bytes = (await takeAlong()) as Uint8Array<ArrayBuffer>
    const refusals = [
      [() => bring(fatima, new TextEncoder().encode('Dag allemaal')), 'file-no-word-file'],
      [() => bring(petra, bytes, other.id), 'file-other-agreement'],
      [() => bring(fatima, bytes.slice(0, bytes.length / 2)), 'file-damaged'],
      [() => bring(fatima, new Uint8Array(21 * 1024 * 1024)), 'body-too-large'],
    ] as const
    for (const [asked, name] of refusals) {
      const answer = await asked()
      const { type, detail } = await answer.json()
      expect([answer.status, type]).toEqual([name === 'body-too-large' ? 413 : 422, `/problems/${name}`])
      expect(detail.length).toBeGreaterThan(20)
    }
    expect((await get(fatima, '/returns')).returns).toEqual([])
  })

  test('as anything but bytes, and before it is read from who may not write', async () => {
    const asJson = await post(address('/import'), {}, fatima)
    expect([asJson.status, (await asJson.json()).errors[0].found]).toEqual([400, 'application/json'])
    const link = await post(address('/invitations'), { partyId: 'p_mo', role: 'commenter' }, petra)
    const commenter = { cookie: await server.joinAs((await link.json()).url, 'Cas') }
    const answer = await bring(commenter, new Uint8Array(19 * 1024 * 1024))
    expect([answer.status, (await answer.json()).type]).toEqual([403, '/problems/not-allowed'])
  })

  test('while another of the same person is on its way', async () => {
    const slow = request(address('/import'), {
      method: 'POST',
      headers: { ...fatima, 'content-type': WORD_FILE_TYPES[0], 'content-length': 1000 },
    })
    slow.on('error', () => {})
    slow.write('PK')
    const bytes = (await takeAlong()) as Uint8Array<ArrayBuffer>
    await expect.poll(async () => (await bring(fatima, bytes)).status).toBe(429)
    expect((await bring(henk, bytes)).status).toBe(201)
    slow.destroy()
    await expect.poll(async () => (await bring(fatima, bytes)).status).toBe(201)
  })

  test('when the text is fixed', async () => {
    const view = await brought(fatima, await three())
    const fixed = await post(address('/fixing'), { decision: 'Wij ronden af.' }, petra)
    expect(fixed.status).toBeLessThan(300)
    const answer = await bring(fatima, await three())
    expect((await answer.json()).type).toBe('/problems/agreement-fixed')
    expect(await decide(fatima, view, view.changes.map(taking))).toMatchObject({
      status: 409,
      type: '/problems/agreement-fixed',
    })
  })
})

describe('the command line', () => {
  test('lists what a file says otherwise beside a server that runs, and makes proposals of it when none does', async () => {
    const file = join(server.dataDir, 'bewerkt.docx')
    await writeFile(file, await three())
    const words = ['import', agreement.id, '--file', file]
    const listed = await server.command(...words)
    expect([listed.code, listed.stderr]).toEqual([0, ''])
    expect(listed.stdout).toContain(`  was:  ${BEST}\n  file: Wij komen deze afspraken na.\n`)
    expect(listed.stdout).toContain('  by: Jan Jansen\n')
    expect(listed.stdout).toMatch(/\n3 differences\.\n$/)
    const early = await server.command(...words, '--take')
    expect(early.code).toBe(1)
    expect(early.stderr).toContain('in use')
    expect((await proposals(petra)).open).toEqual([])
    const { personId } = await (await fetch(`${server.url}/api/v1/me`, { headers: fatima })).json()
    let taken = { code: 1, stdout: '', stderr: '' }
    await server.restart('SIGTERM', {}, async () => {
      taken = await server.command(...words, '--take', '--json', '--as', personId)
    })
    expect([taken.code, taken.stderr]).toEqual([0, ''])
    expect(JSON.parse(taken.stdout).results).toHaveLength(3)
    const { open } = await proposals(henk)
    expect(open.map(({ authors }) => authors[0]?.name)).toEqual(['Fatima', 'Fatima', 'Fatima'])
    const wrong = await server.command('import', agreement.id, '--file', join(server.dataDir, DATABASE_FILE))
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).toContain('Choose a file of Word or LibreOffice')
  })
})
