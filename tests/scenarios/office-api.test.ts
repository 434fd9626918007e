import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maybeHeadingPages } from '../../server/agreements/heading-pages.ts'
import { createOffice } from '../../server/office/office.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { exampleJson } from '../support/examples.ts'
import { realCatalog } from '../support/examples-on-paper.ts'
import { convertToPdf, pdfFacts, pdfMetadata, pdfText } from '../support/office.ts'
import { squeezed, textsOf } from '../support/outline-words.ts'
import { programPath } from '../support/programs.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

const MEDIA_TYPES = {
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
}
let server: TestServer
let token: string
let agreement: Started

beforeAll(async () => {
  server = await startServer({ env: { OFFICE_PROGRAM: programPath('soffice') } })
  token = await server.token('Petra')
  agreement = await server.createAgreement(
    { snapshot: exampleJson('01-weidehaven-samenwerkingsovereenkomst') },
    token,
  )
})
afterAll(() => server?.stop())

const ask = (query: string, { id } = agreement) =>
  fetch(`${server.url}/api/v1/agreements/${id}/export?${query}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'nl' },
  })
async function fileOf(query: string, started = agreement): Promise<{ bytes: Uint8Array; name: string }> {
  const answer = await ask(query, started)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    MEDIA_TYPES[query.includes('pdf') ? 'pdf' : 'odt'],
  ])
  const name = answer.headers.get('content-disposition') ?? ''
  return { bytes: new Uint8Array(await answer.arrayBuffer()), name }
}
/** Without the spaces and hyphens that the lines of a page bring. */
const loose = (text: string) =>
  squeezed(text)
    .toLowerCase()
    .replace(/[\s\u00ad\u2010-]+/g, '')

async function wordsOnPaper(): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const snapshot = await answer.json()
  return textsOf(buildOutline(snapshot, realCatalog(), { status: snapshot.status }).value)
}

describe('the PDF of an agreement', () => {
  let pdf: Uint8Array
  let name: string
  beforeAll(async () => {
    const file = await fileOf('format=pdf')
    pdf = file.bytes
    name = file.name
  })

  test('is one for archives, tagged, with a language, its title shown, and all fonts in it', async () => {
    const facts = await pdfFacts(pdf)
    expect(facts).toMatchObject({
      Title: 'Samenwerkingsovereenkomst Samen dichtbij 2027-2029',
      Tagged: 'yes',
      Form: 'none',
      JavaScript: 'no',
      Encrypted: 'no',
    })
    expect(facts['Page size']).toContain('A4')
    const metadata = await pdfMetadata(pdf)
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const plain = Buffer.from(pdf).toString('latin1')
    expect(plain).toContain('/Lang(nl-NL)')
    expect(plain).toContain('/DisplayDocTitle true')
    // A font is in it as often as it is described.
    expect(plain.match(/\/FontFile[23]? /g)?.length).toBe(plain.match(/\/Type\/FontDescriptor/g)?.length)
  })

  test('has as many pages as it says, and every word of the paper', async () => {
    const text = await pdfText(pdf)
    // Each page ends with a form feed.
    const pages = text.split('\f').slice(0, -1)
    expect(pages.length).toBe(Number((await pdfFacts(pdf)).Pages))
    expect(pages.filter((page) => page.trim() === '')).toEqual([])
    const all = loose(text)
    expect((await wordsOnPaper()).filter((words) => !all.includes(loose(words)))).toEqual([])
  })

  test('comes under the name of the agreement', () => {
    expect(name).toContain('filename="Samenwerkingsovereenkomst Samen dichtbij 2027-2029.pdf"')
  })
})

const textOf = (xml: string) =>
  xml
    .replace(/<text:(line-break|s|tab)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] ?? '')
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

test('the OpenDocument text begins with what it is, and has every word of the paper, and of comments when it is to work on; a PDF with those is refused by name', async () => {
  await comment('Kwikstaart vraagt iets')
  const { bytes } = await fileOf('format=odt&remarks=shared')
  expect(Buffer.from(bytes.subarray(30, 38)).toString()).toBe('mimetype')
  const parts = unzipSync(bytes)
  expect(strFromU8(parts.mimetype ?? new Uint8Array())).toBe(MEDIA_TYPES.odt)
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array())
  expect(content).toMatch(/<office:annotation\b.*Kwikstaart vraagt iets/s)
  const text = loose(textOf(content.replace(/<office:annotation\b.*?<\/office:annotation>/gs, '')))
  expect((await wordsOnPaper()).filter((words) => !text.includes(loose(words)))).toEqual([])

  const refused = await ask('format=pdf&remarks=shared')
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({
      errors: [
        expect.objectContaining({
          path: 'remarks',
          expected: 'none, since pdf holds no remarks; docx and odt do',
          found: '"shared"',
        }),
      ],
    }),
  ])
})

async function comment(text: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` }
  const at = `${server.url}/api/v1/agreements/${agreement.id}`
  const { articles } = await (await fetch(at, { headers })).json()
  const ids = { threadId: crypto.randomUUID(), commentId: crypto.randomUUID() }
  const anchor = { kind: 'article', articleId: articles[2].id, quote: 'Doel' }
  const said = await post(
    `${at}/comments`,
    { ...ids, circle: 'everyone', partyId: null, anchor, text },
    headers,
  )
  expect([said.status, said.ok || (await said.text())]).toEqual([200, true])
}

