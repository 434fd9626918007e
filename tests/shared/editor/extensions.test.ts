import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { MARKS, richTextDocument } from '../../../shared/agreement/rich-text.ts'
import { editorExtensions } from '../../../shared/editor/extensions.ts'

const schema = getSchema(editorExtensions())

/** Node name → attribute names with their defaults, as the zod schema of the agreement says. */
function nodesOfTheAgreement(): Record<string, Record<string, unknown>> {
  const content = (richTextDocument.shape.content as z.ZodDefault<z.ZodArray<z.ZodType>>).unwrap().element
  const top = (content as unknown as z.ZodDiscriminatedUnion<z.ZodObject[]>).options
  const paragraph = top.find((option) => typeOf(option) === 'paragraph') ?? z.object()
  const inline = (paragraph.shape.content as z.ZodOptional<z.ZodArray<z.ZodType>>).unwrap().element
  const all = [...top, ...(inline as unknown as z.ZodDiscriminatedUnion<z.ZodObject[]>).options]
  return Object.fromEntries(all.map((option) => [typeOf(option), attributesOf(option)]))
}

const typeOf = (node: z.ZodObject): string => String((node.shape.type as z.ZodLiteral).value)

function attributesOf(node: z.ZodObject): Record<string, unknown> {
  const attrs = node.shape.attrs as z.ZodObject | undefined
  return Object.fromEntries(
    Object.entries(attrs?.shape ?? {}).map(([name, value]) => [
      name,
      value instanceof z.ZodDefault ? value.parse(undefined) : '',
    ]),
  )
}

describe('the list of nodes and marks', () => {
  test('the editor has exactly the nodes and attributes of the rich text of an agreement, with the same defaults', () => {
    const nodes = Object.fromEntries(
      Object.values(schema.nodes)
        .filter((type) => type !== schema.topNodeType)
        .map((type) => [
          type.name,
          Object.fromEntries(
            Object.entries(type.spec.attrs ?? {}).map(([name, spec]) => [name, spec.default]),
          ),
        ]),
    )
    expect(nodes).toEqual(nodesOfTheAgreement())
    expect(schema.topNodeType.name).toBe('doc')
  })

  test('the editor has exactly the marks of the rich text, without attributes', () => {
    expect(Object.keys(schema.marks).sort()).toEqual([...MARKS].sort())
    expect(Object.values(schema.marks).flatMap((type) => Object.keys(type.spec.attrs ?? {}))).toEqual([])
  })

  test('a rich text with one of everything goes through the editor unchanged', () => {
    const input = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { kind: 'subclause', level: 2, onlyIf: 'fixed_term' },
          content: [
            {
              type: 'text',
              text: 'Vet',
              marks: [{ type: 'bold' }, { type: 'italic' }, { type: 'underline' }],
            },
            { type: 'hardBreak' },
            { type: 'field', attrs: { name: 'goal' } },
            { type: 'articleReference', attrs: { articleId: 'a1' } },
            {
              type: 'roleWord',
              attrs: { role: 'school', word: 'de school', several: 'names', capital: true },
            },
          ],
        },
        { type: 'block', attrs: { name: 'tasks:awareness' } },
      ],
    }
    const node = schema.nodeFromJSON(input)
    node.check()
    expect(richTextDocument.parse(node.toJSON())).toEqual(richTextDocument.parse(input))
  })
})
