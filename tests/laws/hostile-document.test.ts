import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { agreementBody } from '../../shared/agreement/agreement.ts'
import { LISTS } from '../../shared/agreement/schema-walk.ts'
import { articleFragment, groupMap, listMap } from '../../shared/document/layout.ts'
import { observeAgreement } from '../../shared/document/observe.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { agreement, clauses } from '../support/agreement.ts'

const base = agreement({
  parties: [{ id: 'x', name: 'Gemeente' }],
  tasks: [{ id: 't', title: 'Bellen' }],
  articles: [{ id: 'one', body: clauses('een') }],
})

type Vandal = (doc: Y.Doc) => void
const names = fc.constantFrom(
  'name',
  'role',
  'partyIds',
  'description',
  '@order',
  'startDate',
  '__proto__',
  'constructor',
  'amount',
)
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0.01, 12.345, 2e12),
  fc.constant(new Uint8Array([1, 2])),
)
const lists = fc.constantFrom(...LISTS.keys())
const groups = fc.constantFrom('', 'term', 'purpose', 'financing', 'boundaries')

const vandals: fc.Arbitrary<Vandal> = fc.oneof(
  fc.tuple(groups, names, junk).map(
    ([group, name, value]): Vandal =>
      (doc) =>
        groupMap(doc, group).set(name, value),
  ),
  fc.tuple(lists, names, junk).map(
    ([list, name, value]): Vandal =>
      (doc) =>
        listMap(doc, list).set(name, value),
  ),
  fc.tuple(lists, names, junk).map(
    ([list, name, value]): Vandal =>
      (doc) => {
        listMap(doc, list).set('made', new Y.Map([[name, value]]))
      },
  ),
  fc.tuple(names, fc.constantFrom('array', 'text', 'map', 'xml')).map(
    ([name, kind]): Vandal =>
      (doc) => {
        const types = {
          array: new Y.Array(),
          text: new Y.Text('x'),
          map: new Y.Map(),
          xml: new Y.XmlElement('p'),
        }
        listMap(doc, 'parties').set('typed', new Y.Map([[name, types[kind as keyof typeof types]]]))
      },
  ),
  fc.tuple(fc.constantFrom('paragraph', 'block', 'iframe', 'field', 'script'), names, junk).map(
    ([node, name, value]): Vandal =>
      (doc) => {
        const element = new Y.XmlElement<Record<string, never>>(node)
        element.setAttribute(name, value as never)
        element.insert(0, [new Y.XmlText('woorden blijven'), new Y.XmlElement('field')])
        articleFragment(doc, 'one').insert(0, [element as unknown as Y.XmlElement])
      },
  ),
  fc.constant<Vandal>((doc) => articleFragment(doc, 'one').insert(0, [new Y.XmlText('los')])),
)

test('whatever a peer writes into a document, reading gives an agreement and does not throw', () => {
  fc.assert(
    fc.property(fc.array(vandals, { minLength: 1, maxLength: 8 }), (acts) => {
      const doc = new Y.Doc()
      writeAgreement(doc, base)
      const observed = observeAgreement(doc)
      observed.get()
      for (const act of acts) act(doc)
      const { value } = readAgreement(doc)
      expect(
        agreementBody.safeParse(value).error?.issues.filter(({ code }) => code !== 'too_big') ?? [],
      ).toEqual([])
      expect(JSON.parse(JSON.stringify(value))).toEqual(value)
      expect(observed.get()).toEqual(value)
    }),
    { numRuns: 200 },
  )
})

test('text in a node this edition does not know stays readable and is reported', () => {
  const doc = new Y.Doc()
  writeAgreement(doc, base)
  const table = new Y.XmlElement('laterTable')
  table.insert(0, [new Y.XmlText('woorden blijven')])
  articleFragment(doc, 'one').insert(0, [table])
  const { value, messages } = readAgreement(doc)
  expect(JSON.stringify(value.articles)).toContain('woorden blijven')
  expect(messages).toMatchObject([
    { path: 'articles.one.body', reason: 'unknown_node', found: '"laterTable"' },
  ])
})

test('a text, and an article, longer than anybody would write are read whole', () => {
  const doc = new Y.Doc()
  writeAgreement(doc, base)
  const fragment = articleFragment(doc, 'one')
  const paragraphs = Array.from({ length: 2500 }, () => new Y.XmlElement('paragraph'))
  fragment.insert(0, paragraphs)
  paragraphs[0]?.insert(0, [new Y.XmlText('woord '.repeat(50_000))])
  const { value, messages } = readAgreement(doc)
  expect(value.articles[0]?.body.content).toHaveLength(2501)
  expect(JSON.stringify(value.articles[0]?.body)).toContain('woord '.repeat(50_000))
  expect(messages).toEqual([])
})
