import { describe, expect, test } from 'vitest'
import { closedEdgesIn } from '../support/edges.ts'
import { breachesIn } from '../support/fences.ts'
import { sourcesIn } from '../support/sources.ts'

const SIDES = ['client', 'server', 'shared', 'templates']
const sources = sourcesIn(SIDES, /\.[cm]?[jt]sx?$/)

test('every import in the house keeps to the table of who may import whom', () => {
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.flatMap(({ path, source }) => breachesIn(path, source))).toEqual([])
})

test('network and environment are touched by the rooms that own them alone', () => {
  expect(sources.flatMap(({ path, source }) => closedEdgesIn(path, source))).toEqual([])
})

describe('the fence bites', () => {
  const refused: [where: string, what: string, code: string][] = [
    ['shared/support/a.ts', 'a room to its right', "import { party } from '../agreement/party.ts'"],
    ['shared/advice/a.ts', 'a room beside it', "import { outline } from '../outline/outline.ts'"],
    [
      'shared/outline/a.ts',
      'the type of a room to its right',
      "import type { Style } from '../word/style.ts'",
    ],
    ['shared/agreement/a.ts', 'Node by its short name', "import { readFileSync } from 'fs'"],
    ['shared/outline/a.ts', 'a package for Word alone', "import { Paragraph } from 'docx'"],
    ['shared/editor/a.ts', 'React through TipTap', "import { ReactNodeViewRenderer } from '@tiptap/react'"],
    ['shared/document/a.ts', 'the writers of Word', "export * from '../word/write.ts'"],
    ['shared/protocol/a.ts', 'a type by name in passing', "export type A = import('../word/write.ts').A"],
    ['shared/a.ts', 'nothing, but stands in no room', "import { z } from 'zod'"],
    ['shared/helpers/a.ts', 'nothing, but stands in a room without a line', 'export {}'],
    ['server/storage/a.ts', 'a room', "import type { Room } from '../rooms/room.ts'"],
    ['server/storage/a.ts', 'Yjs', "import * as Y from 'yjs'"],
    ['server/storage/a.ts', 'HTTP', "import { createServer } from 'node:http'"],
    ['server/access/a.ts', 'another server room', "import { load } from '../people/load.ts'"],
    ['server/people/a.ts', 'more of storage than its interface', "import { open } from '../storage/open.ts'"],
    ['server/rooms/a.ts', 'sockets', "import { WebSocketServer } from 'ws'"],
    ['server/http/a.ts', 'even the interface of storage', "import type { Log } from '../storage/log.ts'"],
    ['server/http/a.ts', 'the client, late', "const page = await import('../../client/app/app.tsx')"],
    ['server/main.ts', 'tests', "import { seed } from '../tests/support/seed.ts'"],
    ['server/commands/a.ts', 'what nobody can tell', 'const module = await import(name)'],
    ['client/ui/a.tsx', 'the agreement', "import type { Party } from '../../shared/agreement/party.ts'"],
    ['client/ui/a.tsx', 'the words', "import { nl } from '../text/nl.ts'"],
    ['client/forms/a.tsx', 'the editor', "import { Editor } from '../editor/editor.tsx'"],
    ['client/editor/a.tsx', 'the connection', "import { connect } from '../connection/connect.ts'"],
    ['client/screens/a.tsx', 'app', "import { routes } from '../app/routes.ts'"],
    ['client/screens/a.tsx', 'the live connection of another package', "import { x } from 'y-websocket'"],
    ['client/app/a.tsx', 'the server', "import { start } from '../../server/main.ts'"],
    [
      'client/connection/a.ts',
      'a worker of the editor',
      "new Worker(new URL('../editor/w.ts', import.meta.url))",
    ],
    ['client/text/a.ts', 'a screen by pattern', "import.meta.glob('../screens/*.tsx')"],
    ['templates/agreements/a.ts', 'anything', "import { z } from 'zod'"],
  ]
  test.each(refused)('%s may not import %s', (file, _what, code) => {
    const [breach = '', ...more] = breachesIn(file, code)
    expect(more).toEqual([])
    expect(breach).toContain(file)
    expect(breach).toMatch(/( imports .+\. | is in no room ).{20,}\.$/)
  })

  const allowed: [where: string, what: string, code: string][] = [
    [
      'shared/agreement/a.ts',
      'what stands left, itself and zod',
      "import '../support/a.ts'; import './b.ts'; import 'zod'",
    ],
    ['shared/word/a.ts', 'the outline and docx', "import '../outline/a.ts'; import 'docx'"],
    ['shared/document/a.ts', 'the editor and Yjs', "import '../editor/a.ts'; import * as Y from 'yjs'"],
    ['server/rooms/a.ts', "storage's interface", "import type { Log } from '../storage/log.ts'"],
    ['server/main.ts', 'everything in server', "import './storage/open.ts'; import './http/serve.ts'"],
    [
      'client/ui/a.tsx',
      'React, React Aria and its own style',
      "import 'react'; import 'react-aria-components'; import './a.css'",
    ],
    [
      'client/screens/a.tsx',
      'the editor and the appearance',
      "import '../editor/a.tsx'; import '../ui/a.tsx'",
    ],
    ['client/main.tsx', 'app', "import { App } from './app/app.tsx'"],
  ]
  test.each(allowed)('%s may import %s', (file, _what, code) => {
    expect(breachesIn(file, code)).toEqual([])
  })

  test('a breach tells file, line, import and the sentence', () => {
    expect(breachesIn('client/ui/a.tsx', "\nimport { nl } from '../text/nl.ts'")).toEqual([
      'client/ui/a.tsx:2 imports ../text/nl.ts. client/ui imports React and React Aria only; it knows no agreement.',
    ])
  })

  const touched: [where: string, code: string][] = [
    ['client/screens/a.tsx', "await fetch('/api/v1/templates')"],
    ['client/forms/a.ts', "new WebSocket('/sync/a')"],
    ['client/main.tsx', "window.fetch('/healthz')"],
    ['server/http/a.ts', 'const port = process.env.PORT'],
    ['shared/word/a.ts', 'const { TZ } = process.env'],
  ]
  test.each(touched)('%s may not say %s', (file, code) => {
    expect(closedEdgesIn(file, code)).toHaveLength(1)
  })

  test('the rooms that own an edge may touch it', () => {
    expect(closedEdgesIn('client/connection/a.ts', "await fetch('/api')")).toEqual([])
    expect(closedEdgesIn('server/config/a.ts', 'process.env')).toEqual([])
    expect(closedEdgesIn('server/main.ts', 'readConfig(process.env)')).toEqual([])
  })

  test('a source that does not parse is named instead of passed over', () => {
    expect(() => breachesIn('client/ui/a.tsx', 'import {')).toThrow(/client\/ui\/a\.tsx/)
  })
})
