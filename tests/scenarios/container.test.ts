import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { afterEach, describe, expect, test } from 'vitest'
import {
  commandOf,
  copiesOf,
  isSentAlong,
  layOut,
  stagesOf,
  variablesOf,
  wordsOf,
} from '../support/container-image.ts'
import { PROGRAMS } from '../support/programs.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const text = readFileSync(join(REPOSITORY, 'Dockerfile'), 'utf8')
const ignore = readFileSync(join(REPOSITORY, '.dockerignore'), 'utf8')
const [build, image] = stagesOf(text)
if (!build || !image) throw new Error('the Dockerfile has two stages')
/** What the first stage takes out of the packages, as the command in it says. */
const onlyForPages = /RUN npm uninstall ((?:.|\\\n)*?)\n\n/
  .exec(text)?.[1]
  ?.split(/[\s\\]+/)
  .filter((word) => word !== '' && !word.startsWith('--'))

describe('the Dockerfile', () => {
  test('is right by its own rules, and wrong words in it are seen', () => {
    expect(validate(text)).toEqual([])
    expect(validate(text.replace('WORKDIR', 'WORKDR'))).not.toEqual([])
  })

  test('goes out from one Node in both stages: the one that package.json pins', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'))
    const pinned = `node:${devDependencies.node}-trixie-slim`
    expect([build.from, image.from]).toEqual([pinned, pinned])
  })

  test('copies only what is there and is sent along, and of another stage what that one made', () => {
    for (const stage of [build, image])
      for (const { from, sources } of copiesOf(stage)) {
        if (from !== null)
          expect([from, sources]).toEqual(['build', [expect.stringMatching(/^\/app\/(node_modules|dist)$/)]])
        else
          for (const source of sources)
            expect([source, existsSync(join(REPOSITORY, source)), isSentAlong(ignore, source)]).toEqual([
              source,
              true,
              true,
            ])
      }
    for (const kept of ['data', 'tests', '.git', 'node_modules', 'dist', '.env'])
      expect([kept, isSentAlong(ignore, kept)]).toEqual([kept, false])
  })

  test('brings LibreOffice only to who asks for it, with the packages that the tests install too', () => {
    expect(wordsOf(image, 'ARG')).toEqual(['OFFICE=no'])
    const install = image.instructions.find((instruction) =>
      instruction.getTextContent().includes('apt-get install'),
    )
    expect(install?.getTextContent()).toMatch(/^RUN if \[ "\$OFFICE" = yes \]; then/)
    for (const name of [...PROGRAMS.soffice.packages, 'fonts-liberation'])
      expect(install?.getTextContent()).toContain(` ${name} `)
  })

  test('runs as somebody without rights, with the data in a volume and a question whether it can keep', () => {
    expect(wordsOf(image, 'USER')).toEqual(['node'])
    expect(wordsOf(image, 'VOLUME')).toEqual([variablesOf(image).DATA_DIR])
    expect(commandOf(image, 'CMD')).toEqual(['node', 'server/main.ts'])
    expect(onlyForPages?.length).toBeGreaterThan(5)
  })
})

describe('what the image holds, laid out beside the repository', () => {
  let folder: string
  let server: TestServer
  afterEach(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  test('is enough for the server: it serves, makes an agreement and a Word file, and the question of the image is answered', async () => {
    folder = mkdtempSync(join(tmpdir(), 'handslag-image-'))
    layOut(folder, image, onlyForPages ?? [])
    const { NODE_ENV = '' } = variablesOf(image)
    server = await startServer({ repository: folder, env: { NODE_ENV } })
    const { id } = await server.createAgreement({ templateId: 'coop_youth' }, await server.token())
    const word = await server.command('export', id)
    expect([word.code, word.stderr]).toEqual([0, ''])

    const health = () => {
      const [program = '', ...words] = commandOf(image, 'HEALTHCHECK')
      expect(program).toBe('node')
      return spawnSync(process.execPath, words, { env: { PORT: String(server.port) } }).status
    }
    expect(health()).toBe(0)
    await server.stop()
    expect(health()).toBe(1)
  })
})
