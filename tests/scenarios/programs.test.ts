import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openVisitor, startBrowser } from '../support/browser.ts'
import { convertToPdf, officeText, pageImages } from '../support/office.ts'
import { PROGRAMS } from '../support/programs.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47]

async function wordFile(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const table = new Table({ rows: [new TableRow({ children: [cell('Taak'), cell('Wie')] })] })
  const children = [new Paragraph('Één hand'), table, new Paragraph({ text: 'Slot', pageBreakBefore: true })]
  return await Packer.toBuffer(new Document({ sections: [{ children }] }))
}

describe('the office program', () => {
  test('given a Word file of two pages, two page images come back', async () => {
    const images = await pageImages(await convertToPdf(await wordFile()))
    expect(images.map((image) => [...image.subarray(0, 4)])).toEqual([PNG, PNG])
  })

  test('given a Word file with a table, its text holds paragraphs and cells', async () => {
    const text = await officeText(await wordFile())
    expect(text.split(/\s+/)).toEqual(expect.arrayContaining(['hand', 'Taak', 'Wie', 'Slot']))
    expect(text).toContain('Één hand')
  })

  test('given bytes that are no Word file, it fails with a sentence instead of an empty text', async () => {
    const broken = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])
    await expect(convertToPdf(broken)).rejects.toThrow(/LibreOffice made no pdf/)
  })
})

/** Small ones 12 px large, and what is drawn only once it comes near the screen. */
const STYLE = `.small { inline-size: 12px; block-size: 12px; padding: 0; border: 0; font-size: 9px }
  .small + button:not(.small) { margin-inline-start: 20px; min-block-size: 24px }
  .far { margin-block-start: 5000px; content-visibility: auto; contain-intrinsic-size: auto 5px }`

describe('the browser', () => {
  const pages: Record<string, string> = {
    '/good': '<title>Goed</title><h1>Goed</h1>',
    '/unlabelled': '<title>Stil</title><h1>Stil</h1><input>',
    '/close':
      '<title>Dicht</title><h1>Dicht</h1><button class="small">a</button><button class="small">b</button>',
    '/roomy':
      '<title>Ruim</title><h1>Ruim</h1><button class="small">a</button><button>Verder dan dat</button>',
    '/far': '<title>Ver</title><h1>Ver</h1><section class="far"><p style="color: #ccc">Bleek</p></section>',
    '/throws': '<title>Fout</title><script>console.error("boos"); throw new Error("stuk")</script>',
    '/foreign': '<title>Ver</title><script src="http://ver.invalid/x.js"></script>',
  }
  const server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    response.writeHead(page ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page && `<!doctype html><html lang="nl"><style>${STYLE}</style><body>${page}</body></html>`)
  })
  let browser: Browser
  let baseURL: string

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server.close()
  })

  test('a page without faults gives no complaints and passes the accessibility check', async () => {
    const visitor = await openVisitor(browser, { baseURL, screen: 'phone' })
    await visitor.page.goto('/good')
    await expectAccessible(visitor.page)
    visitor.expectNoComplaints()
    expect(await visitor.page.evaluate(() => [innerWidth, navigator.language])).toEqual([360, 'nl-NL'])
    await visitor.close()
  })

  test('a field without a name fails the accessibility check by rule and place', async () => {
    const visitor = await openVisitor(browser, { baseURL })
    await visitor.page.goto('/unlabelled')
    await expect(expectAccessible(visitor.page)).rejects.toThrow(
      /label: Form elements must have labels\n {2}at input/,
    )
    await visitor.close()
  })

  test('small targets fail it where they stand close and pass with room around them; pale words fail it far down a page too', async () => {
    const visitor = await openVisitor(browser, { baseURL })
    await visitor.page.goto('/close')
    await expect(expectAccessible(visitor.page)).rejects.toThrow(/target-size: .*\n {2}at /)
    await visitor.page.goto('/roomy')
    await expectAccessible(visitor.page)
    await visitor.page.goto('/far')
    await expect(expectAccessible(visitor.page)).rejects.toThrow(/color-contrast: .*\n {2}at p/)
    await visitor.close()
  })

  test('an error in the console, an uncaught one and a foreign address are complaints', async () => {
    const visitor = await openVisitor(browser, { baseURL })
    await visitor.page.goto('/throws')
    await visitor.page.goto('/foreign')
    expect(() => visitor.expectNoComplaints()).toThrow(/boos.*stuk.*foreign address: http:\/\/ver\.invalid/s)
    visitor.expectNoComplaints(/boos/, /stuk/, /ver\.invalid/, /ERR_NAME_NOT_RESOLVED/)
    await visitor.close()
  })
})

describe('the set-up', () => {
  test('on a machine without the programs where it may not install, it ends by naming each of them', () => {
    const empty = mkdtempSync(join(tmpdir(), 'handslag-no-programs-'))
    const setUp = join(import.meta.dirname, '../support/set-up.ts')
    const ended = spawnSync(process.execPath, [setUp], { env: { PATH: empty }, encoding: 'utf8' })
    expect(ended.status).toBe(1)
    for (const { title, variable } of Object.values(PROGRAMS)) {
      expect(ended.stdout).toContain(`- ${title} is not on PATH.`)
      expect(ended.stdout).toContain(variable)
    }
  })
})
