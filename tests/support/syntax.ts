import { type ESTree, parseSync } from 'vite'

/** The syntax tree of a TypeScript source. Throws with file and complaint when it does not parse. */
export function parseSource(file: string, source: string): ESTree.Program {
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  return program
}

/** The line on which an offset stands, from 1. */
export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

/** The last name of an expression: `fetch` of `fetch` and of `window.fetch`. Empty when it has none. */
export function lastName(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : ''
}
