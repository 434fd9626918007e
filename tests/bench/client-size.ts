import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { openVisitor, startBrowser } from '../support/browser.ts'
import { beginAgreement } from '../support/on-screen.ts'
import { startServer } from '../support/test-server.ts'
import type { Table } from './table.ts'

const KINDS = ['document', 'script', 'stylesheet', 'font', 'image'] as const

/** What a browser that was never here fetches until a screen can be used, each file compressed as gzip does. */
export async function measureClientSize(): Promise<readonly Table[]> {
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../../node_modules/vite/bin/vite.js'), 'build'],
    { stdio: 'ignore' },
  )
  const server = await startServer({ client: true })
  const browser = await startBrowser()
  try {
    const author = await openVisitor(browser, { baseURL: server.url })
    const agreement = await beginAgreement(author, 'Mark', 'Samen', ['Gemeente'])
    const state = await author.context.storageState()
    const rows = await Promise.all(
      [
        ['start screen', server.url, 'Een nieuwe overeenkomst'],
        ['agreement', agreement, 'Alles bewaard.'],
      ].map(async ([name = '', url = '', shown = '']) => {
        const sizes = await fetchedBy(browser, url, shown, state)
        return [
          name,
          ...KINDS.map((kind) => kilobytes(sizes.get(kind) ?? 0)),
          kilobytes([...sizes.values()].reduce((a, b) => a + b, 0)),
        ]
      }),
    )
    return [{ title: 'First load of the client, kB after gzip', columns: ['screen', ...KINDS, 'all'], rows }]
  } finally {
    await browser.close()
    await server.stop()
  }
}

type State = Awaited<ReturnType<Awaited<ReturnType<typeof openVisitor>>['context']['storageState']>>

async function fetchedBy(
  browser: Awaited<ReturnType<typeof startBrowser>>,
  url: string,
  shown: string,
  storageState: State,
): Promise<Map<string, number>> {
  const context = await browser.newContext({ storageState })
  const page = await context.newPage()
  const sizes = new Map<string, number>()
  const measured: Promise<void>[] = []
  const listen = (response: Response) => {
    const kind = response.request().resourceType()
    if (!KINDS.some((known) => known === kind)) return
    const count = async () => {
      const bytes = await response.body()
      const size = kind === 'font' ? bytes.length : gzipSync(bytes).length
      sizes.set(kind, (sizes.get(kind) ?? 0) + size)
    }
    measured.push(count())
  }
  page.on('response', listen)
  await page.goto(url)
  await page.getByText(shown).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  page.off('response', listen)
  await Promise.all(measured)
  await context.close()
  return sizes
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
