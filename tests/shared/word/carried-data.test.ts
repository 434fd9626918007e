import { expect, test } from 'vitest'
import { parseSnapshot, toSnapshot } from '../../../shared/agreement/snapshot.ts'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import { readingOutline } from '../../../shared/outline/reading-outline.ts'
import { textHash } from '../../../shared/outline/text-hash.ts'
import { shownSnapshot } from '../../../shared/word/shown-snapshot.ts'
import { type WordProperties, writeWord } from '../../../shared/word/write-word.ts'
import { agreement } from '../../support/agreement.ts'
import {
  EXAMPLE_NAMES,
  exampleOnPaper,
  exampleOutline,
  realCatalog,
} from '../../support/examples-on-paper.ts'
import { partsOf, schemaFaults } from '../../support/word-file.ts'

const PROPERTIES: WordProperties = {
  agreementId: 'agreement-1',
  version: 7,
  date: new Date('2026-11-26T12:00:00Z'),
}
const LONG = 60_000

const partsWith = async (
  ...[outline, properties]: [Parameters<typeof writeWord>[0], Partial<WordProperties>?]
) => partsOf((await writeWord(outline, { ...PROPERTIES, ...properties })).bytes)

function outlineWith(names: string[], facts: Record<string, unknown>) {
  const content = names.map((name) => ({ type: 'field', attrs: { name } }))
  const body = { type: 'doc', content: [{ type: 'paragraph', attrs: { kind: 'clause' }, content }] }
  const article = { id: 'a', key: 'a', heading: 'Kop', numbered: true, body }
  return buildOutline(agreement({ title: 'Titel', articles: [article], ...facts }), realCatalog(), {
    status: 'draft',
  }).value
}

/** The controls of a file: what binds them, and what they show. */
function controlsIn(document: string) {
  const controls = document.match(/<w:sdt><w:sdtPr><w:alias [^>]*\/><w:tag .*?<\/w:sdt>/gs) ?? []
  return controls.map((xml) => ({
    xml,
    id: /<w:id w:val="(\d+)"/.exec(xml)?.[1],
    name: /w:xpath="\/h:agreement\[1\]\/h:facts\[1\]\/h:(\w+)\[1\]"/.exec(xml)?.[1] ?? '',
    day: /w:fullDate="([\d-]+)T/.exec(xml)?.[1],
    shown: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('\n'),
  }))
}

const factIn = (data: string, name: string) => new RegExp(`<${name} [^>]*>([^<]*)</${name}>`).exec(data)?.[1]

test.each(EXAMPLE_NAMES)(
  'every control of %s has a number of its own and shows what it is bound to',
  async (name) => {
    const parts = await partsWith(exampleOutline(name))
    const controls = controlsIn(parts['word/document.xml'] ?? '')
    const data = parts['customXml/item1.xml'] ?? ''
    expect(controls.length).toBeGreaterThan(5)
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length)
    const wrong = controls.filter(({ name, day, shown, xml }) => {
      const held = factIn(data, name)
      return xml.includes('<w:showingPlcHdr/>') ? held !== '' : held !== (day ?? shown)
    })
    expect(wrong).toEqual([])
  },
)

test('a day is a calendar, a text is a text, and what is worked out from other facts is no control', async () => {
  const parts = await partsWith(
    outlineWith(['start_date', 'goal', 'municipality_city', 'no_such_fact'], {
      term: { startDate: '2027-03-01' },
      purpose: { goalText: 'Een\nTwee & "drie"' },
      parties: [{ id: 'p', role: 'municipality', city: 'Weidehaven' }],
    }),
  )
  const [day, text, ...more] = controlsIn(parts['word/document.xml'] ?? '')
  expect(more).toEqual([])
  expect(day?.xml).toContain('<w:date w:fullDate="2027-03-01T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/>')
  expect(day?.shown).toBe('1 maart 2027')
  expect(text?.xml).toContain('<w:tag w:val="purpose.goalText"/>')
  expect(text?.xml).toContain('<w:text w:multiLine="1"/>')
  expect(factIn(parts['customXml/item1.xml'] ?? '', 'start_date')).toBe('2027-03-01')
  expect(factIn(parts['customXml/item1.xml'] ?? '', 'goal')).toBe('Een\nTwee &#38; &#34;drie&#34;')
})

test('a fact that is not filled in shows what is missing, and shows that again when it is emptied', {
  timeout: LONG,
}, async () => {
  const outline = outlineWith(['goal', 'end_date'], {})
  const { bytes } = await writeWord(outline, PROPERTIES)
  const parts = partsOf(bytes)
  const [goal, end] = controlsIn(parts['word/document.xml'] ?? '')
  expect(goal?.xml).toContain(
    '<w:placeholder><w:docPart w:val="Handslag goal"/></w:placeholder><w:showingPlcHdr/>',
  )
  expect(end?.xml).toContain('<w:date><w:dateFormat')
  expect(factIn(parts['customXml/item1.xml'] ?? '', 'goal')).toBe('')
  expect(parts['word/glossary/document.xml']).toMatch(/<w:name w:val="Handslag goal"\/>.*>\[doel\]</s)
  expect(await schemaFaults(bytes)).toEqual([])
})

