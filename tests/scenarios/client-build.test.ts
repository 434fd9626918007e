import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../client/text/en.ts'
import { nl } from '../../client/text/nl.ts'
import { copyRepository } from '../support/repository-copy.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

let copy: Awaited<ReturnType<typeof copyRepository>>
let server: TestServer
beforeAll(async () => {
  copy = await copyRepository()
  server = await startServer({ client: true, repository: copy.folder })
})
afterAll(async () => {
  await server?.stop()
  await copy?.remove()
})

const builtAt = async () => (await stat(join(copy.folder, 'dist/client/index.html'))).mtimeMs
const page = async (path: string, accept = 'text/html') => fetch(server.url + path, { headers: { accept } })

test('the first start builds the client and serves its page at every screen, never from a cache', async () => {
  for (const path of ['/', '/join', '/agreements/some-id']) {
    const answer = await page(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('<script type="module"')
  }
})

test('what the page loads is there, kept for a year, and small for who can unpack it', async () => {
  const html = await (await page('/')).text()
  const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? []
  const answer = await page(script, '*/*')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('max-age=31536000, immutable')
  expect(answer.headers.get('content-encoding')).toMatch(/br|gzip/)
})

test('whoever comes in for the first time waits for the form and its words alone: no live text, no editor, no other language', async () => {
  const html = await (await page('/join')).text()
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file = '']) => file)
  const code = (await Promise.all(files.map(async (file) => (await page(file, '*/*')).text()))).join('\n')
  expect(code).toContain(nl.join.nameHelp)
  expect(code).not.toContain(en.join.nameHelp)
  expect(code).not.toContain('Yjs was already imported')
  expect(code).not.toContain('ProseMirror')
})

test('a mistyped address is a page for people and a problem for programs', async () => {
  const forPeople = await page('/overeenkomst')
  expect([forPeople.status, forPeople.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  const forPrograms = await page('/overeenkomst', 'application/json')
  expect((await forPrograms.json()).type).toBe('/problems/not-found')
})

test('a second start takes the client as it is; a changed source makes it new', async () => {
  const first = await builtAt()
  await server.restart()
  expect(await builtAt()).toBe(first)
  const source = join(copy.folder, 'client/index.html')
  const html = await readFile(source, 'utf8')
  await writeFile(source, html.replace('</head>', '<meta name="changed" content="yes" /></head>'))
  await server.restart()
  expect(await (await page('/')).text()).toContain('name="changed"')
})
