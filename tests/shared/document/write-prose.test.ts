import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import type { Inline, RichText } from '../../../shared/agreement/rich-text.ts'
import { drawProse } from '../../../shared/document/drawing.ts'
import { readRichText } from '../../../shared/document/rich-text-read.ts'
import { writeRichText } from '../../../shared/document/rich-text-write.ts'
import { writeProse } from '../../../shared/document/write-prose.ts'
import { editorExtensions } from '../../../shared/editor/extensions.ts'
import { arbitraryRichText } from '../../support/arbitrary-agreement.ts'
import { editProse, embolden, insertField, joinWithPrevious, split, type } from '../../support/edit-prose.ts'

const schema = getSchema(editorExtensions())
const TEXT = 'text'

/** Two people with the same text, who hear of each other when `meet` says so. */
function two(...paragraphs: Inline[][]) {
  const one = new Y.Doc()
  const other = new Y.Doc()
  writeRichText(one.getXmlFragment(TEXT), {
    type: 'doc',
    content: paragraphs.map((content) => ({
      type: 'paragraph',
      attrs: { kind: 'plain', level: 0, onlyIf: null },
      content,
    })),
  })
  const meet = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)))
    expect(saidIn(other)).toBe(saidIn(one))
  }
  meet()
  const [mine, theirs] = [one, other].map((doc) => doc.getXmlFragment(TEXT))
  return { mine: mine as Y.XmlFragment, theirs: theirs as Y.XmlFragment, meet, said: () => saidIn(one) }
}

const saidIn = (doc: Y.Doc): string =>
  readRichText(doc.getXmlFragment(TEXT), '')
    .value.content.map((block) =>
      (block.type === 'paragraph' ? (block.content ?? []) : [])
        .map((inline) => (inline.type === 'text' ? inline.text : `[${inline.type}]`))
        .join(''),
    )
    .join('|')

const words = (text: string): Inline => ({ type: 'text', text })
const FACT: Inline = { type: 'field', attrs: { name: 'agreement.purpose' } }

function removeFact(fragment: Y.XmlFragment): void {
  editProse(fragment, (transform) => {
    const places: number[] = []
    transform.doc.descendants((node, at) => {
      if (node.type.name === 'field') places.push(at)
    })
    for (const at of places.reverse()) transform.delete(at, at + 1)
  })
}

