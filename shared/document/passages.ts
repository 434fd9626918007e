import * as Y from 'yjs'

/** Words in a row in one paragraph that one Yjs client wrote. */
export type Passage = {
  /** Index of the paragraph in its text. */
  block: number
  /** Begin and end in the paragraph, counted as an editor counts: a letter is one, and so is a fact, a reference or a line break. */
  from: number
  to: number
  clientId: number
}

/**
 * Which client wrote what in a rich text, in reading order. It reads the ids that Yjs gives every letter; what they cannot tell
 * stands in DECISIONS.md. Tables stand in the text as one thing and are left out: what is in them is no part of this text.
 */
export function readPassages(fragment: Y.XmlFragment): Passage[] {
  return fragment
    .toArray()
    .flatMap((child, block) =>
      child instanceof Y.XmlElement && child.nodeName === 'paragraph' ? inParagraph(child, block) : [],
    )
}

function inParagraph(paragraph: Y.XmlElement, block: number): Passage[] {
  const passages: Passage[] = []
  let at = 0
  for (const { length, clientId } of runsOf(paragraph)) {
    const last = passages.at(-1)
    if (last?.clientId === clientId) last.to += length
    else passages.push({ block, from: at, to: at + length, clientId })
    at += length
  }
  return passages
}

type Run = { length: number; clientId: number }

function* runsOf(paragraph: Y.XmlElement): Generator<Run> {
  for (const item of present(paragraph)) {
    if (!(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    if (type instanceof Y.XmlText) yield* lettersOf(type)
    else if (type instanceof Y.XmlElement) yield { length: 1, clientId: item.id.client }
  }
}

function* lettersOf(text: Y.XmlText): Generator<Run> {
  for (const { content, id } of present(text)) {
    if (content instanceof Y.ContentString) yield { length: content.str.length, clientId: id.client }
  }
}

function* present(type: Y.XmlElement | Y.XmlText): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item
}
