import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, describedOperations, misfitsIn, type OpenApi } from '../support/openapi-answers.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const CLIENT = join(REPOSITORY, 'tests/api-client')
const run = promisify(execFile)

let server: TestServer
let token: string
let document: OpenApi
beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  document = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as OpenApi
})
afterAll(() => server.stop())

test('the document that describes the interface is an OpenAPI 3.1 document by the schema of that standard', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(await validator.validate({ ...structuredClone(document), paths: { x: 1 } })).toMatchObject({
    valid: false,
  })
})

test('a client whose types are made from the document compiles, works, and every answer it gets is as described', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-client-'))
  try {
    await symlink(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'))
    await cp(join(CLIENT, 'tour.ts'), join(folder, 'tour.ts'))
    const generate = [join(CLIENT, 'generate-types.ts'), `${server.url}/api/v1/openapi.json`]
    const types = await run(process.execPath, generate, { maxBuffer: 64 * 1024 * 1024 })
    await writeFile(join(folder, 'api-types.ts'), types.stdout)
    const settings = { extends: join(REPOSITORY, 'tsconfig.json'), include: ['*.ts'], exclude: [] }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings))
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    expect(await compile(folder)).toBe('')

    const { stdout } = await run(process.execPath, [join(folder, 'tour.ts'), server.url, token], {
      maxBuffer: 64 * 1024 * 1024,
    })
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer)
    expect(answers.length).toBeGreaterThan(20)
    expect(answers.flatMap((answer) => misfitsIn(document, answer))).toEqual([])

    // The compiler would have seen what is not there.
    await writeFile(join(folder, 'wrong.ts'), WRONG)
    expect(await compile(folder)).toContain('wrong.ts')
  } finally {
    await rm(folder, { recursive: true })
  }
})

const WRONG = `import type { paths } from './api-types.ts'
export type Tidings = paths['/api/v1/tidings']
`

/** What the compiler has to say; nothing when all is well. */
const compile = (folder: string): Promise<string> =>
  run(join(REPOSITORY, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder]).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )

describe('an answer to each operation in the document is one that it describes', () => {
  /** Calls with the same agreement in every address and nothing in the body. */
  async function callAll(headers: Record<string, string>): Promise<string[]> {
    const { id } = await server.createAgreement({ templateId: 'coop_youth' }, token)
    const misfits: string[] = []
    for (const { method, path } of describedOperations(document)) {
      const address = path.replace('/agreements/{id}', `/agreements/${id}`).replace(/\{\w+\}/g, 'none')
      const body =
        method === 'GET' ? {} : { body: '{}', headers: { ...headers, 'content-type': 'application/json' } }
      const response = await fetch(server.url + address, { method, headers, ...body })
      const type = response.headers.get('content-type') ?? ''
      const answer = { method, path, status: response.status, type, body: await response.text() }
      misfits.push(...misfitsIn(document, answer))
    }
    return misfits
  }

  test('to nobody', async () => {
    expect(describedOperations(document).length).toBeGreaterThan(30)
    expect(await callAll({})).toEqual([])
  })

  test('to who leads', async () => {
    expect(await callAll({ authorization: `Bearer ${token}` })).toEqual([])
  })
})

test('an answer that is not as described is seen: another status, another type, a field of another kind', () => {
  const answer = {
    method: 'GET',
    path: '/api/v1/me',
    status: 200,
    type: 'application/json',
    body: JSON.stringify({
      kind: 'king',
      personId: null,
      name: null,
      rights: null,
      canStartHere: true,
      canMail: false,
      canOffice: false,
    }),
  }
  expect(misfitsIn(document, answer)).toEqual([expect.stringMatching(/^GET \/api\/v1\/me 200: .*kind/)])
  expect(misfitsIn(document, { ...answer, status: 418 })).toEqual([
    'GET /api/v1/me 418: this status is not described.',
  ])
  expect(misfitsIn(document, { ...answer, type: 'text/html' })).toEqual([
    'GET /api/v1/me 200: text/html is not described.',
  ])
})
