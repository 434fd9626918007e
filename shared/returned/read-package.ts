import type { ReturnTrouble } from '../agreement/returned-change.ts'
import { isForeignKind, isProgramKind, isProgramPart, isProgramType, refuseDangers } from './dangers.ts'
import { decodeXml } from './decode-xml.ts'
import { LIMITS } from './limits.ts'
import { readOldOfficeFile } from './old-office-file.ts'
import { Refused } from './refused.ts'
import {
  isFetched,
  ownerOf,
  partAt,
  type Relationship,
  readContentTypes,
  readRelationships,
} from './relationships.ts'
import { walkXml, XmlError } from './walk-xml.ts'
import { readZipDirectory, unpack, type ZipEntry } from './zip.ts'

/** The text of the parts that a return is read from, by name. Every one of them can be read by `parseXml`. */
export type PackageParts = ReadonlyMap<string, string>

/**
 * A part that belongs to the main text or to the file as a whole: what it is (`comments`, `customXml`, `custom-properties`), under which id, and
 * its name in `PackageParts`. Custom XML that can not be read is not there.
 */
export type RelatedPart = { kind: string; id: string; name: string }

export type WordPackage = {
  /** Name of the part with the main text. */
  main: string
  parts: PackageParts
  related: readonly RelatedPart[]
  /** Names of what is there and is not unpacked: pictures, fonts, themes. */
  media: readonly string[]
}

export type ReadPackage = ({ ok: true } & WordPackage) | { ok: false; trouble: ReturnTrouble; seen: string }

/**
 * Reads a Word file as a package of parts, at a cost that `LIMITS` bound. Never throws for what is in the file; `seen` is for who looks
 * into a refusal, and no text for people.
 */
export function readPackage(bytes: Uint8Array): ReadPackage {
  try {
    return { ok: true, ...readParts(bytes) }
  } catch (error) {
    if (!(error instanceof Refused || error instanceof XmlError)) throw error
    return { ok: false, trouble: error.trouble, seen: error.message }
  }
}

function readParts(bytes: Uint8Array): WordPackage {
  if (bytes.length > LIMITS.file) throw new Refused('too-large', `${bytes.length} bytes`)
  const old = readOldOfficeFile(bytes)
  if (old !== null) throw new Refused(old === 'encrypted' ? 'encrypted' : 'no-word-file', 'a compound file')
  const zipped = new ZippedParts(bytes)
  const types = zipped.text(CONTENT_TYPES)
  if (types === null) throw new Refused('no-word-file', 'a zip of something else')
  const { typeOf, all } = readContentTypes(types)
  if (all.some(isProgramType) || zipped.names.some(isProgramPart))
    throw new Refused('macros', 'a program in it')
  const relationships = readAllRelationships(zipped)
  const main = findMain(zipped, relationships, typeOf)
  const related = findRelated(zipped, relationships, main)
  const parts = new Map<string, string>()
  let elements = 0
  for (const { name, kind } of [{ name: main, kind: 'main' }, ...related]) {
    if (parts.has(name)) continue
    const xml = kind === 'customXml' ? readable(zipped.text(name)) : zipped.text(name)
    if (xml === null) continue
    elements += refuseDangers(xml)
    if (elements > LIMITS.elements) throw new Refused('too-large', `${elements} elements`)
    parts.set(name, xml)
  }
  const media = zipped.names.filter(
    (name) => !parts.has(name) && name !== CONTENT_TYPES && !isRelationships(name),
  )
  return { main, parts, related: related.filter(({ name }) => parts.has(name)), media }
}

/** LibreOffice empties the data of a file in which one of the facts has an `&`; the file itself is whole. */
function readable(xml: string | null): string | null {
  try {
    if (xml !== null) walkXml(xml, { open: () => {}, close: () => {} })
    return xml
  } catch (error) {
    if (error instanceof XmlError && error.trouble === 'damaged') return null
    throw error
  }
}

const CONTENT_TYPES = '[Content_Types].xml'
const isRelationships = (name: string) => name.toLowerCase().endsWith('.rels')

/** The parts of a package, unpacked when asked for; all that comes out is counted together. */
class ZippedParts {
  readonly names: readonly string[]
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, ZipEntry>
  #left: number = LIMITS.together

  constructor(bytes: Uint8Array) {
    const entries = readZipDirectory(bytes)
    this.#bytes = bytes
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
    this.names = entries.map(({ name }) => name)
  }

  /** A name as it is written in the package; null when there is no such part. Names differ in more than case (ECMA-376 part 2, 6.2.2.3). */
  nameOf(name: string): string | null {
    return this.#entries.get(name.toLowerCase())?.name ?? null
  }

  text(name: string): string | null {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) return null
    const bytes = unpack(this.#bytes, entry, Math.min(LIMITS.part, this.#left))
    this.#left -= bytes.length
    return decodeXml(bytes)
  }
}

type Relationships = ReadonlyMap<string, readonly Relationship[]>

/** The relationships by the name of their part, those of parts that nobody asks for too. Throws `Refused` when one is a danger. */
function readAllRelationships(zipped: ZippedParts): Relationships {
  const all = new Map<string, readonly Relationship[]>()
  for (const name of zipped.names.filter(isRelationships)) {
    const relationships = readRelationships(zipped.text(name) ?? '')
    for (const relationship of relationships) {
      const { kind } = relationship
      if (isProgramKind(kind)) throw new Refused('macros', `a relationship ${kind}`)
      if (isFetched(relationship) || isForeignKind(kind))
        throw new Refused('external-links', `a relationship ${kind}`)
    }
    const owner = ownerOf(name)
    if (owner !== null) all.set(owner.toLowerCase(), relationships)
  }
  return all
}

const MAIN_TYPE =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/

function findMain(zipped: ZippedParts, all: Relationships, typeOf: (part: string) => string | null): string {
  const [main, second] = (all.get('') ?? []).filter(({ kind }) => kind === 'officeDocument')
  if (!main) throw new Refused('no-word-file', 'a package without a document')
  if (second) throw new Refused('damaged', 'two documents')
  const name = zipped.nameOf(partAt('', main.target))
  if (name === null) throw new Refused('damaged', 'its document is not there')
  if (!MAIN_TYPE.test(typeOf(name) ?? '')) throw new Refused('no-word-file', `a document of ${typeOf(name)}`)
  return name
}

/** What is read of the main text, and of the package as a whole. */
const OF_MAIN = [
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'footnotes',
  'endnotes',
  'header',
  'footer',
  'numbering',
  'styles',
  'settings',
  'customXml',
]
const OF_PACKAGE = ['core-properties', 'coreProperties', 'custom-properties', 'customProperties']

function findRelated(zipped: ZippedParts, all: Relationships, main: string): RelatedPart[] {
  const from = (owner: string, kinds: readonly string[]) =>
    (all.get(owner.toLowerCase()) ?? []).flatMap(({ kind, id, target }) => {
      const name = kinds.includes(kind) ? zipped.nameOf(partAt(owner, target)) : null
      return name === null ? [] : [{ kind, id, name }]
    })
  return [...from(main, OF_MAIN), ...from('', OF_PACKAGE)]
}
