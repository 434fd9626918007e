import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { asItStands, holdsSuggestions } from '../../../shared/agreement/as-it-stands.ts'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import type { RichText, RichTextBlock } from '../../../shared/agreement/rich-text.ts'
import { readPassages } from '../../../shared/document/passages.ts'
import { replaceBlocks } from '../../../shared/document/replace-blocks.ts'
import { readRichText } from '../../../shared/document/rich-text-read.ts'
import { writeRichText } from '../../../shared/document/rich-text-write.ts'
import { clauses as plainClauses } from '../../support/agreement.ts'
import { arbitraryRichText } from '../../support/arbitrary-agreement.ts'

const clauses = (...texts: string[]) => canonicalRichText(plainClauses(...texts))

/** A text that client 1 wrote and client 2 replaces. */
function replaced(was: RichText, next: RichText): Y.XmlFragment {
  const doc = new Y.Doc()
  doc.clientID = 1
  const fragment = doc.getXmlFragment('text')
  writeRichText(fragment, was)
  doc.clientID = 2
  doc.transact(() => replaceBlocks(fragment, next))
  return fragment
}

function withWord(block: RichTextBlock, changed: RegExp): RichTextBlock {
  if (block.type === 'block') return block
  const content = (block.content ?? []).map((inline) =>
    inline.type === 'text' ? { ...inline, text: inline.text.replace(changed, 'anders') } : inline,
  )
  return { ...block, content }
}

const says = (fragment: Y.XmlFragment) => readRichText(fragment, '').value
const writers = (fragment: Y.XmlFragment) =>
  readPassages(fragment).map(({ block, from, to, clientId }) => [block, from, to, clientId])

describe('a text that is replaced', () => {
  test('says the new text, whatever it said; what was only proposed in a paragraph that stays is proposed still', () => {
    fc.assert(
      fc.property(arbitraryRichText, arbitraryRichText, (was, next) => {
        const wanted = canonicalRichText(next)
        const now = says(replaced(canonicalRichText(was), wanted))
        expect(holdsSuggestions(wanted) ? now : canonicalRichText(asItStands(now))).toEqual(wanted)
      }),
      { numRuns: 300 },
    )
  })

  test('says the new text when most of it stays, with its facts, breaks and marks', () => {
    fc.assert(
      fc.property(arbitraryRichText, fc.constantFrom(/\S+/, /\S+$/, /^./u), (input, changed) => {
        const was = canonicalRichText(input)
        const next = canonicalRichText({
          ...was,
          content: was.content.map((block) => withWord(block, changed)),
        })
        expect(says(replaced(was, next))).toEqual(next)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps every word that stays with who wrote it', () => {
    const fragment = replaced(
      clauses('Wij praten elke week samen.', 'Dit blijft.', 'Dit gaat weg.'),
      clauses('Wij praten elke maand samen.', 'Nieuw lid.', 'Dit blijft.'),
    )
    expect(writers(fragment)).toEqual([
      [0, 0, 16, 1],
      [0, 16, 21, 2],
      [0, 21, 28, 1],
      [1, 0, 10, 2],
      [2, 0, 11, 1],
    ])
  })

  test('keeps what another types at that moment in a paragraph that changes', () => {
    const mine = new Y.Doc()
    writeRichText(mine.getXmlFragment('text'), clauses('Wij praten elke week samen.'))
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    const run = (theirs.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText
    run.insert(3, ' allemaal')
    replaceBlocks(mine.getXmlFragment('text'), clauses('Wij praten elke maand samen.'))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    expect(says(mine.getXmlFragment('text'))).toEqual(clauses('Wij allemaal praten elke maand samen.'))
  })

  test('changes the kind of a paragraph without touching its words', () => {
    const was = clauses('Wij praten.')
    const next = canonicalRichText({
      ...was,
      content: was.content.map((block) => ({ ...block, attrs: { kind: 'bullet', level: 1, onlyIf: null } })),
    })
    const fragment = replaced(was, next)
    expect(says(fragment)).toEqual(next)
    expect(writers(fragment)).toEqual([[0, 0, 11, 1]])
  })
})
