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
    // The parser goes down one call per level of nesting, so text made of brackets can exhaust the stack.
    if (error instanceof RangeError)
      return fault('too_deep', 'a file with a few levels of nesting', 'too many levels')
    throw error
  }
}

function yamlFaults(document: Document, file: string, lines: LineCounter): PlacedMessage[] {
  return document.errors.map((error) => {
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
      const { line, col } = lines.linePos(offsetOf(document, text, path, token))
      return { file, line, column: col, path: path.join('.'), reason, expected, found }
    },
  }
}

/** Where a value begins; of a value in a mapping without text of its own, where its key begins. */
function offsetOf(document: Document, text: string, path: Path, token: string | undefined): number {
  const node = nearestNode(document, path)
  const [start, end] = node?.range ?? [0, 0]
  if (token === undefined) return start
  const found = text.indexOf(token, start)
  return found >= 0 && found < end ? found : start
}

/** The key of an unwanted or empty entry, the value of any other, or what stands nearest above a missing one. */
function nearestNode(document: Document, path: Path): Node | null {
  let node: unknown = document.contents
  for (const step of path) {
    if (!isCollection(node)) break
    const item = node.items.find((entry, index) =>
      isPair(entry) ? isScalar(entry.key) && entry.key.value === step : index === step,
    )
    if (item === undefined) break
    const value: unknown = isPair(item) ? item.value : item
    if (!isNode(value) || (isScalar(value) && value.value === null && isPair(item)))
      return isPair(item) && isNode(item.key) ? item.key : (node as Node)
    node = value
  }
  return isNode(node) ? node : null
}