test('of a text that is fixed it is made from the Word file that was kept', async () => {
  const fixed = await server.createAgreement({ templateId: 'short_project', title: 'Vastgelegd' }, token)
  const at = `${server.url}/api/v1/agreements/${fixed.id}/fixing`
  const done = await post(at, { decision: 'Zo besloten.' }, { authorization: `Bearer ${token}` })
  expect(done.status).toBe(201)
  const { bytes } = await fileOf('format=pdf&version=1', fixed)
  expect(await pdfText(bytes)).toContain('Vastgelegd')
  const word = unzipSync(new Uint8Array(await (await ask('format=docx&version=1', fixed)).arrayBuffer()))
  const core = strFromU8(word['docProps/core.xml'] ?? new Uint8Array())
  expect((await pdfFacts(bytes)).Keywords).toBe(/<cp:keywords>(.*?)<\/cp:keywords>/.exec(core)?.[1])
  expect((await ask('format=pdf&version=2', fixed)).status).toBe(404)
})

describe('the Word file to sign', () => {
  const pagesIn = (document: string) =>
    [...document.matchAll(/> PAGEREF \S+ .*?"separate".*?<w:t>(\d+)</g)].map(([, page]) => Number(page))

  test('has in its contents the pages on which its headings stand, once the text is fixed', async () => {
    const made = await server.createAgreement({ templateId: 'coop_youth', title: 'Om te tekenen' }, token)
    const early = await ask('variant=signing', made)
    expect([early.status, (await early.json()).type]).toEqual([409, '/problems/not-ready-to-sign'])
    const done = await post(
      `${server.url}/api/v1/agreements/${made.id}/fixing`,
      { decision: 'Zo besloten.' },
      { authorization: `Bearer ${token}` },
    )
    expect(done.status).toBe(201)
    const file = new Uint8Array(await (await ask('variant=signing', made)).arrayBuffer())
    const drawn = maybeHeadingPages(await convertToPdf(file)) ?? []
    const document = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
    const contents = document.match(/<w:pStyle w:val="TOC1"\/>/g)?.length ?? 0
    expect(pagesIn(document)).toHaveLength(contents)
    // Headings inside articles and annexes are in the outline of the PDF too, and not in the contents.
    const articles = drawn.filter(({ heading }) => /^(Artikel|Bijlage) \d/.test(heading))
    const numbered = pagesIn(document).slice(2)
    expect(numbered).toEqual(expect.arrayContaining(articles.map(({ page }) => page)))
    expect(articles.length).toBeGreaterThan(20)
  })

  test('is a Word file and no other', async () => {
    const answer = await ask('variant=signing&format=pdf')
    expect([answer.status, (await answer.json()).errors]).toEqual([
      400,
      [expect.objectContaining({ path: expect.stringContaining('format') })],
    ])
  })
})

test('the program fetches nothing that a Word file names, and no trace of a file is left', async () => {
  const asked: string[] = []
  const outside = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Woord')] }] }))
  const office = createOffice({
    ...{ program: programPath('soffice'), folders: (process.env.PATH ?? '').split(':') },
    onError: () => {},
  })
  const linked = withLinkedPicture(word, `http://127.0.0.1:${port}/picture.png`)
  expect(
    Buffer.from(await office.convert(linked, 'pdf'))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(asked).toEqual([])
  await office.close()
  await new Promise((resolve) => outside.close(resolve))
})

/** The Word file with a picture in its first paragraph that stands elsewhere. */
function withLinkedPicture(word: Uint8Array, address: string): Uint8Array {
  const parts = unzipSync(word)
  const change = (name: string, by: (xml: string) => string) => {
    parts[name] = strToU8(by(strFromU8(parts[name] ?? new Uint8Array())))
  }
  const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  change('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdOut" Type="${KIND}" Target="${address}" TargetMode="External"/></Relationships>`,
    ),
  )
  const picture = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="99" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="99" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdOut"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  change('word/document.xml', (xml) => xml.replace('<w:body>', `<w:body>${picture}`))
  return zipSync(parts)
}

describe('where no office program may be used', () => {
  test('the pages are told so beforehand, and who asks all the same hears it in words; Word files are made', async () => {
    const me = async () => (await fetch(`${server.url}/api/v1/me`)).json()
    expect(await me()).toMatchObject({ canOffice: true })
    await server.restart('SIGTERM', { OFFICE_PROGRAM: 'no' })
    expect(await me()).toMatchObject({ canOffice: false })
    const answer = await ask('format=pdf')
    expect([answer.status, await answer.json()]).toEqual([
      501,
      expect.objectContaining({
        type: '/problems/no-office',
        detail: expect.stringContaining('LibreOffice'),
      }),
    ])
    expect((await ask('format=docx')).status).toBe(200)
  })

  test('a name that leads to no program stops the start with a sentence', async () => {
    const started = startServer({ env: { OFFICE_PROGRAM: '/none/soffice' } })
    await expect(started).rejects.toThrow(
      'OFFICE_PROGRAM expects a program; found none that can be run at /none/soffice.',
    )
  })
})
