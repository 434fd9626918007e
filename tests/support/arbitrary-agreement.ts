import fc from 'fast-check'
import { type AgreementBody, agreementBody } from '../../shared/agreement/agreement.ts'
import type { Layout, ScalarType } from '../../shared/agreement/field.ts'
import { MARKS, PARAGRAPH_KINDS } from '../../shared/agreement/rich-text.ts'
import { type Field, fieldsOf, groupSchema, recordSchema } from '../../shared/agreement/schema-walk.ts'

/** Text with everything people and hostile people type: accents, emoji, half surrogates, control characters, markup. */
export const arbitraryText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    'Wij spreken af: één keer per week.',
    '<script>alert(1)</script>',
    ']]>',
    '\u0000\u000b',
    '\ud800',
    'مرحبا',
    '{{goal}}',
  ),
)

const ids = fc.constantFrom('a', 'b', 'c', 'p_gem', 'p_mo', 'x-1')
const catalogueKeys = fc.constantFrom('F01', 'F17', 'coordinator', 'nl', 'awareness', 'nowhere')

function group(fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
  const known = fc.record(Object.fromEntries(fields.map((field) => [field.name, arbitraryField(field)])))
  const stranger = fc.option(fc.jsonValue({ maxDepth: 2 }), { freq: 12, nil: undefined })
  return fc
    .tuple(known, stranger)
    .map(([values, strange]) => (strange === undefined ? values : { ...values, laterEdition: strange }))
}

function arbitraryField(field: Field): fc.Arbitrary<unknown> {
  if (field.layout.kind === 'object') return group(fieldsOf(groupSchema(field)))
  if (field.layout.kind === 'list') return records(field, field.layout.key)
  return arbitraryValue(field.name, field.layout)
}

function records(field: Field, key: string): fc.Arbitrary<unknown[]> {
  const fields = fieldsOf(recordSchema(field), key)
  const record = fc.tuple(ids, group(fields)).map(([id, values]) => ({ [key]: id, ...values }))
  return fc.uniqueArray(record, { maxLength: 4, selector: (item) => item[key] })
}

function arbitraryValue(name: string, layout: Layout): fc.Arbitrary<unknown> {
  switch (layout.kind) {
    case 'scalar':
      return fc.option(arbitraryScalar(layout.type), { nil: null })
    case 'longText':
      return arbitraryText
    case 'set':
      return fc.array(fc.oneof(ids, catalogueKeys), { maxLength: 4 })
    case 'richText':
      return arbitraryRichText
    default:
      return name === 'factorScores' ? arbitraryScores : fc.constant(null)
  }
}

const arbitraryScores = fc.dictionary(catalogueKeys, fc.dictionary(ids, fc.integer({ min: 1, max: 5 })), {
  maxKeys: 3,
})

function arbitraryScalar(type: ScalarType): fc.Arbitrary<unknown> {
  switch (type.name) {
    case 'text':
      return arbitraryText.map((text) => text.slice(0, type.max))
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10))
    case 'number':
      return fc.integer({ min: type.min, max: 100_000 })
    case 'money':
      return fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100)
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...type.values)
    case 'reference':
      return ids
  }
}

const someText = arbitraryText.filter((text) => text !== '')
const suggestion = fc.constantFrom('s1', 's2')
const suggested = fc.record({ insertion: suggestion, deletion: suggestion }, { requiredKeys: [] })
const marks = fc
  .tuple(fc.subarray([...MARKS]), suggested)
  .map(([types, { insertion, deletion }]) => [
    ...types.map((type) => ({ type })),
    ...(insertion ? [{ type: 'insertion' as const, attrs: { id: insertion } }] : []),
    ...(deletion ? [{ type: 'deletion' as const, attrs: { id: deletion } }] : []),
  ])
const withSuggestions = <T extends object>(attrs: fc.Arbitrary<T>) =>
  fc
    .tuple(attrs, fc.option(suggested, { nil: {} }))
    .map(([own, more]): T & { insertion?: string; deletion?: string } => ({ ...own, ...more }))
const inline = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text'), text: someText, marks }) },
  fc.record({ type: fc.constant('hardBreak'), attrs: withSuggestions(fc.constant({})) }),
  fc.record({
    type: fc.constant('field'),
    attrs: withSuggestions(fc.record({ name: fc.constantFrom('goal', 'unknown') })),
  }),
  fc.record({
    type: fc.constant('articleReference'),
    attrs: withSuggestions(fc.record({ articleId: ids })),
  }),
  fc.record({
    type: fc.constant('roleWord'),
    attrs: withSuggestions(
      fc.record({
        role: fc.constantFrom('municipality', 'police'),
        word: fc.constantFrom('de gemeente', 'de politie'),
        several: fc.constantFrom('word', 'names'),
        capital: fc.boolean(),
      }),
    ),
  }),
)
const paragraph = fc.record({
  type: fc.constant('paragraph'),
  attrs: fc.record({
    kind: fc.constantFrom(...PARAGRAPH_KINDS),
    level: fc.integer({ min: 0, max: 3 }),
    onlyIf: fc.constantFrom(null, 'fixed_term'),
  }),
  content: fc.array(inline, { maxLength: 5 }),
})
const block = fc.record({
  type: fc.constant('block'),
  attrs: fc.record({ name: fc.constantFrom('parties', 'tasks:trust') }),
})

/** Rich text with every node and mark, valid but not canonical. */
export const arbitraryRichText = fc.record({
  type: fc.constant('doc'),
  content: fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, block), { maxLength: 5 }),
})

/** Agreements made by the schema itself, so that a new field is generated without a line here. */
export const arbitraryAgreement: fc.Arbitrary<AgreementBody> = group(
  fieldsOf(agreementBody),
) as fc.Arbitrary<AgreementBody>
