import { type ESTree, Visitor } from 'vite'
import { importsOf } from './imports.ts'
import { lastName, lineAt, parseSource } from './syntax.ts'

/** The rules of the house that a machine can see. Each takes names or one source and gives every breach as a sentence. */

const TOP = ['client', 'server', 'shared', 'templates', 'tests']
const TOP_FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'README.md',
  'LICENSE',
  'biome.json',
  'Dockerfile',
  'compose.yaml',
]
/** Made by running the product, and kept out of the repository by `.gitignore`. */
const MADE = ['node_modules', 'dist', 'data']

/** What stands at the top and does not belong there. Dotfiles are what tools insist on. */
export function surplusAtTop(names: readonly string[]): string[] {
  const known = [...TOP, ...TOP_FILES, ...MADE]
  return names.filter((name) => !known.includes(name) && !name.startsWith('.') && !name.endsWith('.log'))
}

/** The parts of package-lock.json that the rules read. */
export type LockFile = {
  packages: Record<
    string,
    { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }
  >
}

/** The versions of a package in the tree, one for each copy. */
export function copiesOf(lock: LockFile, name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? 'no version')
}

/** The names and versions of a scope's packages, as `@scope/name 1.2.3`. */
export function packagesOf(lock: LockFile, scope: string): string[] {
  return Object.entries(lock.packages)
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version}`)
    .filter((entry) => entry.startsWith(`${scope}/`))
}

/** Packages for other machines that an entry names and that have no entry: without them `npm ci` refuses the lock file. */
export function lackingInLock(lock: LockFile): string[] {
  const named = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  )
  return [...new Set(named)].filter((name) => copiesOf(lock, name).length === 0)
}

const LINES = 400

/** A file over 400 lines whose first words are not a comment that says why it is one idea. */
export function longWithoutReason(file: string, source: string): string[] {
  const lines = source.trimEnd().split('\n').length
  const isExplained = /^\/\*.{40,}?\*\//s.test(source) || /^\/\/ .{40,}/.test(source)
  return lines <= LINES || isExplained
    ? []
    : [`${file}: ${lines} lines; over ${LINES} the file begins with a comment that says why it is one idea.`]
}

const FILE_NAME = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.[a-z]+$/
const VAGUE = /(^|[/-])(utils?|helpers?|managers?|common|misc)([-./]|$)/

/** A source file whose name is not kebab-case or names no idea. */
export function nameless(file: string): string[] {
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (!FILE_NAME.test(name)) return [`${file}: files are kebab-case.`]
  return VAGUE.test(file) ? [`${file}: no utils, helpers, managers, common; name the idea.`] : []
}

const HELD_BACK = /^(only|skip|todo|fixme|fails|skipIf|runIf)$/
const TEST_WORDS = /^(test|it|describe|suite|bench|context|ctx)$/

/** Tests that are held back, alone or expected to fail, and tests that sleep instead of awaiting what they need. */
export function notRunOrAsleep(file: string, source: string): string[] {
  const found: string[] = []
  const tell = (node: ESTree.Node, why: string) => found.push(`${file}:${lineAt(source, node.start)}: ${why}`)
  new Visitor({
    MemberExpression: (node) => {
      if (HELD_BACK.test(lastName(node)) && TEST_WORDS.test(rootName(node)))
        tell(node, `every test runs; no .${lastName(node)}.`)
    },
    CallExpression: (node) => {
      const name = lastName(node.callee)
      if (/^x(it|test|describe)$/.test(name)) tell(node, `every test runs; no ${name}.`)
      const sleeps =
        name === 'waitForTimeout' || (name === 'setTimeout' && node.arguments[0]?.type === 'Identifier')
      if (sleeps) tell(node, 'no sleeps: await the event, poll the fact, or hand in a clock.')
    },
  }).visit(parseSource(file, source))
  for (const { specifier, line } of importsOf(file, source)) {
    if (specifier?.endsWith('timers/promises'))
      found.push(`${file}:${line}: no sleeps: await the event, poll the fact, or hand in a clock.`)
  }
  return found
}

const SPOKEN = /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder)$/
const LABELS = /^(label|description|errorMessage)$/
const LETTERS = /\p{L}/u

/**
 * Words in the markup of a component: text between tags, text in braces between tags, and the attributes that people
 * see or hear. They belong in the text tables of `client/text`.
 */
export function wordsInMarkup(file: string, source: string): string[] {
  const found: string[] = []
  const tell = (node: ESTree.Node, words: string) =>
    found.push(`${file}:${lineAt(source, node.start)}: “${words.trim()}” belongs in client/text.`)
  const child = (node: ESTree.Node) => {
    if (node.type === 'JSXText' && LETTERS.test(withoutEntities(node.value))) tell(node, node.value)
    if (node.type === 'JSXExpressionContainer')
      for (const words of wordsOf(node.expression)) if (LETTERS.test(words)) tell(node, words)
  }
  new Visitor({
    JSXElement: (node) => node.children.forEach(child),
    JSXFragment: (node) => node.children.forEach(child),
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value
      for (const words of value ? wordsOf(value) : []) {
        // A lone lower-case word under `label` may be the key of a text; a sentence may not.
        const isSentence = LABELS.test(name) && /^\p{Lu}|\s/u.test(words)
        if (LETTERS.test(words) && (SPOKEN.test(name) || isSentence)) tell(node, words)
      }
    },
  }).visit(parseSource(file, source))
  return found
}

/** The texts that an expression can be on the screen, as far as it says so itself. */
function wordsOf(node: ESTree.Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return node.quasis.map((part) => part.value.raw)
    case 'ConditionalExpression':
      return [...wordsOf(node.consequent), ...wordsOf(node.alternate)]
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : wordsOf(node.left)), ...wordsOf(node.right)]
    default:
      return []
  }
}

const withoutEntities = (text: string) => text.replace(/&#?\w+;/g, '')

/** Where two text tables differ: a key that one lacks, another kind of value, other names in braces. */
export function differencesOf(dutch: unknown, english: unknown, path = ''): string[] {
  if (isTable(dutch) && isTable(english)) {
    const keys = [...new Set([...Object.keys(dutch), ...Object.keys(english)])]
    return keys.flatMap((key) =>
      differencesOf(dutch[key], english[key], path === '' ? key : `${path}.${key}`),
    )
  }
  const [dutchShape, englishShape] = [shapeOf(dutch), shapeOf(english)]
  return dutchShape === englishShape ? [] : [`${path}: nl has ${dutchShape}, en has ${englishShape}.`]
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function') return `a function of ${value.length}`
  if (typeof value !== 'string') return isTable(value) ? 'a table' : typeof value
  if (value.trim() === '') return 'an empty text'
  const names = [...new Set(value.match(/\{\w+\}/g))].sort()
  return names.length > 0 ? `a text with ${names.join(' ')}` : 'a text'
}

function rootName(node: ESTree.Node): string {
  if (node.type === 'MemberExpression') return rootName(node.object)
  if (node.type === 'CallExpression') return rootName(node.callee)
  return node.type === 'Identifier' ? node.name : ''
}
