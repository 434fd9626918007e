import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Outline } from '../outline/outline.ts'
import { createTracker } from './changes-in-xml.ts'
import { bodyOf, compareBlocks } from './compare-blocks.ts'
import { ZIP_DATE } from './finish-package.ts'
import { printable } from './printable.ts'
import { bookmarksOf } from './sections.ts'
import { type WordProperties, writeWord } from './write-word.ts'
import { elementsNamed, node, readXml, writeXml, type XmlNode } from './xml-tree.ts'

/** `author` stands at every change; its moment is the date of the file. */
export type ComparisonProperties = Omit<WordProperties, 'snapshot' | 'author'> & { author: string }

/**
 * A Word file of the newer of two outlines in which all that differs from the older one stands as tracked changes: who accepts them all has the newer text,
 * who rejects them all the older one. A paper to read: it carries no facts and no agreement for the way back. Equal outlines with equal properties give equal bytes.
 */
export async function writeComparison(
  was: Outline,
  now: Outline,
  { author, ...properties }: ComparisonProperties,
): Promise<Uint8Array> {
  const older = partsOf((await writeWord(withoutControls(was), properties)).bytes)
  const newer = partsOf((await writeWord(withoutControls(now), properties)).bytes)
  const lists = createLists(textOf(older, NUMBERING), textOf(newer, NUMBERING))
  const documents = { was: readXml(textOf(older, DOCUMENT)), now: readXml(textOf(newer, DOCUMENT)) }
  const before = withBookmarksOf(bodyOf(documents.was).blocks, was, now)
  const { blocks, page } = bodyOf(documents.now)
  const compared = compareBlocks(before, blocks, {
    tracker: createTracker({ author: printable(author), date: properties.date }),
    listOf: lists.numberOf,
    bookmarks: new Map(),
  })
  const body = node('w:body', {}, [...compared, ...page])
  const parts = {
    ...newer,
    [DOCUMENT]: strToU8(writeXml({ ...documents.now, children: [body] })),
    [NUMBERING]: strToU8(lists.write()),
    [CARRIED]: strToU8(textOf(newer, CARRIED).replace('</agreement>', '<comparison/></agreement>')),
  }
  return zipSync(parts, { level: 6, mtime: ZIP_DATE })
}

const DOCUMENT = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const CARRIED = 'customXml/item1.xml'

type Parts = Record<string, Uint8Array>
const partsOf = (bytes: Uint8Array): Parts => unzipSync(bytes)
const textOf = (parts: Parts, name: string): string => strFromU8(parts[name] ?? new Uint8Array())

/** A fact with another value on each side can stand in no control: in this file all of them are words. */
function withoutControls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutControls) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutControls(inner)])
  const copy = Object.fromEntries(entries)
  return ('kind' in value && value.kind === 'field' ? { ...copy, name: '' } : copy) as T
}

/** Bookmarks are named by place. In a comparison an article has one name on both sides, and one that is gone a name of its own. */
function withBookmarksOf(blocks: readonly XmlNode[], was: Outline, now: Outline): XmlNode[] {
  const here = bookmarksOf(now)
  const names = new Map(
    [...bookmarksOf(was)].map(([id, { name }]) => [name, here.get(id)?.name ?? `${name}_was`]),
  )
  const renamed = (child: XmlNode): XmlNode => ({
    ...child,
    attributes: child.name === 'w:bookmarkStart' ? renamedMark(child.attributes, names) : child.attributes,
    children: child.children.map((inner) => {
      if (typeof inner !== 'string') return renamed(inner)
      return child.name === 'w:instrText'
        ? inner.replace(/_Ref_\w+/, (name) => names.get(name) ?? name)
        : inner
    }),
  })
  return blocks.map(renamed)
}

function renamedMark(attributes: XmlNode['attributes'], names: ReadonlyMap<string, string>) {
  const name = attributes['w:name'] ?? ''
  return { ...attributes, 'w:name': names.get(name) ?? name }
}

/** Lists of which only the older file has items are taken over from it, under numbers that the newer one does not use. */
function createLists(older: string, newer: string) {
  const [was, now] = [readXml(older), readXml(newer)]
  const made = new Map<string, XmlNode>()
  const last = Math.max(
    0,
    ...elementsNamed(now, 'w:num').map(({ attributes }) => Number(attributes['w:numId'])),
  )
  return {
    numberOf(number: string): string {
      const list = elementsNamed(was, 'w:num').find(({ attributes }) => attributes['w:numId'] === number)
      if (list === undefined) return number
      const known = made.get(number)
      const named = known ?? {
        ...list,
        attributes: { ...list.attributes, 'w:numId': String(last + made.size + 1) },
      }
      made.set(number, named)
      return named.attributes['w:numId'] ?? number
    },
    write: (): string => writeXml({ ...now, children: [...now.children, ...made.values()] }),
  }
}
