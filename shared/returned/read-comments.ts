import type { FoundComment } from './returned-word-file.ts'
import type { XmlElement } from './xml.ts'
import { elementsOf, textOf } from './xml-walk.ts'

/**
 * The comments of a file (ECMA-376 part 1, 17.13.4). `extended` is the part in which newer programs say which comment answers which, by the id of its last
 * paragraph (MS-DOCX, 2.5.3), `ids` the one in which they name them for good (2.8.2); null where there is none.
 */
export function readComments(
  comments: XmlElement,
  extended: XmlElement | null,
  ids: XmlElement | null = null,
): FoundComment[] {
  const found = elementsOf(comments).filter(({ name }) => name === 'w:comment')
  const lastParagraph = (comment: XmlElement) =>
    elementsOf(comment)
      .filter(({ name }) => name === 'w:p')
      .at(-1)?.attributes['w14:paraId'] ?? ''
  const byParagraph = new Map(found.map((each) => [lastParagraph(each), each.attributes['w:id'] ?? '']))
  const parents = new Map(
    elementsOf(extended).map(({ attributes }) => [
      attributes['w15:paraId'] ?? '',
      attributes['w15:paraIdParent'] ?? '',
    ]),
  )
  const durable = new Map(
    elementsOf(ids).map(({ attributes }) => [
      attributes['w16cid:paraId'] ?? '',
      maybeDurableId(attributes['w16cid:durableId'] ?? ''),
    ]),
  )
  return found.map((comment) => {
    const { 'w:id': id = '', 'w:author': author = '', 'w:date': at } = comment.attributes
    const parent = parents.get(lastParagraph(comment)) ?? ''
    const parentId = parent === '' ? undefined : byParagraph.get(parent)
    return {
      id,
      hand: { author: author.slice(0, 255), at: at?.slice(0, 40) ?? null },
      text: saidIn(comment),
      parentId: parentId ?? null,
      durableId: durable.get(lastParagraph(comment)) ?? null,
    }
  })
}

/** A name of a comment, as programs write it in capitals or not. */
export const maybeDurableId = (text: string): string | null =>
  /^[\da-f]{8}$/i.test(text) ? text.toUpperCase() : null

const saidIn = (comment: XmlElement): string =>
  elementsOf(comment)
    .filter(({ name }) => name === 'w:p')
    .map(wordsIn)
    .join('\n')
    .trim()

/** Text, tabs and line breaks, however deep. */
function wordsIn(element: XmlElement): string {
  if (element.name === 'w:t') return textOf(element)
  if (element.name === 'w:br' || element.name === 'w:cr') return '\n'
  if (element.name === 'w:del' || element.name === 'w:delText') return ''
  return elementsOf(element).map(wordsIn).join('')
}

/** The texts of footnotes or endnotes by kind and id: `footnote:2`. The first ones only draw the line above them. */
export function readNotes(kind: 'footnote' | 'endnote', notes: XmlElement | null): Map<string, string> {
  const real = elementsOf(notes).filter(
    (each) => each.name === `w:${kind}` && each.attributes['w:type'] === undefined,
  )
  return new Map(real.map((each) => [`${kind}:${each.attributes['w:id']}`, wordsIn(each).trim()]))
}
