import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { describeFound } from '../support/message.ts'
import type { PlacedMessage, Reading } from './placed-message.ts'

export type Path = readonly (string | number)[]

/** A parsed YAML file that can tell where in its text a value stands. */
export type YamlSource = {
  file: string
  data: unknown
  /** A message about the value at a path, or about `token` inside its text; a missing value is placed at its parent. */
  messageAt(path: Path, reason: string, expected: string, found: string, token?: string): PlacedMessage
}

/** Template files are a few dozen kilobytes; more is a mistake or an attack. */
const MAX_LENGTH = 1_000_000

/**
 * Reads one YAML 1.2 file, without anchors and aliases: a text that people diff says everything where it stands.
 * Gives messages with line and column for bad YAML; never throws.
 */
export function readYaml(text: string, file: string): Reading<YamlSource> {
  const fault = (
    reason: string,
    expected: string,
    found: string,
    line = 1,
    column = 1,
  ): Reading<YamlSource> => ({
    ok: false,
    messages: [{ file, line, column, path: '', reason, expected, found }],
  })
  if (text.length > MAX_LENGTH)
    return fault('too_large', `at most ${MAX_LENGTH} characters`, `${text.length} characters`)
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
    const messages = [...yamlFaults(document, file, lines), ...foreignNodes(document, text, file, lines)]
    if (messages.length > 0) return { ok: false, messages }
    return { ok: true, value: source(document, text, file, lines) }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, messages: [tooDeep(file)] }
    throw error
  }
}

/** The parser goes down one call per level of nesting, so text made of brackets can exhaust the stack. */
function tooDeep(file: string): PlacedMessage {
  const expected = 'a file with a few levels of nesting'
  return { file, line: 1, column: 1, path: '', reason: 'too_deep', expected, found: 'too many levels' }
}

function yamlFaults(document: Document, file: string, lines: LineCounter): PlacedMessage[] {
  return document.errors.map((error) => {
    if (/call stack/i.test(error.message)) return tooDeep(file)
    const { line, col } = lines.linePos(error.pos[0])
    const reason = error.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'bad_yaml'
    const expected = reason === 'duplicate_key' ? 'each key once in a mapping' : 'YAML 1.2'
    return { file, line, column: col, path: '', reason, expected, found: error.message }
  })
}

/** Aliases, and the mapping that YAML makes of text that begins with `{{` without quotes. */
function foreignNodes(document: Document, text: string, file: string, lines: LineCounter): PlacedMessage[] {
  const messages: PlacedMessage[] = []
  const add = (node: Node, reason: string, expected: string, found: string) => {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0)
    messages.push({ file, line, column: col, path: '', reason, expected, found })
  }
  visit(document, {
    Node(_, node) {
      const start = node.range?.[0] ?? 0
      if (isAlias(node)) add(node, 'alias', 'the value itself', `an alias, *${node.source}`)
      else if (isMap(node) && text.startsWith('{{', start)) {
        add(node, 'unquoted_braces', 'quotes around text that begins with {{', lineFrom(text, start))
        return visit.SKIP
      }
      return undefined
    },
  })
  return messages
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return describeFound(text.slice(start, end < 0 ? undefined : end))
}

function source(document: Document, text: string, file: string, lines: LineCounter): YamlSource {
  return {
    file,
    data: document.toJS() as unknown,
    messageAt(path, reason, expected, found, token) {
      const node = nodeAt(document, path, ABOUT_KEYS.includes(reason))
      const { line, col } = lines.linePos(offsetIn(node, text, token))
      return { file, line, column: col, path: path.join('.'), reason, expected, found }
    },
  }
}

/** Reasons that say something about the key of an entry, not about its value. */
const ABOUT_KEYS: readonly string[] = ['unknown_key', 'unknown_path', 'unknown_field']

/** Where a node begins, or the first `token` inside it. */
function offsetIn(node: Node | null, text: string, token: string | undefined): number {
  const [start, end] = node?.range ?? [0, 0]
  if (token === undefined) return start
  const found = text.indexOf(token, start)
  return found >= 0 && found < end ? found : start
}

/** The value at a path, or its key; of a missing value, what stands nearest above it. */
function nodeAt(document: Document, path: Path, key: boolean): Node | null {
  let node: Node | null = document.contents
  for (const [depth, step] of path.entries()) {
    const entry = entryOf(node, step)
    if (entry === null) return node
    const last = depth === path.length - 1
    const next = (last && key) || entry.value === null ? (entry.key ?? entry.value) : entry.value
    if (next === null) return node
    node = next
  }
  return node
}

/** One entry of a mapping or list; its value is null where nothing is written. */
function entryOf(node: Node | null, step: string | number): { key: Node | null; value: Node | null } | null {
  if (!isCollection(node)) return null
  for (const [index, item] of node.items.entries()) {
    if (!isPair(item)) {
      if (index === step && isNode(item)) return { key: null, value: item }
    } else if (isScalar(item.key) && item.key.value === step) {
      return { key: item.key, value: isNode(item.value) && !isBlank(item.value) ? item.value : null }
    }
  }
  return null
}

function isBlank(node: Node): boolean {
  return isScalar(node) && node.value === null
}
