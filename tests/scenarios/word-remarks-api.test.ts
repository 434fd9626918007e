import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { articleFragment } from '../../shared/document/layout.ts'
import { maybeMarked } from '../../shared/document/passage-anchor.ts'
import { mentionOf } from '../../shared/protocol/mention.ts'
import { editProse } from '../support/edit-prose.ts'
import { exampleJson } from '../support/examples.ts'
import { openStockClient } from '../support/stock-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'
import { partsOf, schemaFaults } from '../support/word-file.ts'
import { acceptedText, commentsIn, rejectedText } from '../support/word-remarks.ts'

type Person = { headers: Record<string, string>; personId: string; partyId: string | null }

/** Words of one circle, that may be in no file. */
const SECRET = 'Kwikstaartje twijfelt'

let server: TestServer
let agreement: Started
let articleId: string
let lastArticle: string
let petra: Person
let fatima: Person
let henk: Person
let hidden: string

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  agreement = await server.createAgreement({ snapshot: exampleJson('02-lindenveen-projectafspraak') }, token)
  petra = await personWith({ authorization: `Bearer ${token}` })
  fatima = await joined('p_mo', 'Fatima')
  henk = await joined('p_gem', 'Henk')
  const { articles } = await json('')
  articleId = articles[1].id
  lastArticle = articles.at(-1).id
  hidden = (
    await said(fatima, { circle: 'organisation', text: SECRET, anchor: { ...about(), quote: SECRET } })
  ).id
})
afterAll(() => server?.stop())

async function personWith(headers: Record<string, string>): Promise<Person> {
  const { you } = await (await fetch(address('/participants'), { headers })).json()
  return { headers, personId: you.personId, partyId: you.partyId }
}
async function joined(partyId: string, name: string): Promise<Person> {
  const link = agreement.invitations.find((each) => each.partyId === partyId)
  return personWith({ cookie: await server.joinAs(link?.url ?? '', name) })
}
const address = (path: string) => `${server.url}/api/v1/agreements/${agreement.id}${path}`
const send = (path: string, body: unknown, by: Person) => post(address(path), body, by.headers)
const json = async (path: string) => (await fetch(address(path), { headers: petra.headers })).json()
const newId = () => crypto.randomUUID()
const about = () => ({ kind: 'article', articleId, quote: 'Doel' }) as const

async function said(by: Person, changes: object) {
  const ids = { threadId: newId(), commentId: newId() }
  const wanted = {
    ...ids,
    circle: 'everyone',
    partyId: by.partyId,
    anchor: about(),
    text: 'Klopt dit?',
    ...changes,
  }
  const { thread } = await (await send('/comments', wanted, by)).json()
  return thread
}

