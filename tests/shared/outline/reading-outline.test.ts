import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Outline } from '../../../shared/outline/outline.ts'
import { readingOutline } from '../../../shared/outline/reading-outline.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'

const catalog = realCatalog()
const read = (body: AgreementBody): Outline => readingOutline(body, catalog, { status: 'draft' })

/** All that says of a person who it is or how to reach them. */
function ofPeople({ contacts, signatories, parties }: AgreementBody): string[] {
  const found = [
    ...contacts.flatMap(({ name, phone, email }) => [name, phone, email]),
    ...signatories.map(({ name }) => name),
    ...parties.flatMap(({ address, postalCode }) => [address, postalCode]),
  ]
  return found.flatMap((each) => (each === null || each.length < 5 ? [] : [each]))
}

describe('an agreement for who reads along', () => {
  test.each(EXAMPLE_NAMES)('%s: nothing of people is in it', (name) => {
    const body = exampleOnPaper(name)
    const words = JSON.stringify(read(body))
    expect(ofPeople(body).length).toBeGreaterThan(5)
    expect(ofPeople(body).filter((each) => words.includes(each))).toEqual([])
  })

  test.each(EXAMPLE_NAMES)('%s: every article and annex is in it, and what was left out is said', (name) => {
    const body = exampleOnPaper(name)
    const { sections, annexes } = read(body)
    expect([...sections, ...annexes].map(({ id }) => id)).toEqual(
      [...body.articles, ...body.annexes].map(({ id }) => id),
    )
    expect(JSON.stringify(sections)).toContain('staan niet in deze leesversie')
  })

  test('a name, e-mail address or mobile number typed in a text is left out; a number of a helpline stays', () => {
    const body = agreement({
      contacts: [{ id: 'c1', name: 'Fatima Verzonnen' }],
      articles: [
        {
          id: 'a1',
          key: null,
          heading: 'Vragen aan Fatima Verzonnen',
          numbered: true,
          origin: null,
          body: clauses(
            'Bel Fatima Verzonnen, 06-12345678 of +31 6 1234 5678. Mail f@samen.example. Bel 0800 2000.',
          ),
        },
      ],
    })
    const words = JSON.stringify(read(body).sections)
    expect(words).not.toMatch(/Fatima|12345678|1234 5678|samen\.example/)
    expect(words).toContain('0800 2000')
    expect(words).toContain('[weggelaten]')
  })

  test('a name that is also a word of the outline itself changes nothing but words', () => {
    const body = exampleOnPaper(EXAMPLE_NAMES[0])
    const named = { ...body, signatories: body.signatories.map((each) => ({ ...each, name: 'paragraph' })) }
    expect(read(named).sections.flatMap(({ content }) => content.map(({ kind }) => kind))).toContain(
      'paragraph',
    )
  })
})
