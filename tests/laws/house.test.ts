import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import config from '../../vite.config.ts'
import { isPermissive, licenceFindings } from '../audit/licences.ts'
import { readAudit } from '../audit/vulnerabilities.ts'
import * as house from '../support/house-rules.ts'
import { filesIn, REPOSITORY, sourcesIn } from '../support/sources.ts'

const SIDES = ['client', 'server', 'shared']
const CODE = /\.(tsx?|css)$/
const TEST = /\.test\.tsx?$/

const readJson = (path: string) => JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8'))

test('the tests run on the Node that package.json pins', () => {
  expect(process.versions.node).toBe(readJson('package.json').devDependencies.node)
})

test('the top level holds the five folders and what tools insist on', () => {
  expect(house.surplusAtTop(readdirSync(REPOSITORY))).toEqual([])
  expect(house.surplusAtTop(['client', '.ci', 'LICENSE', 'docs', 'notes.txt'])).toEqual(['docs', 'notes.txt'])
})

describe('the packages in the lock file', () => {
  const lock: house.LockFile = readJson('package-lock.json')

  // Two copies of one of these do not know each other's classes: schemas differ, updates are lost.
  test.each([
    'yjs',
    'lib0',
    'y-protocols',
    'prosemirror-model',
    'prosemirror-state',
    'prosemirror-transform',
    'prosemirror-view',
    '@tiptap/core',
    '@tiptap/pm',
    'react',
    'zod',
  ])('there is one copy of %s', (name) => {
    expect(house.copiesOf(lock, name)).toHaveLength(1)
  })

  test('TipTap is at one version throughout', () => {
    // y-tiptap is the binding to Yjs and counts its own versions.
    const packages = house
      .packagesOf(lock, '@tiptap')
      .filter((entry) => !entry.startsWith('@tiptap/y-tiptap '))
    expect(packages.length).toBeGreaterThan(5)
    expect(new Set(packages.map((entry) => entry.split(' ')[1])).size, packages.join(', ')).toBe(1)
  })

  test('no address of a registry stands in it: whoever installs, does so from their own', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
  })

  test('what is for other machines has its place in it too, or `npm ci` refuses it everywhere', () => {
    expect(house.lackingInLock(lock)).toEqual([])
    const lacking = { packages: { 'node_modules/a': { optionalDependencies: { 'a-arm64': '1.0.0' } } } }
    expect(house.lackingInLock(lacking)).toEqual(['a-arm64'])
  })

  test('a second copy deeper in the tree is seen', () => {
    const two = {
      packages: { 'node_modules/yjs': { version: '1' }, 'node_modules/a/node_modules/yjs': { version: '2' } },
    }
    expect(house.copiesOf(two, 'yjs')).toEqual(['1', '2'])
  })
})

describe('what comes from npm', () => {
  test('has a licence that lets people use Handslag under its own, and every exception is still needed', () => {
    expect(licenceFindings(readJson('package-lock.json'))).toEqual([])
    const lock = {
      packages: {
        '': { license: 'MIT' },
        'node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/a/node_modules/@b/c': { version: '2.0.0', license: 'GPL-3.0-or-later' },
        'node_modules/d': { version: '3.0.0' },
      },
    }
    const exceptions = [{ packages: /^e$/, licence: 'OFL-1.1', why: '' }]
    expect(licenceFindings(lock, exceptions)).toEqual([
      '@b/c 2.0.0: GPL-3.0-or-later is not on the list in tests/audit/licences.ts.',
      'd 3.0.0: no licence is not on the list in tests/audit/licences.ts.',
      'No package /^e$/ with OFL-1.1 is left: take out its exception.',
    ])
  })

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND Zlib', true],
    ['MIT AND GPL-2.0-only', false],
    ['GPL-2.0-only AND MIT OR ISC', true],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['(MIT OR ISC) AND (GPL-2.0-only)', false],
    ['', false],
  ])('the licence "%s" may come in: %s', (expression, may) => {
    expect(isPermissive(expression)).toBe(may)
  })

  test('known holes are told by package, and no answer of the registry is not taken for none', () => {
    const hole = {
      name: 'a',
      severity: 'high',
      range: '<2',
      via: [{ title: 'Reads too far', url: 'https://x' }, 'b'],
    }
    expect(readAudit(JSON.stringify({ vulnerabilities: { a: hole } }))).toEqual([
      'a <2: high; Reads too far https://x; through b',
    ])
    expect(readAudit('{"vulnerabilities":{}}')).toEqual([])
    expect([readAudit('{"error":{}}'), readAudit(''), readAudit('null')]).toEqual([null, null, null])
  })
})

