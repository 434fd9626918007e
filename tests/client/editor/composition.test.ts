import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import { writeRichText } from '../../../shared/document/rich-text-write.ts'
import { clauses } from '../../support/agreement.ts'
import { type EditorWithoutPage, editorOf, schema } from '../../support/editor-without-page.ts'
import { oneOf, type Random, seeded } from '../../support/seeded.ts'

const LETTERS = ['abcdefgh', 'ijklmnop', 'qrstuvwx']

/** Who composes, and another; `meet` brings what each wrote to the other. */
function two() {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  one.clientID = 1
  other.clientID = 2
  writeRichText(one.getXmlFragment('text'), canonicalRichText(clauses(...LETTERS)))
  const meet = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  }
  meet()
  return { meet, own: editorOf(one.getXmlFragment('text')), theirs: editorOf(other.getXmlFragment('text')) }
}

const wordsOf = ({ state }: EditorWithoutPage): string[] => state.doc.children.map((node) => node.textContent)

function begin(editor: EditorWithoutPage, at: number): void {
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)))
  editor.composing = true
  editor.dom.dispatchEvent(new Event('compositionstart'))
}

/** What is composed so far takes the place of what was before. */
function compose(editor: EditorWithoutPage, was: string, now: string): void {
  editor.dom.dispatchEvent(new Event('compositionupdate'))
  const { head } = editor.state.selection
  editor.dispatch(editor.state.tr.insertText(now, head - was.length, head))
}

async function end(editor: EditorWithoutPage): Promise<void> {
  editor.composing = false
  editor.dom.dispatchEvent(new Event('compositionend'))
  await Promise.resolve()
}

test('what another writes in the paragraph waits until the sign is composed, in another paragraph it does not', async () => {
  const { own, theirs, meet } = two()
  begin(own, 5)
  compose(own, '', 'N')
  meet()
  theirs.dispatch(theirs.state.tr.insertText('X', 3))
  meet()
  theirs.dispatch(theirs.state.tr.insertText('Y', 14))
  meet()
  expect(wordsOf(own)).toEqual(['abcdNefgh', 'iYjklmnop', LETTERS[2]])
  compose(own, 'N', 'NI')
  meet()
  expect(wordsOf(theirs)).toEqual(['abXcdNIefgh', 'iYjklmnop', LETTERS[2]])
  compose(own, 'NI', '你')
  await end(own)
  expect(wordsOf(own)).toEqual(['abXcd你efgh', 'iYjklmnop', LETTERS[2]])
  meet()
  expect(wordsOf(theirs)).toEqual(wordsOf(own))
  const { doc, selection } = own.state
  expect(doc.textBetween(selection.head - 1, selection.head)).toBe('你')
})

test('a letter that repeats is composed behind the own one', async () => {
  const { own, theirs, meet } = two()
  begin(own, 5)
  compose(own, '', 'n')
  meet()
  theirs.dispatch(theirs.state.tr.insertText('n', 5))
  meet()
  compose(own, 'n', 'ni')
  meet()
  await end(own)
  expect(wordsOf(theirs)[0]).toBe('abcdnniefgh')
  expect(wordsOf(own)[0]).toBe('abcdnniefgh')
})

test('what is composed in a paragraph that another takes out goes on where that stood', async () => {
  const { own, theirs, meet } = two()
  begin(own, 15)
  compose(own, '', 'N')
  theirs.dispatch(theirs.state.tr.delete(10, 20))
  meet()
  compose(own, 'N', '你')
  await end(own)
  meet()
  expect(wordsOf(own)).toEqual([LETTERS[0], `你${LETTERS[2]}`])
  expect(wordsOf(theirs)).toEqual(wordsOf(own))
})

test('whatever another writes around it, what was composed and what they wrote stand there once, in three hundred histories', async () => {
  for (let seed = 1; seed <= 300; seed++) await composeAmong(seed)
})

async function composeAmong(seed: number): Promise<void> {
  const random = seeded(seed)
  const { own, theirs, meet } = two()
  begin(own, 1 + random(3) * 10 + random(9))
  let composed = ''
  const written: string[] = []
  for (let step = 0; step < 12; step++) {
    if (random(2) === 0) {
      const now = random(4) === 0 ? sign(100 + step) : composed + sign(100 + step)
      compose(own, composed, now)
      composed = now
    } else written.push(...writeSomething(theirs, { random, meet, word: sign(step) }))
    if (random(2) === 0) meet()
    own.state.doc.check()
  }
  await end(own)
  meet()
  expect(wordsOf(theirs), `seed ${seed}: both read the same`).toEqual(wordsOf(own))
  const all = [...wordsOf(own).join('')]
  expect(new Set(all).size, `seed ${seed}: none stands there twice`).toBe(all.length)
  expect(all.filter((letter) => letter >= sign(100)).join(''), `seed ${seed}`).toBe(composed)
  expect(
    written.filter((letter) => !all.includes(letter)),
    `seed ${seed}: nothing of the other is lost`,
  ).toEqual([])
}

const sign = (number: number): string => String.fromCharCode(0x4e00 + number)

/**
 * Gives what came. Paragraphs do not go: what is written in one that goes is offered, not drawn. What writes the words behind it anew, a fact or a
 * break, is done by who knows all of them.
 */
function writeSomething(
  editor: EditorWithoutPage,
  { random, meet, word }: { random: Random; meet: () => void; word: string },
): string[] {
  const choice = random(5)
  if (choice < 2) meet()
  const { tr, doc } = editor.state
  const { at, next } = somewhere(doc, random)
  if (choice === 0) editor.dispatch(tr.split(at))
  else if (choice === 1) editor.dispatch(tr.insert(at, schema.node('field', { name: 'goal' })))
  else if (choice === 2 && /^[a-x]$/.test(next)) editor.dispatch(tr.delete(at, at + 1))
  else editor.dispatch(tr.insertText(word, at))
  if (choice < 2) meet()
  return doc.textContent.length < editor.state.doc.textContent.length ? [word] : []
}

/** A place in a paragraph, and the letter behind it. */
function somewhere(doc: Node, random: Random): { at: number; next: string } {
  const starts: number[] = []
  doc.forEach((node, offset) => {
    if (node.content.size > 0) starts.push(offset + 1)
  })
  const start = oneOf(random, starts)
  const { size } = doc.resolve(start).parent.content
  const at = start + random(size + 1)
  return { at, next: doc.textBetween(at, Math.min(at + 1, start + size)) }
}
