import { importsOf, type Target, targetOf } from './imports.ts'

/** What one room may import. Its own files it may always import. */
export type Fence = {
  /** A folder two deep, or a side of the house for the files that stand directly in it. */
  room: string
  /** Rooms it may import; `server/*` are all rooms of the server. */
  rooms: readonly string[]
  /** Rooms of which it may import the interface: `import type` and nothing else. */
  interfaces?: readonly string[]
  packages: { only: readonly string[] } | { not: readonly string[] }
  /** The rule as people say it; printed with every breach. */
  sentence: string
}

const CORE =
  'shared/support ← agreement ← template, advice, outline ← word ← returned: only leftwards; plus zod (support also a hash, template also yaml, word ' +
  'also docx, word and returned a zip and an XML library). No Node, DOM, React.'
const DOCUMENT =
  'shared/editor, shared/protocol ← shared/document: they import agreement and support, plus zod, Yjs and TipTap core. No Node, DOM, React.'
const CLIENT_SENTENCE =
  'Nothing of the server or of Node in the client; only client/connection touches the network.'

const YJS = ['yjs', 'lib0', 'y-protocols', 'fractional-indexing']
const TIPTAP_CORE = ['@tiptap/core', '@tiptap/pm', '@tiptap/extension-*', '@tiptap/y-tiptap']
const REACT = ['react', 'react-dom', 'react-aria-components', 'react-aria', 'react-stately', '@tiptap/react']
const BROWSER = [...REACT, 'y-websocket', 'y-indexeddb', '@fontsource/*']
const HTTP = ['fastify', '@fastify/*', 'ws', 'node:http*', 'node:net', 'node:tls']
const SERVER = [...HTTP, 'node:*', 'kysely', 'pino', 'prom-client', 'vite', '@vitejs/*']

/** "Who may import whom". A room that is not here may not be: it needs its line first. */
export const FENCES: readonly Fence[] = [
  { room: 'shared/support', rooms: [], packages: { only: ['zod', '@noble/hashes'] }, sentence: CORE },
  { room: 'shared/agreement', rooms: ['shared/support'], packages: { only: ['zod'] }, sentence: CORE },
  {
    room: 'shared/template',
    rooms: ['shared/support', 'shared/agreement'],
    packages: { only: ['zod', 'yaml'] },
    sentence: CORE,
  },
  {
    room: 'shared/advice',
    rooms: ['shared/support', 'shared/agreement'],
    packages: { only: ['zod'] },
    sentence: CORE,
  },
  {
    room: 'shared/outline',
    rooms: ['shared/support', 'shared/agreement'],
    packages: { only: ['zod'] },
    sentence: CORE,
  },
  {
    room: 'shared/word',
    rooms: ['shared/support', 'shared/agreement', 'shared/template', 'shared/advice', 'shared/outline'],
    packages: { only: ['zod', 'docx', 'fflate', '@xmldom/xmldom', 'saxes', 'fast-xml-parser'] },
    sentence: CORE,
  },
  {
    room: 'shared/returned',
    // Of the document the addresses of its fields and the words of its paragraphs: what a change is proposed against.
    rooms: ['shared/support', 'shared/agreement', 'shared/document', 'shared/outline', 'shared/word'],
    packages: { only: ['zod', 'fflate', 'saxes'] },
    sentence: CORE,
  },
  {
    room: 'shared/editor',
    rooms: ['shared/support', 'shared/agreement'],
    packages: { only: ['zod', ...YJS, ...TIPTAP_CORE] },
    sentence: DOCUMENT,
  },
  {
    room: 'shared/protocol',
    rooms: ['shared/support', 'shared/agreement'],
    packages: { only: ['zod', ...YJS] },
    sentence: DOCUMENT,
  },
  {
    room: 'shared/document',
    rooms: ['shared/support', 'shared/agreement', 'shared/editor', 'shared/protocol'],
    packages: { only: ['zod', ...YJS, ...TIPTAP_CORE] },
    sentence: DOCUMENT,
  },
  {
    room: 'server/config',
    rooms: ['shared/support'],
    // node:net tells whether a text is an address; it opens nothing here.
    packages: { not: [...BROWSER, 'fastify', '@fastify/*', 'ws', 'node:http*', 'kysely', 'yjs'] },
    sentence: 'server/config imports shared/support alone.',
  },
  {
    room: 'server/storage',
    rooms: ['shared/support'],
    interfaces: ['shared/protocol'],
    packages: { not: [...BROWSER, ...HTTP, ...YJS, ...TIPTAP_CORE] },
    sentence:
      'server/storage imports shared/support, and the words of shared/protocol (import type); it knows no HTTP, no socket, no Yjs.',
  },
  {
    room: 'server/access',
    rooms: ['shared/*'],
    packages: { only: ['zod', 'node:crypto'] },
    sentence: 'server/access imports shared and no other server room: who may do what is pure.',
  },
  {
    room: 'server/people',
    rooms: ['shared/*', 'server/access'],
    interfaces: ['server/storage'],
    packages: { not: [...BROWSER, ...HTTP, 'kysely'] },
    sentence: "server/people imports shared, access, and storage's interface (import type).",
  },
  {
    room: 'server/agreements',
    rooms: ['shared/*', 'server/access'],
    interfaces: ['server/storage'],
    packages: { not: [...BROWSER, ...HTTP, 'kysely'] },
    sentence: "server/agreements imports shared, access, and storage's interface (import type).",
  },
  {
    room: 'server/office',
    rooms: ['shared/protocol', 'shared/support', 'server/access'],
    packages: { only: ['node:*'] },
    sentence:
      'server/office imports shared/protocol and access: it makes files of files, and knows no agreement.',
  },
  {
    room: 'server/rooms',
    rooms: ['shared/*', 'server/access'],
    interfaces: ['server/storage'],
    packages: { not: [...BROWSER, ...HTTP, 'kysely'] },
    sentence:
      "server/rooms imports shared, access, and storage's interface (import type); sockets only through its own small interface.",
  },
  {
    room: 'server/http',
    rooms: ['shared/*', 'server/access', 'server/people', 'server/agreements', 'server/rooms'],
    packages: { not: [...BROWSER, 'kysely'] },
    sentence: 'server/http imports shared, access, people, agreements, rooms; never storage.',
  },
  {
    room: 'server/commands',
    rooms: ['shared/*', 'server/*', 'server', 'templates', ''],
    packages: { not: [...BROWSER] },
    sentence: 'server/commands imports everything in server, and shared; nothing of the client.',
  },
  {
    room: 'server',
    rooms: ['shared/*', 'server/*', 'templates', ''],
    packages: { not: [...BROWSER] },
    sentence: 'server/main.ts imports everything in server, and shared; nothing of the client.',
  },
  {
    room: 'client/ui',
    rooms: [],
    // Fonts are appearance; the dates of React Aria's fields are @internationalized/date.
    packages: {
      only: [
        'react',
        'react-dom',
        'react-aria-components',
        'react-aria',
        'react-stately',
        '@internationalized/date',
        '@fontsource/*',
      ],
    },
    sentence: 'client/ui imports React and React Aria only; it knows no agreement.',
  },
  {
    room: 'client/text',
    rooms: ['shared/*'],
    packages: { only: ['react'] },
    sentence: 'client/text holds the words on the screen; it imports shared and React.',
  },
  {
    room: 'client/offered',
    rooms: ['shared/*'],
    packages: { only: ['zod', ...YJS] },
    sentence: 'client/offered imports shared; who finds lost words hands them in, a screen draws them.',
  },
  {
    room: 'client/connection',
    rooms: ['shared/*', 'client/offered'],
    packages: { not: SERVER },
    sentence: `client/connection imports shared and client/offered. ${CLIENT_SENTENCE}`,
  },
  {
    room: 'client/forms',
    rooms: ['shared/*', 'client/ui', 'client/text'],
    packages: { not: [...SERVER, 'y-websocket'] },
    sentence: `client/forms imports shared, client/ui, client/text; the document comes in as an argument. ${CLIENT_SENTENCE}`,
  },
  {
    room: 'client/editor',
    rooms: ['shared/*', 'client/ui', 'client/text'],
    packages: { not: [...SERVER, 'y-websocket'] },
    sentence: `client/editor imports shared, client/ui, client/text; the document comes in as an argument. ${CLIENT_SENTENCE}`,
  },
  {
    room: 'client/screens',
    rooms: [
      'shared/*',
      'client/ui',
      'client/text',
      'client/connection',
      'client/offered',
      'client/forms',
      'client/editor',
    ],
    packages: { not: [...SERVER, 'y-websocket'] },
    sentence: `client/screens imports shared and all client rooms except app. ${CLIENT_SENTENCE}`,
  },
  {
    room: 'client/app',
    rooms: ['shared/*', 'client/screens', 'client/connection', 'client/text', 'client/ui'],
    packages: { not: [...SERVER, 'y-websocket'] },
    sentence: `client/app imports shared, screens, connection, text, ui. ${CLIENT_SENTENCE}`,
  },
  {
    room: 'client',
    rooms: ['client/app', 'client/text', 'client/ui', 'client/connection'],
    packages: { not: [...SERVER, 'y-websocket'] },
    sentence: `client/main.tsx starts the page: it imports app, connection, text, ui. ${CLIENT_SENTENCE}`,
  },
  {
    room: 'templates',
    rooms: [],
    packages: { only: [] },
    sentence: 'templates import nothing: they are data, parsed by shared/template.',
  },
]