describe('the files', () => {
  const code = sourcesIn([...SIDES, 'tests'], CODE)

  test('a file over 400 lines says first why it is one idea', () => {
    expect(code.flatMap(({ path, source }) => house.longWithoutReason(path, source))).toEqual([])
    const long = 'export {}\n'.repeat(401)
    expect(house.longWithoutReason('a.ts', long)).toHaveLength(1)
    expect(house.longWithoutReason('a.ts', `/* too short */\n${long}`)).toHaveLength(1)
    expect(
      house.longWithoutReason(
        'a.ts',
        `/** One table, read from top to bottom, that nobody may split. */\n${long}`,
      ),
    ).toEqual([])
  })

  test('names are kebab-case and name an idea', () => {
    expect(code.flatMap(({ path }) => house.nameless(path))).toEqual([])
    const bad = [
      'client/ui/Button.tsx',
      'shared/date_text.ts',
      'server/http/utils.ts',
      'shared/common/a.ts',
      'tests/support/test-helpers.ts',
    ]
    expect(bad.filter((path) => house.nameless(path).length === 0)).toEqual([])
  })

  test('every document of ours begins where Yjs is kept from tidying it', () => {
    const makesDocument = /new (?:Y\.)?Doc\(/
    const making = sourcesIn(SIDES, CODE).filter(({ source }) => makesDocument.test(source))
    expect(making.map(({ path }) => path)).toEqual(['shared/document/new-document.ts'])
  })

  test('no page asks for what a browser has on https alone, so that it can be tried in an office network without', () => {
    const secureAlone = /crypto\.(?:randomUUID|subtle)|navigator\.(?:clipboard|locks|wakeLock)\./
    const asking = sourcesIn(['client', 'shared'], CODE).filter(({ source }) => secureAlone.test(source))
    expect(asking.map(({ path }) => path)).toEqual([])
  })

  test('templates are data: no code stands among them', () => {
    expect(filesIn(['templates'], /\.[cm]?[jt]sx?$/)).toEqual([])
  })

  test('every room has a README', () => {
    const rooms = new Set(
      filesIn([...SIDES, 'templates'], /./)
        .filter((path) => path.split('/').length > 2)
        .map((path) =>
          path
            .split('/')
            .slice(0, path.startsWith('templates/') ? 1 : 2)
            .join('/'),
        ),
    )
    expect([...rooms].filter((room) => !existsSync(join(REPOSITORY, room, 'README.md')))).toEqual([])
  })
})

describe('the words on the screen', () => {
  test('no component has words of its own: they stand in the text tables', () => {
    const components = sourcesIn(['client'], /\.tsx$/).filter(({ path }) => !path.startsWith('client/text/'))
    expect(components.flatMap(({ path, source }) => house.wordsInMarkup(path, source))).toEqual([])
  })

  const words = [
    '<p>Opslaan</p>',
    "<>{'Opslaan'}</>",
    "<p>{saved ? 'Bewaard' : text.saving}</p>",
    '<p>{saved && `Artikel`}</p>',
    '<button aria-label="Sluiten" />',
    "<img alt={name ?? 'Foto'} />",
    '<Field label="Naam van de partij" />',
  ]
  test.each(words)('words in %s are seen', (markup) => {
    expect(house.wordsInMarkup('client/ui/a.tsx', `export const a = ${markup}`)).toHaveLength(1)
  })

  const noWords = [
    '<p>{text.save} · 1 × 2 &nbsp; €</p>',
    '<p className="big">{words[kind]}</p>',
    '<Field label="partyName" />',
  ]
  test.each(noWords)('%s has none', (markup) => {
    expect(house.wordsInMarkup('client/ui/a.tsx', `export const a = ${markup}`)).toEqual([])
  })

  test('the Dutch and the English table have the same keys, the same kinds and the same names in braces', async () => {
    const [dutch, english] = await Promise.all([textTable('nl'), textTable('en')])
    expect(dutch === null, 'one language without the other').toBe(english === null)
    expect(house.differencesOf(dutch, english)).toEqual([])
  })

  test('a missing key, an empty text, another kind and another name in braces are differences', () => {
    const dutch = { a: { b: 'Open' }, c: 'Dag {name}', d: (n: number) => `${n}`, e: 'vol', f: 'x' }
    const english = { a: {}, c: 'Hello {who}', d: 'one', e: ' ', f: 'x' }
    expect(house.differencesOf(dutch, english)).toEqual([
      'a.b: nl has a text, en has nothing.',
      'c: nl has a text with {name}, en has a text with {who}.',
      'd: nl has a function of 1, en has a text.',
      'e: nl has a text, en has an empty text.',
    ])
  })
})

/** The table that `client/text/<language>.ts` exports; null as long as there is none. */
async function textTable(language: string): Promise<unknown> {
  const file = join(REPOSITORY, 'client/text', `${language}.ts`)
  if (!existsSync(file)) return null
  const module: Record<string, unknown> = await import(file)
  const table = module[language] ?? module.default
  if (table === undefined) throw new Error(`client/text/${language}.ts exports no \`${language}\``)
  return table
}

describe('the tests', () => {
  const tests = sourcesIn(['tests', ...SIDES, 'templates'], TEST)

  test('every test runs and none sleeps', () => {
    expect(tests.flatMap(({ path, source }) => house.notRunOrAsleep(path, source))).toEqual([])
    const bad = [
      "test.skip('a', () => {})",
      "describe.only('a', () => {})",
      "it.skipIf(true)('a', () => {})",
      "test.concurrent.skip('a', () => {})",
      "xit('a', () => {})",
      'await new Promise((resolve) => setTimeout(resolve, 50))',
      'await page.waitForTimeout(50)',
      "import { setTimeout as wait } from 'node:timers/promises'",
    ]
    expect(bad.filter((source) => house.notRunOrAsleep('a.test.ts', source).length !== 1)).toEqual([])
  })

  test('every test file belongs to exactly one kind of test, so that none is left out', () => {
    const kinds = projects()
    const misplaced = tests.flatMap(({ path }) => {
      const names = kinds.filter(({ holds }) => holds(path)).map(({ name }) => name)
      return names.length === 1 ? [] : [`${path}: ${names.join(' and ') || 'no kind of test'}`]
    })
    expect(misplaced).toEqual([])
    expect(kinds.filter(({ holds }) => holds('tests/new-folder/a.test.ts'))).toEqual([])
  })
})

/** The kinds of test in vite.config.ts, each with the question which files it holds. */
function projects(): { name: string; holds: (path: string) => boolean }[] {
  return (config.test?.projects ?? []).flatMap((project) => {
    if (typeof project !== 'object' || !('test' in project) || !project.test) return []
    const { name, include = [], exclude = [] } = project.test
    const fits = (patterns: readonly string[], path: string) =>
      patterns.some((pattern) => matchesGlob(path, pattern))
    return [{ name: String(name), holds: (path: string) => fits(include, path) && !fits(exclude, path) }]
  })
}
