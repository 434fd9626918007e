import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import { drawProse } from '../../../shared/document/drawing.ts'
import { readRichText } from '../../../shared/document/rich-text-read.ts'
import { writeRichText } from '../../../shared/document/rich-text-write.ts'
import { editorExtensions } from '../../../shared/editor/extensions.ts'
import { clauses } from '../../support/agreement.ts'
import { arbitraryRichText } from '../../support/arbitrary-agreement.ts'
import { type } from '../../support/edit-prose.ts'

const schema = getSchema(editorExtensions())

const textOf = () => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  writeRichText(fragment, canonicalRichText(clauses('een', 'twee')))
  return { doc, fragment }
}
const firstOf = (fragment: Y.XmlFragment) => fragment.get(0) as Y.XmlElement
const wordsOf = (fragment: Y.XmlFragment) =>
  drawProse(fragment, schema).node.children.map((node) => node.textContent)

/** What a program of another edition, or nobody’s friend, could have put there. */
const STRANGE: [string, (fragment: Y.XmlFragment) => void, string[]][] = [
  ['text in no paragraph', (fragment) => fragment.insert(0, [new Y.XmlText('los')]), ['los', 'een', 'twee']],
  [
    'an element that no edition knows',
    (fragment) => {
      const strange = new Y.XmlElement('kader')
      strange.insert(0, [new Y.XmlText('in een kader')])
      fragment.insert(1, [strange])
    },
    ['een', 'in een kader', 'twee'],
  ],
  [
    'an element in a paragraph that no edition knows',
    (fragment) => {
      const strange = new Y.XmlElement('kader')
      strange.insert(0, [new Y.XmlText('!')])
      firstOf(fragment).insert(1, [strange])
    },
    ['een!', 'twee'],
  ],
  [
    'a mark that no edition knows',
    (fragment) => (firstOf(fragment).get(0) as Y.XmlText).format(0, 2, { knippert: { tempo: 3 } }),
    ['een', 'twee'],
  ],
  [
    'a hook',
    (fragment) => fragment.insert(2, [new Y.XmlHook('haak') as unknown as Y.XmlText]),
    ['een', 'twee', ''],
  ],
  ['a level that is none', (fragment) => firstOf(fragment).setAttribute('level', 'diep'), ['een', 'twee']],
]

test.each(STRANGE)('%s is drawn by its words; drawing it changes nothing', (_, put, words) => {
  const { doc, fragment } = textOf()
  put(fragment)
  const before = Y.encodeStateAsUpdate(doc)
  expect(wordsOf(fragment)).toEqual(words)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test.each(STRANGE)('%s stays what it is when somebody types in another paragraph', (_, put, words) => {
  const { fragment } = textOf()
  put(fragment)
  const before = fragment.toArray().map((child) => child.toJSON())
  const last = words.lastIndexOf('twee')
  type(fragment, last, '!')
  expect(wordsOf(fragment)).toEqual(words.map((word, index) => (index === last ? `${word}!` : word)))
  expect(fragment.toArray().flatMap((child, index) => (index === last ? [] : child.toJSON()))).toEqual(
    before.toSpliced(last, 1),
  )
})

test.each(STRANGE)('%s keeps its words when somebody types among them', (_, put, words) => {
  const { fragment } = textOf()
  put(fragment)
  for (const index of words.keys()) type(fragment, index, '?')
  expect(wordsOf(fragment)).toEqual(words.map((word) => `${word}?`))
})

test('a mark that no edition knows stays on the words when somebody types beside them', () => {
  const { fragment } = textOf()
  const text = firstOf(fragment).get(0) as Y.XmlText
  text.format(0, 2, { knippert: {} })
  type(fragment, 0, '!')
  expect(text.toDelta()[0]).toEqual({ insert: 'ee', attributes: { knippert: {} } })
})

test('what is drawn is what is read', () => {
  fc.assert(
    fc.property(arbitraryRichText, (input) => {
      const fragment = new Y.Doc().getXmlFragment('text')
      writeRichText(fragment, canonicalRichText(input))
      const { node } = drawProse(fragment, schema)
      node.check()
      expect(canonicalRichText(node.toJSON())).toEqual(readRichText(fragment, '').value)
    }),
  )
})
