import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import { MARKS, richTextDocument } from '../../../shared/agreement/rich-text.ts'
import { SUGGESTION_MARKS } from '../../../shared/agreement/suggestion.ts'
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
  const given = node.shape.attrs as z.ZodObject | z.ZodOptional<z.ZodObject> | undefined
  const attrs = given instanceof z.ZodOptional ? given.unwrap() : given
  return Object.fromEntries(
    Object.entries(attrs?.shape ?? {}).map(([name, value]) => [name, defaultOf(value as z.ZodType)]),
  )
}

/** What the agreement leaves out, such as the mark of a suggestion, the editor holds as null. */
function defaultOf(value: z.ZodType): unknown {
  if (value.safeParse(undefined).success) return value.parse(undefined) ?? null
  return ''
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

  test('the editor has exactly the marks of the rich text, those of suggestions with an id and the others without attributes', () => {
    expect(Object.keys(schema.marks).sort()).toEqual([...MARKS, ...SUGGESTION_MARKS].sort())
    const attributes = (names: readonly string[]) =>
      names.map((name) => Object.keys(schema.marks[name]?.spec.attrs ?? {}))
    expect(attributes(MARKS)).toEqual([[], [], []])
    expect(attributes(SUGGESTION_MARKS)).toEqual([['id'], ['id']])
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
              marks: [
                { type: 'bold' },
                { type: 'italic' },
                { type: 'underline' },
                { type: 'insertion', attrs: { id: 's1' } },
                { type: 'deletion', attrs: { id: 's2' } },
              ],
            },
            { type: 'hardBreak' },
            { type: 'hardBreak', attrs: { deletion: 's2' } },
            { type: 'field', attrs: { name: 'goal', insertion: 's1' } },
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
    expect(canonicalRichText(node.toJSON())).toEqual(canonicalRichText(input))
  })
})