const UNKNOWN_ROOM =
  'is in no room of the table: give it a line in tests/support/fences.ts, with its sentence, or move the file.'
const COMPUTED = 'An import that is computed cannot be checked; name the file or package in quotes.'
const TESTS = 'Nothing imports tests.'

/** The room a file stands in: two folders deep in the sides of the house, else its first folder. Empty for the top. */
export function roomOf(file: string): string {
  const [side = '', second, third] = file.split('/')
  if (second === undefined) return ''
  return third === undefined || side === 'templates' || side === 'tests' ? side : `${side}/${second}`
}

/** Every breach of a fence in one source file, each as: file and line, what it imports, the sentence of the rule. */
export function breachesIn(file: string, source: string): string[] {
  const room = roomOf(file)
  const fence = FENCES.find((candidate) => candidate.room === room)
  if (!fence) return [`${file}: ${room || 'the top'} ${UNKNOWN_ROOM}`]
  return importsOf(file, source).flatMap(({ specifier, typeOnly, line }) => {
    const why = specifier === null ? COMPUTED : breachOf(fence, targetOf(file, specifier), typeOnly)
    return why === null ? [] : [`${file}:${line} imports ${specifier ?? 'what it computes'}. ${why}`]
  })
}

function breachOf(fence: Fence, target: Target, typeOnly: boolean): string | null {
  if ('package' in target) return mayUse(fence, target.package) ? null : fence.sentence
  const room = roomOf(target.file)
  if (room === 'tests') return TESTS
  const isAllowed =
    room === fence.room || matches(fence.rooms, room) || (typeOnly && matches(fence.interfaces ?? [], room))
  return isAllowed ? null : fence.sentence
}

function mayUse({ packages }: Fence, name: string): boolean {
  return 'only' in packages ? matches(packages.only, name) : !matches(packages.not, name)
}

function matches(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name,
  )
}
