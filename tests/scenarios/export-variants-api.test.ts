import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../shared/protocol/problem.ts'
import { exampleJson } from '../support/examples.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'
import { partsOf } from '../support/word-file.ts'

/** Who comes in by a link and is named in the text. */
const WRITER = 'Quirine Xyrbeek'

let server: TestServer
let agreement: Started
let writer: string

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  const example = exampleJson('02-lindenveen-projectafspraak') as { purpose: object }
  const snapshot = { ...example, purpose: { ...example.purpose, goal_text: `Samen met ${WRITER}.` } }
  agreement = await server.createAgreement({ snapshot }, token)
  const link = agreement.invitations.find(({ partyId }) => partyId === 'p_mo')?.url ?? ''
  writer = await server.joinAs(link, WRITER)
})
afterAll(() => server?.stop())

const exported = (query: string) =>
  fetch(`${server.url}/api/v1/agreements/${agreement.id}/export?${query}`, { headers: { cookie: writer } })

async function partsFrom(query: string): Promise<Record<string, string>> {
  const answer = await exported(query)
  expect(answer.status).toBe(200)
  return partsOf(new Uint8Array(await answer.arrayBuffer()))
}

/** Under which name a browser keeps it. */
const nameOf = (answer: Response) =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]*)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
  )

describe('the public version', () => {
  test('holds nobody of the contacts and nobody who writes along, in Word and as a page', async () => {
    const parts = await partsFrom('variant=public')
    const page = await (await exported('variant=public&format=html')).text()
    const whole = JSON.stringify(await partsFrom('variant=full'))
    for (const name of [WRITER, 'Xyrbeek', 'Abdi Verzonnen', 'c5@voorbeeld.example', 'Molenstraat 12']) {
      expect(JSON.stringify(parts) + page).not.toContain(name)
    }
    expect(whole).toContain('Abdi Verzonnen')
    expect(page).toContain('Openbare versie')
    expect(parts['word/document.xml']).toContain('Vaders van Lindenveen')
    expect(nameOf(await exported('variant=public'))).toBe(
      'Projectafspraak Vadercafé Lindenveen 2027 - openbare versie.docx',
    )
  })
})

test('the summary is a paper of its own, and its file says which', async () => {
  const answer = await exported('variant=summary&format=html')
  expect(await answer.text()).toContain('Samenvatting op één pagina')
  expect(nameOf(answer)).toBe('Projectafspraak Vadercafé Lindenveen 2027 - samenvatting op één pagina.html')
  expect((await partsFrom('variant=summary'))['word/document.xml']).toContain('Wie doen er mee')
})

test.each([
  ['variant=public&format=json', 'format'],
  ['variant=public&remarks=shared', 'remarks'],
  ['variant=public&version=1', 'version'],
  ['variant=summary&format=json', 'format'],
  ['variant=secret', 'variant'],
])('%s is refused, and the field is named', async (query, path) => {
  const answer = await exported(query)
  expect(answer.status).toBe(400)
  const { type, errors } = problem.parse(await answer.json())
  expect(type).toBe('/problems/malformed-request')
  expect(errors?.map((each) => each.path)).toEqual([path])
})