test('the check number of the paper stands in the properties and in the data', async () => {
  const outline = exampleOutline(EXAMPLE_NAMES[0])
  const parts = await partsWith(outline)
  expect(parts['docProps/custom.xml']).toContain(`<vt:lpwstr>${textHash(outline)}</vt:lpwstr>`)
  expect(parts['customXml/item1.xml']).toContain(`textHash="${textHash(outline)}"`)
})

const carriedIn = (parts: Record<string, string>) =>
  JSON.parse(
    Buffer.from(
      /<snapshot [^>]*>([^<]*)</.exec(parts['customXml/item1.xml'] ?? '')?.[1] ?? '',
      'base64',
    ).toString('utf8'),
  )

const RECORD = {
  ...{ id: 'agreement-1', status: 'draft', version: 7, clauseAgreements: [], signatures: [] },
  ...{ openItems: { comments: 0, proposals: 0 }, unresolvedPlaceholders: [], coDrafterPartyIds: [] },
} as const

test('a file carries the agreement as it can be read again', { timeout: LONG }, async () => {
  const body = exampleOnPaper(EXAMPLE_NAMES[0])
  const snapshot = toSnapshot(body, structuredClone(RECORD) as never)
  const { value: outline } = buildOutline(snapshot, realCatalog(), { status: 'draft' })
  const carried = shownSnapshot(snapshot, outline)
  const { bytes } = await writeWord(outline, { ...PROPERTIES, snapshot: carried })
  expect(carriedIn(partsOf(bytes))).toEqual(JSON.parse(JSON.stringify(carried)))
  expect(parseSnapshot(carriedIn(partsOf(bytes)))).toMatchObject({ ok: true, hasArticles: true })
  expect(carried.tasks).toEqual(body.tasks)
  expect(await schemaFaults(bytes)).toEqual([])
})

test('no telephone number goes along that does not stand on the paper', async () => {
  const contacts = [
    { id: 'c', partyId: 'p', name: 'Noor Getoond', phone: '06 11 22 33 44', email: 'noor@voorbeeld.nl' },
  ]
  const parties = [{ id: 'p', name: 'Stichting X' }]
  const goal = { purpose: { goalText: 'Bel Noor Getoond' } }
  const outline = outlineWith(['goal'], { contacts, parties, ...goal })
  const snapshot = shownSnapshot(agreement({ contacts, parties, ...goal }), outline)
  expect(snapshot.contacts[0]).toMatchObject({ id: 'c', partyId: 'p', name: 'Noor Getoond' })
  expect(snapshot.contacts[0]).toMatchObject({ phone: null, email: null })
})

test('what parties said to each other does not go along: akkoord, answers to questions, scores of factors that were not chosen', () => {
  const said = {
    humanChecks: [{ ruleSlug: 'right_partner', answer: 'yes', note: 'Wij twijfelden.' }],
    focusFactors: [{ factorId: 'F01' }],
    factorScores: { F01: { p: 3 }, F02: { p: 5 } },
  }
  const clauseAgreements = [{ key: 'a', partyId: 'p', state: 'objection', version: 1 }]
  const snapshot = shownSnapshot({ ...agreement(said), clauseAgreements }, outlineWith([], {}))
  expect(snapshot).toMatchObject({ humanChecks: [], clauseAgreements: [] })
  expect(Object.keys(snapshot.factorScores)).toEqual(['F01'])
})

test('what is only proposed does not go along', () => {
  const proposed = { type: 'text', text: 'Geheim', marks: [{ type: 'insertion', attrs: { id: 's1' } }] }
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { kind: 'clause' },
        content: [{ type: 'text', text: 'Tekst. ' }, proposed],
      },
    ],
  }
  const articles = [{ id: 'a', key: 'a', heading: 'Kop', numbered: true, body }]
  expect(JSON.stringify(agreement({ articles }))).toContain('Geheim')
  expect(JSON.stringify(shownSnapshot(agreement({ articles }), outlineWith([], {})))).not.toContain('Geheim')
})

test.each(EXAMPLE_NAMES)(
  'the file of %s for people who read along holds nobody in any part',
  async (name) => {
    const body = exampleOnPaper(name)
    const parts = await partsWith(readingOutline(body, realCatalog(), { status: 'draft' }))
    const people = [...body.contacts.flatMap(({ name, phone, email }) => [name, phone, email])]
      .concat(body.signatories.map((person) => person.name))
      .filter((each) => each !== null && each.length >= 5)
    expect(people.length).toBeGreaterThan(0)
    const found = Object.entries(parts).filter(([, xml]) => people.some((each) => xml.includes(each ?? '')))
    expect(found.map(([part]) => part)).toEqual([])
    expect(parts['customXml/item1.xml']).not.toContain('<snapshot')
  },
)
