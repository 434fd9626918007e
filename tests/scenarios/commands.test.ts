import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/test-server.ts'

const TEMPLATE = join(import.meta.dirname, '../../templates/agreements/coop_youth.yaml')
let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { OFFICE_PROGRAM: 'no' } })
})
afterAll(() => server.stop())

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''

describe('the command line', () => {
  test('lists its commands on asking, and without any word ends as not understood', async () => {
    const asked = await server.command('--help')
    for (const name of ['token create', 'export', 'import', 'template check', 'demo'])
      expect(asked.stdout).toContain(name)
    expect(asked.code).toBe(0)
    expect((await server.command()).code).toBe(2)
  })

  test.each([
    [['fly'], 'There is no command "fly".'],
    [['token', 'create'], '--name expects name.'],
    [['export'], 'Expected 1 name, found 0.'],
    [['export', 'x', '--colour', 'red'], "Unknown option '--colour'"],
  ])('%j is not understood, and says why', async (words, sentence) => {
    const { code, stderr } = await server.command(...words)
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('--help')
  })

  test.each([
    [['export', 'none'], 'There is no agreement none in DATA_DIR.'],
    // One id in 64 begins with a dash.
    [['export', '-none'], 'There is no agreement -none in DATA_DIR.'],
    [['token', 'create', '--name', 'x', '--agreement', '-none'], '-none'],
    [
      ['export', 'none', '--format', 'exe', '--version', '0'],
      '--format expects one of docx, html, json, odt, pdf; found "exe".\n--version expects at least 1; found "0".',
    ],
    [
      ['export', 'none', '--format', 'pdf', '--remarks'],
      '--remarks expects none, since pdf holds no remarks',
    ],
    [
      ['export', 'none', '--format', 'html', '--since', 'v'],
      '--format expects docx, since what differs is told as tracked changes of Word',
    ],
    [['export', 'none', '--format', 'odt'], 'odt is made by LibreOffice, which is not here'],
    [['template', 'check', '/none.yaml'], 'The file /none.yaml can not be read (ENOENT).'],
  ])('%j can not be done, and says why', async (words, sentence) => {
    const { code, stderr } = await server.command(...words)
    expect(code).toBe(1)
    expect(stderr).toContain(sentence)
  })
})

test('a token stands alone on the last line and works at once on the server that runs', async () => {
  const { stdout, stderr, code } = await server.command('token', 'create', '--name', 'koppeling')
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  const headers = { authorization: `Bearer ${lastLine(stdout)}` }
  const me = await (await fetch(`${server.url}/api/v1/me`, { headers })).json()
  expect(me).toMatchObject({ kind: 'staff', name: 'koppeling' })
})

test('a template that can be used is called good, another is told what is wrong where', async () => {
  expect((await server.command('template', 'check', TEMPLATE)).stdout).toContain(
    'coop_youth, edition 1, 29 articles',
  )
  const wrong = await server.command('template', 'check', join(import.meta.dirname, '../../tsconfig.json'))
  expect(wrong.code).toBe(1)
  expect(wrong.stderr).toContain('tsconfig.json:1:1 id: expected text, found nothing')
})

test('the demo adds four agreements once, beside a server that runs, and each exports', async () => {
  const first = await server.command('demo')
  expect(first.stderr).toBe('')
  const again = await server.command('demo')
  expect(again.stdout).toBe(first.stdout)
  const ids = [...first.stdout.matchAll(/\/agreements\/([\w-]+)$/gm)].map(([, id]) => id ?? '')
  expect(ids).toHaveLength(4)
  expect(lastLine(first.stdout)).toContain(`${server.url}/`)

  const headers = { authorization: `Bearer ${await server.token()}` }
  for (const id of ids) {
    const snapshot = await (await fetch(`${server.url}/api/v1/agreements/${id}`, { headers })).json()
    expect(snapshot.articles.length).toBeGreaterThan(5)
    const word = await fetch(`${server.url}/api/v1/agreements/${id}/export`, { headers })
    expect(word.status).toBe(200)
  }
  const { code, stdout } = await server.command(
    'export',
    ids[0] ?? '',
    '--format',
    'json',
    '--out',
    'een.json',
  )
  expect([code, lastLine(stdout)]).toEqual([0, 'een.json'])
  const word = await server.command('export', ids[0] ?? '', '--remarks', '--out', 'een.docx')
  // Nobody looks on at a terminal: nothing is said about how far it is.
  expect([word.code, word.stderr, lastLine(word.stdout)]).toEqual([0, '', 'een.docx'])
  const exported = JSON.parse(await readFile(join(server.dataDir, 'een.json'), 'utf8'))
  expect(exported.title ?? exported.shortTitle).toContain('Samen dichtbij')
})