test.each([
  ['an empty paragraph', [], ''],
  ['a paragraph that ends with a fact', [words('Doel: '), FACT], 'Doel: [field]'],
  ['a paragraph that ends with a line break', [words('Doel:'), { type: 'hardBreak' }], 'Doel:[hardBreak]'],
] as [string, Inline[], string][])(
  'two people begin in %s at once and go on: every word stands there, once',
  (_, start, before) => {
    const { mine, theirs, meet, said } = two(start)
    for (const number of [1, 2, 3]) {
      type(mine, 0, `a${number} `)
      type(theirs, 0, `b${number} `)
      meet()
    }
    const now = said()
    expect(now.startsWith(before)).toBe(true)
    expect(now.slice(before.length).trim().split(' ').sort()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3'])
  },
)

test('one takes out the fact in the midst of a sentence while another writes behind it: what is written stands there', () => {
  const { mine, theirs, meet, said } = two([words('Het doel is '), FACT, words(' en meer.')])
  removeFact(mine)
  type(theirs, 0, ' Dat blijft zo.')
  meet()
  expect(said()).toBe('Het doel is  en meer. Dat blijft zo.')
  type(mine, 0, ' Altijd.')
  meet()
  expect(said()).toBe('Het doel is  en meer. Dat blijft zo. Altijd.')
})

test('one empties a paragraph while another writes in it: what is written stands there', () => {
  const { mine, theirs, meet, said } = two([words('Weg ermee '), FACT, words(' en dit ook')])
  editProse(mine, (transform) => {
    transform.delete(1, transform.doc.content.size - 1)
  })
  type(theirs, 0, ' blijft')
  meet()
  expect(said()).toBe(' blijft')
})

test('who breaks a paragraph off near its start leaves the longer half to who writes in it', () => {
  const { mine, theirs, meet, said } = two([words('Kop. En dan nog een lange zin')])
  split(mine, 0, 4)
  type(theirs, 0, ' erachter.')
  meet()
  expect(said()).toBe('Kop.| En dan nog een lange zin erachter.')
})

test('who joins two paragraphs, or makes words bold, in texts beside each other changes nothing else', () => {
  const { mine, theirs, meet, said } = two([words('Eerst')], [])
  type(mine, 1, 'aaa')
  type(theirs, 1, 'bbb')
  meet()
  const [, begun = ''] = said().split('|')
  embolden(mine, 1, 2, 5)
  type(theirs, 1, 'ccc')
  meet()
  expect(said()).toBe(`Eerst|${begun}ccc`)
  joinWithPrevious(mine, 1)
  meet()
  expect(said()).toBe(`Eerst${begun}ccc`)
})

test('a fact between two texts beside each other, or in one of them, stands where it was put', () => {
  const { mine, theirs, meet, said } = two([])
  type(mine, 0, 'aaa')
  type(theirs, 0, 'bbb')
  meet()
  const begun = said()
  insertField(mine, 0, 'agreement.purpose', 3)
  insertField(mine, 0, 'agreement.purpose', 1)
  insertField(mine, 0, 'agreement.purpose', 1)
  insertField(mine, 0, 'agreement.purpose', 0)
  meet()
  expect(said()).toBe(`[field]${begun[0]}[field][field]${begun.slice(1, 3)}[field]${begun.slice(3)}`)
})

test('what a paragraph that is not touched is made of stays, also when it is moved past by another', () => {
  const { mine } = two([words('een')], [words('twee')], [words('drie')])
  const before = mine.toArray()
  editProse(mine, (transform) => {
    const { doc } = transform
    const first = doc.child(0)
    transform.delete(0, first.nodeSize)
    transform.insert(transform.doc.content.size, first)
  })
  expect(mine.toArray().slice(0, 2)).toEqual(before.slice(1))
  expect(mine.toArray().map((child) => child.toString())).toEqual([
    expect.stringContaining('twee'),
    expect.stringContaining('drie'),
    expect.stringContaining('een'),
  ])
})

test('given one fact of an editor stands in two places of a paragraph, all that stands around both is written', () => {
  const { mine, said } = two([words('een '), FACT, words(' twee '), FACT, words(' drie')])
  editProse(mine, (transform) => {
    const fact = transform.doc.child(0).child(1)
    transform.insert(1, fact)
  })
  expect(said()).toBe('[field]een [field] twee [field] drie')
})

const drawnOf = (body: RichText): Node => schema.nodeFromJSON(body)

test('whatever stood there and whatever is to stand there: the text says it, and the drawing is kept up', () => {
  fc.assert(
    fc.property(arbitraryRichText, arbitraryRichText, (was, next) => {
      const fragment = new Y.Doc().getXmlFragment(TEXT)
      writeRichText(fragment, canonicalRichText(was))
      const body = canonicalRichText(next)
      const { drawing } = drawProse(fragment, schema)
      writeProse(fragment, drawnOf(body), drawing)
      expect(readRichText(fragment, '')).toEqual({ value: body, messages: [] })
      const anew = drawProse(fragment, schema)
      expect(anew.node.toJSON()).toEqual(drawnOf(body).toJSON())
      for (const [type, node] of anew.drawing)
        if (type instanceof Y.XmlElement) expect(drawing.get(type)?.toJSON()).toEqual((node as Node).toJSON())
    }),
    { numRuns: 300 },
  )
})

/** What one of the two does: types a word at a place, takes out a fact, puts one in at an end, or hears of the other. */
const deed = fc.record({
  by: fc.nat(1),
  does: fc.constantFrom('type', 'type', 'type', 'take out', 'put in', 'meet'),
  at: fc.nat(40),
})

test('whoever types where and takes out which fact, in whatever order it is heard: every word stands there, whole and once', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const { mine, theirs, meet, said } = two([words('Begin '), FACT, words(' einde.')], [])
      const typed: string[] = []
      for (const { by, does, at } of deeds) {
        const fragment = by === 0 ? mine : theirs
        const paragraph = at % 2
        if (does === 'meet') meet()
        else if (does === 'take out') removeFact(fragment)
        else if (does === 'put in') insertField(fragment, paragraph, 'agreement.purpose', 0)
        else {
          typed.push(`<${by}${typed.length}>`)
          type(fragment, paragraph, typed.at(-1) ?? '', placeBetweenWords(fragment, paragraph, at))
        }
      }
      meet()
      const found = said().match(/<\d+>/g) ?? []
      expect(found.sort()).toEqual(typed.sort())
    }),
    { numRuns: 500 },
  )
})

test.each([
  [4, 8],
  [8, 4],
  [4, 4],
])(
  'when two put a fact into one sentence at once, at %i and at %i, both facts and every word are there',
  (first, second) => {
    const { mine, theirs, meet } = two([words('aaa bbb ccc')])
    insertField(mine, 0, 'agreement.purpose', first)
    insertField(theirs, 0, 'agreement.goal', second)
    meet()
    const said = JSON.stringify(readRichText(mine, '').value)
    for (const word of ['aaa', 'bbb', 'ccc', 'agreement.purpose', 'agreement.goal'])
      expect(said).toContain(word)
  },
)

/** Not within a word of the other: between two letters of it anything may stand. */
function placeBetweenWords(fragment: Y.XmlFragment, paragraph: number, at: number): number {
  const node = drawProse(fragment, schema).node.child(paragraph)
  const letters = node.children.map(({ text }) => text ?? '\ufffc').join('')
  const place = Math.min(at, letters.length)
  return letters.lastIndexOf('<', place - 1) > letters.lastIndexOf('>', place - 1)
    ? letters.indexOf('>', place) + 1
    : place
}
