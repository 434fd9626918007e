import { Refused } from './refused.ts'
import { walkXml } from './walk-xml.ts'

/** How parts of a package belong together, and what each is (ECMA-376 part 2, 6.5 and 6.2.3). */
export type Relationship = {
  id: string
  /** The whole type, as the file gives it, and its last step: `comments`, `header`. */
  type: string
  kind: string
  target: string
  isExternal: boolean
}

/** The relationships in the text of a `.rels` part. Throws `XmlError`. */
export function readRelationships(xml: string): Relationship[] {
  const all: Relationship[] = []
  walkXml(xml, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'rel:Relationship') return
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      all.push({ id: Id, type: Type, kind, target: Target, isExternal: TargetMode === 'External' })
    },
    close: () => {},
  })
  return all
}

const HYPERLINKS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
  'http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink',
]

/** Whether a program fetches something from elsewhere by it. A link is only followed by who clicks on it. */
export function isFetched({ type, target, isExternal }: Relationship): boolean {
  if (HYPERLINKS.includes(type)) return false
  return isExternal || /^([a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(target)
}

/** The part that owns a `.rels` part, or null when that is no place for one. */
export function ownerOf(relationships: string): string | null {
  const match = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(relationships)
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : null
}

/** The name of the part that a target is, seen from its owner. Throws `Refused` when it leads out of the package. */
export function partAt(owner: string, target: string): string {
  const path = target.startsWith('/') ? target : `${owner.replace(/[^/]*$/, '')}${target}`
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined)
      throw new Refused('damaged', 'a target outside the package')
    if (step !== '' && step !== '.' && step !== '..') steps.push(step)
  }
  return steps.join('/')
}

/** Gives the type of content of every part, and all types that are named. Throws `XmlError`. */
export function readContentTypes(xml: string): { typeOf: (part: string) => string | null; all: string[] } {
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  walkXml(xml, {
    open: (name, { Extension = '', PartName = '', ContentType = '' }) => {
      if (name === 'ct:Default') defaults.set(Extension.toLowerCase(), ContentType)
      if (name === 'ct:Override') overrides.set(PartName.replace(/^\//, '').toLowerCase(), ContentType)
    },
    close: () => {},
  })
  const typeOf = (part: string) => {
    const name = part.toLowerCase()
    return overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1)) ?? null
  }
  return { typeOf, all: [...defaults.values(), ...overrides.values()] }
}