async function fileFor({ headers }: Person, query = '&remarks=shared'): Promise<Uint8Array> {
  const answer = await fetch(address(`/export?format=docx${query}`), {
    headers: { 'accept-language': 'nl', ...headers },
  })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

/** The words of the first paragraph of an article, from the fifth letter to the twelfth, as a page marks them. */
async function passage(person: Person) {
  const client = await openStockClient(server.url, agreement.id, person.headers)
  const fragment = articleFragment(client.doc, articleId)
  const block = fragment.toArray().findIndex((each) => each.toString().length > 60)
  const marked = maybeMarked(fragment, { from: { block, offset: 5 }, to: { block, offset: 12 } }, () => '')
  client.close()
  return { kind: 'passage', articleId, ...marked } as const
}

async function suggest(person: Person, id: string, words: string) {
  const client = await openStockClient(server.url, agreement.id, person.headers)
  editProse(articleFragment(client.doc, lastArticle), (transform) => {
    const { schema } = transform.doc.type
    transform.insert(1, schema.text(words, [schema.mark('insertion', { id })]))
  })
  await vi.waitFor(async () =>
    expect((await json('/proposals')).open.map((each: { id: string }) => each.id)).toContain(id),
  )
  client.close()
}

describe('a Word file to work on', () => {
  test('carries the comments that are for everyone, on their words, with author, party, replies and state', async () => {
    const anchor = await passage(fatima)
    const text = `Wat vindt ${mentionOf(henk.personId)}?`
    const begun = await said(fatima, { anchor, text })
    await send(`/comments/${begun.id}/replies`, { commentId: newId(), text: 'Goed zo.' }, henk)
    await send(`/comments/${begun.id}/state`, { state: 'resolved' }, henk)
    const file = await fileFor(henk)
    const found = commentsIn(file).filter(({ on }) => on === anchor.quote)
    expect(found).toMatchObject([
      {
        author: expect.stringMatching(/^Fatima \(.+\)$/),
        text: 'Wat vindt @Henk?',
        isResolved: true,
        replyTo: null,
      },
      { author: expect.stringMatching(/^Henk \(.+\)$/), text: 'Goed zo.', isResolved: true },
    ])
    expect(found[1]?.replyTo).not.toBeNull()
    expect(found[0]?.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(await schemaFaults(file)).toEqual([])
  })

  test('holds in no part a word of what an organisation says among its own: not for who leads, not for who is in it, not by token', async () => {
    await said(fatima, {})
    for (const person of [petra, fatima, henk]) {
      const parts = partsOf(await fileFor(person))
      expect(parts['word/comments.xml']).toContain('Klopt dit?')
      const holding = Object.entries(parts).filter(([, xml]) => xml.includes(SECRET) || xml.includes(hidden))
      expect(holding.map(([name]) => name)).toEqual([])
    }
  })

  test('has words that are suggested as tracked changes by who wrote them, and proposed paragraphs too', async () => {
    await suggest(fatima, 'a-suggestion-of-1', 'Beste mensen. ')
    const article = (await json('')).articles.find((each: { id: string }) => each.id === lastArticle)
    const change = {
      kind: 'paragraph-add',
      articleId: lastArticle,
      index: null,
      seen: '',
      paragraph: { kind: 'clause', level: 0, text: 'Een geheel nieuw lid.' },
    }
    expect(article.body.content.length).toBeGreaterThan(0)
    expect((await send('/proposals', { id: newId(), change }, henk)).status).toBe(201)
    const file = await fileFor(petra)
    const document = partsOf(file)['word/document.xml'] ?? ''
    expect(document).toMatch(/<w:ins w:id="\d+" w:author="Fatima \([^"]+\)"[^>]*><w:r>.*?Beste mensen\. /s)
    expect(document).toMatch(/<w:rPr><w:ins w:id="\d+" w:author="Henk \([^"]+\)" w:date="[^"]+"\/><\/w:rPr>/)
    expect(acceptedText(file).join('\n')).toContain('Een geheel nieuw lid.\nBeste mensen. ')
    expect(rejectedText(file).join('\n')).not.toMatch(/geheel nieuw|Beste mensen/)
    expect(await schemaFaults(file)).toEqual([])
  })

  test('says beside its place what can not be tracked: a fact, an article, a row', async () => {
    const changes = [
      { kind: 'fact', address: 'term.startDate', value: '2027-03-01' },
      { kind: 'article-remove', articleId },
    ]
    for (const change of changes)
      expect((await send('/proposals', { id: newId(), change }, henk)).status).toBe(201)
    const texts = commentsIn(await fileFor(petra)).map(({ author, text }) => [author.slice(0, 4), text])
    expect(texts).toContainEqual(['Henk', 'Voorstel: verander dit in “1 maart 2027”.'])
    expect(texts).toContainEqual(['Henk', 'Voorstel: haal dit artikel weg.'])
  })

  test('is only made when it is asked for: without asking, no comment and no suggestion is in the file', async () => {
    for (const query of ['', '&remarks=none']) {
      const parts = partsOf(await fileFor(petra, query))
      expect(parts['word/comments.xml']).toBeUndefined()
      expect(Object.values(parts).join()).not.toMatch(/Klopt dit|Beste mensen|geheel nieuw|<w:(ins|del) /)
    }
    const wrong = await fetch(address('/export?remarks=all'), { headers: petra.headers })
    expect(wrong.status).toBe(400)
  })
})
