import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Paragraph, RichText } from '../../shared/agreement/rich-text.ts'
import { officialName } from '../../shared/outline/parties.ts'
import { publicOutline } from '../../shared/outline/public-outline.ts'
import { writeHtml } from '../../shared/word/write-html.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../support/examples-on-paper.ts'
import { squeezed } from '../support/outline-words.ts'
import { partsOf, schemaFaults, textByMammoth } from '../support/word-file.ts'

const catalog = realCatalog()
const LONG = 60_000
const PROPERTIES = { agreementId: 'a', version: 3, date: new Date('2026-11-26T12:00:00Z') }
/** Somebody who writes along and stands nowhere in the agreement's own lists. */
const WRITER = 'Quirine van Xyrbeek'

/** Words that stand nowhere else: `what` is the kind of field. */
function mark(what: string, nth: number): string {
  const letters = [...String(nth)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')
  return `Zq${what}${letters}`
}

/** The agreement with a string of its own in every field about a person, and who that is typed in its texts as well. */
function withMarks(body: AgreementBody): AgreementBody {
  let nth = 0
  const each = (what: string) => mark(what, ++nth)
  const contacts = body.contacts.map((contact) => ({
    ...contact,
    name: `${each('voor')} ${each('achter')}`,
    position: each('functie'),
    phone: `000-88${String(++nth).padStart(5, '0')}`,
    email: `${each('post')}@${each('domein')}.example`,
    preferredChannel: each('weg'),
    availableText: each('dagen'),
  }))
  const signatories = body.signatories.map((person) => ({
    ...person,
    name: `${each('voor')} ${each('achter')}`,
    position: each('functie'),
  }))
  const parties = body.parties.map((party) => ({
    ...party,
    address: `${each('straat')} ${++nth}`,
    postalCode: `${9000 + ++nth} ZQ`,
  }))
  const typed = [...contacts, ...signatories].flatMap(({ name }) => [name, name.split(' ')[1] ?? ''])
  const reached = contacts.map(({ phone, email }) => `${phone.replace('-', ' ')} of ${email}`)
  const lived = parties.map(({ address, postalCode }) => `${address}, ${postalCode}`)
  const said = [...typed, ...reached, ...lived, WRITER, 'Xyrbeek'].join(' of ')
  return {
    ...body,
    ...{ contacts, signatories, parties },
    title: `Afspraken met ${contacts[0]?.name} en ${WRITER}`,
    purpose: { ...body.purpose, goalText: `Samen met ${said}.` },
    tasks: body.tasks.map((task, at) => (at === 0 ? { ...task, title: `Bellen met ${said}` } : task)),
    articles: body.articles.map((article) => ({
      ...article,
      heading: `${article.heading} en ${contacts[0]?.name}`,
      body: withTyped(article.body, said, contacts[0]?.name ?? ''),
    })),
  }
}

/** A clause that names everybody, and one in which the marks of a name begin in the middle of it. */
function withTyped(body: RichText, said: string, name: string): RichText {
  const attrs = { kind: 'plain', level: 0, onlyIf: null } as Paragraph['attrs']
  const parts = [name.slice(0, 4), name.slice(4, 12), name.slice(12)]
  const split = parts.map((text, at) => ({
    type: 'text' as const,
    text,
    ...(at === 1 ? { marks: [{ type: 'bold' as const }] } : {}),
  }))
  const typed: Paragraph[] = [
    { type: 'paragraph', attrs, content: [{ type: 'text', text: `Vraag ${said}.` }] },
    { type: 'paragraph', attrs, content: [{ type: 'text', text: 'Bel ' }, ...split] },
  ]
  return { ...body, content: [...body.content, ...typed] }
}

/** Everything about people that was put in, each word by itself. */
function personalIn({ contacts, signatories, parties }: AgreementBody): string[] {
  const fields = [
    ...contacts.flatMap(({ name, position, phone, email, preferredChannel, availableText }) =>
      [name, position, phone, email, preferredChannel, availableText].map(String),
    ),
    ...signatories.flatMap(({ name, position }) => [name, position].map(String)),
    ...parties.flatMap(({ address, postalCode }) => [address, postalCode].map(String)),
    WRITER,
  ]
  return [...new Set(fields.flatMap((field) => [field, ...field.split(/[ @]/).filter((w) => w.length > 4)]))]
}

/** The texts of a part, read with and without what stands between them: a name may be cut by an element, and so may a number. */
const readings = (xml: string): string[] => {
  const text = xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  return [xml, text, text.replace(/[\s-]/g, '')]
}

describe.each(EXAMPLE_NAMES)('the public version of %s', (name) => {
  const body = withMarks(exampleOnPaper(name))
  const outline = publicOutline(body, catalog, { status: 'draft', names: [WRITER] })
  const personal = personalIn(body)
  const foundIn = (parts: Record<string, string>) =>
    Object.entries(parts).flatMap(([part, xml]) =>
      personal
        .filter((each) =>
          readings(xml).some((text) => text.includes(each) || text.includes(each.replace(/[\s-]/g, ''))),
        )
        .map((each) => `${part}: ${each}`),
    )

  const written = writeWord(outline, PROPERTIES)

  test('holds nothing of people in any part of the Word file or the page', { timeout: LONG }, async () => {
    expect(personal.length).toBeGreaterThan(40)
    const { bytes } = await written
    expect(foundIn({ ...partsOf(bytes), 'page.html': writeHtml(outline) })).toEqual([])
  })

  test('says what it is, and holds the parties and every article', { timeout: LONG }, async () => {
    const { bytes } = await written
    const text = squeezed(await textByMammoth(bytes))
    for (const party of body.parties) expect(text).toContain(officialName(party, catalog))
    expect(text).toContain('Openbare versie')
    expect(text).toContain(
      'Namen van mensen, hun adressen, telefoonnummers en handtekeningen zijn weggelaten.',
    )
    expect(outline.sections.map(({ id }) => id)).toEqual(body.articles.map(({ id }) => id))
    expect(partsOf(bytes)['customXml/item1.xml']).not.toContain('<snapshot')
  })
})

test.each([EXAMPLE_NAMES[0], EXAMPLE_NAMES[1]])(
  'the public version of %s is valid',
  { timeout: LONG },
  async (name) => {
    const outline = publicOutline(exampleOnPaper(name), catalog, { status: 'draft' })
    expect(await schemaFaults((await writeWord(outline, PROPERTIES)).bytes)).toEqual([])
  },
)
