import { type ESTree, Visitor } from 'vite'
import { roomOf } from './fences.ts'
import { lastName, lineAt, parseSource } from './syntax.ts'

/** Something outside the program that only some rooms may touch, whatever they import. */
type Edge = {
  sentence: string
  /** Whether files of this room are kept from it. */
  isClosedTo: (room: string) => boolean
  /** Whether a piece of code touches it. */
  isTouchedBy: (node: ESTree.Node) => boolean
}

const EDGES: readonly Edge[] = [
  {
    sentence: 'client/connection is the only room of the client that touches the network.',
    isClosedTo: (room) => /^client(\/|$)/.test(room) && room !== 'client/connection',
    isTouchedBy: (node) =>
      (node.type === 'CallExpression' && /^(fetch|sendBeacon)$/.test(lastName(node.callee))) ||
      (node.type === 'NewExpression' &&
        /^(WebSocket|EventSource|XMLHttpRequest)$/.test(lastName(node.callee))),
  },
  {
    sentence: 'server/config is the only reader of the environment; the programs that start hand it over.',
    isClosedTo: (room) => /^(server\/(?!config$|commands$)|shared\/|client)/.test(room),
    isTouchedBy: (node) =>
      node.type === 'MemberExpression' && lastName(node.object) === 'process' && lastName(node) === 'env',
  },
]

/** Every place in a source file where it touches an edge that is closed to its room, with the sentence of the rule. */
export function closedEdgesIn(file: string, source: string): string[] {
  const closed = EDGES.filter((edge) => edge.isClosedTo(roomOf(file)))
  if (closed.length === 0) return []
  const look = (node: ESTree.Node): string[] =>
    closed
      .filter((edge) => edge.isTouchedBy(node))
      .map((edge) => `${file}:${lineAt(source, node.start)}. ${edge.sentence}`)

  const found: string[] = []
  const collect = (node: ESTree.Node) => void found.push(...look(node))
  new Visitor({ CallExpression: collect, NewExpression: collect, MemberExpression: collect }).visit(
    parseSource(file, source),
  )
  return found
}
