import { getSchema } from '@tiptap/core'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../shared/agreement/canonical-rich-text.ts'
import { readPassages } from '../../shared/document/passages.ts'
import { readRichText } from '../../shared/document/rich-text-read.ts'
import { writeRichText } from '../../shared/document/rich-text-write.ts'
import { editorExtensions } from '../../shared/editor/extensions.ts'
import { arbitraryRichText } from '../support/arbitrary-agreement.ts'

const schema = getSchema(editorExtensions())

test('what we write the editor draws node for node, and what the editor writes we read', () => {
  fc.assert(
    fc.property(arbitraryRichText, (input) => {
      const body = canonicalRichText(input)
      const ours = new Y.Doc().getXmlFragment('ours')
      writeRichText(ours, body)
      const drawn = yXmlFragmentToProseMirrorRootNode(ours, schema)
      drawn.check()
      expect(canonicalRichText(drawn.toJSON())).toEqual(body)
      const theirs = new Y.Doc().getXmlFragment('theirs')
      prosemirrorToYXmlFragment(drawn, theirs)
      expect(theirs.toJSON()).toBe(ours.toJSON())
      expect(readRichText(theirs, '')).toEqual({ value: body, messages: [] })
    }),
    { numRuns: 300 },
  )
})

test('the passages of a text cover every paragraph, letter for letter as the editor counts', () => {
  fc.assert(
    fc.property(arbitraryRichText, (input) => {
      const fragment = new Y.Doc().getXmlFragment('text')
      writeRichText(fragment, canonicalRichText(input))
      const drawn = yXmlFragmentToProseMirrorRootNode(fragment, schema)
      const sizes = drawn.children.map(({ isLeaf, content }) => (isLeaf ? 0 : content.size))
      const covered = sizes.map(() => 0)
      for (const { block, from, to } of readPassages(fragment)) {
        expect(from).toBe(covered[block])
        covered[block] = to
      }
      expect(covered).toEqual(sizes)
    }),
    { numRuns: 200 },
  )
})
