import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { type ESTree, Visitor } from 'vite'
import { lineAt, parseSource } from './syntax.ts'

/** One place where a source file names another file or a package. */
export type Import = {
  /** As written; null when it is computed, so that nobody can tell what it names. */
  specifier: string | null
  /** Whether it vanishes when the types do (`import type`). */
  typeOnly: boolean
  line: number
}

/** What an import points at: a file of the repository, or a package (`node:fs` for what Node brings). */
export type Target = { file: string } | { package: string }

/**
 * Every import of a TypeScript source: import and export-from, `import()`, `import('…').Type`, `import.meta.glob`, and
 * workers named by `new URL('…', import.meta.url)`. Throws with file and complaint when the source does not parse.
 */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = []
  const add = (node: ESTree.Node, argument: ESTree.Node | null | undefined, typeOnly = false) =>
    found.push({ specifier: literal(argument), typeOnly, line: lineAt(source, node.start) })

  new Visitor({
    ImportDeclaration: (node) => add(node, node.source, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source, node.exportKind === 'type')
    },
    ImportExpression: (node) => add(node, node.source),
    TSImportType: (node) => add(node, node.source, true),
    CallExpression: (node) => {
      if (isMetaProperty(node.callee, 'glob')) add(node, node.arguments[0])
    },
    NewExpression: (node) => {
      const [path, base] = node.arguments
      const isHere =
        node.callee.type === 'Identifier' && node.callee.name === 'URL' && isMetaProperty(base, 'url')
      if (isHere && /\.[cm]?[jt]sx?$/.test(literal(path) ?? '')) add(node, path)
    },
  }).visit(parseSource(file, source))
  return found
}

/** Where an import leads. Relative ones become a path from the top of the repository, without Vite's `?worker` and such. */
export function targetOf(file: string, specifier: string): Target {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('.')) return { file: posix.join(posix.dirname(file), plain) }
  if (plain.startsWith('/')) return { file: plain.slice(1) }
  if (isBuiltin(plain)) return { package: plain.startsWith('node:') ? plain : `node:${plain}` }
  const [first = '', second = ''] = plain.split('/')
  return { package: first.startsWith('@') ? `${first}/${second}` : first }
}

function literal(node: ESTree.Node | null | undefined): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/** Whether a node is `import.meta.<name>`. */
function isMetaProperty(node: ESTree.Node | undefined, name: string): boolean {
  return (
    node?.type === 'MemberExpression' &&
    node.object.type === 'MetaProperty' &&
    node.property.type === 'Identifier' &&
    node.property.name === name
  )
}
