import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Theme } from '../../shared/agreement/theme.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { exampleJson } from '../support/examples.ts'
import { chunk, pngOf, themeOf } from '../support/pictures.ts'
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

test('the empty form has the texts, what each article is for, and nothing that was filled in', async () => {
  const answer = await exported('variant=form')
  expect(nameOf(answer)).toBe('Projectafspraak Vadercafé Lindenveen 2027 - invulformulier.docx')
  const parts = partsOf(new Uint8Array(await answer.arrayBuffer()))
  expect(parts['word/document.xml']).toContain('w:dropDownList')
  expect(parts['word/document.xml']).toContain('FormGuidance')
  expect(parts['word/document.xml']).not.toContain('Twintig vaders doen mee.')
})

test.each([
  ['variant=public&format=json', 'format'],
  ['variant=public&remarks=shared', 'remarks'],
  ['variant=public&version=1', 'version'],
  ['variant=summary&format=json', 'format'],
  ['variant=form&format=html', 'format'],
  ['variant=form&format=json', 'format'],
  ['variant=form&remarks=shared', 'remarks'],
  ['variant=form&version=1', 'version'],
  ['variant=secret', 'variant'],
])('%s is refused, and the field is named', async (query, path) => {
  const answer = await exported(query)
  expect(answer.status).toBe(400)
  const { type, errors } = problem.parse(await answer.json())
  expect(type).toBe('/problems/malformed-request')
  expect(errors?.map((each) => each.path)).toEqual([path])
})

describe('the look of a workspace', () => {
  const send = (theme: unknown, headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/workspace/theme`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ theme }),
    })
  const lookFor = async (cookie: string) => {
    const address = `${server.url}/api/v1/agreements/${agreement.id}/theme`
    return ((await (await fetch(address, { headers: { cookie } })).json()) as { theme: Theme | null }).theme
  }

  test('is chosen by an admin, and from then on stands in what is taken along, without what its logo told of people', async () => {
    const admin = { cookie: await server.startAs('Petra') }
    const signed = pngOf(24, 12, [['tEXt', Buffer.from('Author\0Sanne Proef')]])
    const logo = { picture: Buffer.from(signed).toString('base64'), description: 'Logo van Lindenveen' }
    expect(await lookFor(writer)).toBeNull()
    expect((await send(themeOf({ logo }), { cookie: writer })).status).toBe(403)
    expect((await send(themeOf({ logo }), admin)).status).toBe(200)
    const kept = await lookFor(writer)
    expect(kept?.logo?.picture).toBe(Buffer.from(pngOf(24, 12)).toString('base64'))
    for (const variant of ['full', 'public', 'summary']) {
      const parts = await partsFrom(`variant=${variant}`)
      expect(parts['word/styles.xml']).toContain('8A1538')
      expect(JSON.stringify(parts)).toContain('Logo van Lindenveen')
    }
    expect(await (await exported('format=html')).text()).toContain('data:image/png;base64,')
    expect((await send(null, admin)).status).toBe(200)
    expect(await lookFor(writer)).toBeNull()
    expect((await partsFrom('variant=full'))['word/styles.xml']).not.toContain('8A1538')
  })

  test.each([
    ['headings too light to read', themeOf({ headingColour: '#AAAAAA' }), 'theme.headingColour'],
    ['a program as logo', withLogo(Buffer.from('MZ\x90')), 'theme.logo.picture'],
    ['a logo as wide as a wall', withLogo(pngOf(50_000, 1)), 'theme.logo.picture'],
    ['a logo of which half came', withLogo(pngOf(9, 9).subarray(0, 40)), 'theme.logo.picture'],
    ['a logo that begins in the middle', withLogo(chunk('IDAT', Buffer.from('x'))), 'theme.logo.picture'],
    ['a key of its own', { ...themeOf(), css: '*{}' }, 'theme'],
  ])('with %s is refused, and the place is named', async (_, theme, path) => {
    const answer = await send(theme, { cookie: await server.startAs('Petra') })
    expect(answer.status).toBe(400)
    expect(problem.parse(await answer.json()).errors?.map((error) => error.path)).toContain(path)
  })

  test('of more bytes than a logo has is refused before it is read', async () => {
    const big = themeOf({ name: 'x'.repeat(600_000) })
    expect((await send(big, { cookie: await server.startAs('Petra') })).status).toBe(413)
  })
})

function withLogo(bytes: Uint8Array): Theme {
  return themeOf({ logo: { picture: Buffer.from(bytes).toString('base64'), description: 'Logo' } })
}
