import { describe, expect, test } from 'vitest'
import { emptiedForForm } from '../../../shared/outline/form-outline.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'
import { changesIn, edited, emptyForm } from '../../support/returned-word.ts'
import { partsOf, schemaFaults } from '../../support/word-file.ts'

const [LONG, SHORT] = EXAMPLE_NAMES
const body = exampleOnPaper(LONG)
const form = emptyForm(body)

/** Types in the control of a fact and leaves the sign that it is empty, as some programs do. */
const typed = (address: string, text: string) => (xml: string) =>
  xml.replace(new RegExp(`(<w:tag w:val="${address}"/>.*?<w:t[^>]*>)[^<]*`, 's'), `$1${text}`)

/** Fills in the first row to fill in of the table that has this column. */
const filled = (column: string, words: readonly string[]) => (xml: string) => {
  const at = xml.indexOf(`<w:alias w:val="${column}"/>`)
  const [from, end] = [xml.lastIndexOf('<w:tr', at), xml.indexOf('</w:tr>', at)]
  let next = 0
  const row = xml.slice(from, end).replace(/(<w:t[^>]*>)\[[^<\]]*\]/g, (whole, open) => {
    const word = words[next++] ?? ''
    return word === '' ? whole : `${open}${word}`
  })
  return `${xml.slice(0, from)}${row}${xml.slice(end)}`
}

describe('an empty form', () => {
  test('keeps the texts, the parties and the name, and nothing that was filled in', () => {
    const empty = emptiedForForm(body, realCatalog())
    expect(empty.articles).toEqual(body.articles)
    expect(empty.parties).toEqual(body.parties)
    expect(empty.shortTitle).toBe(body.shortTitle)
    expect([empty.term.startDate, empty.purpose.goalText]).toEqual([null, ''])
    expect([empty.tasks, empty.contacts, empty.financing.lines, empty.purpose.results]).toEqual([
      [],
      [],
      [],
      [],
    ])
    expect(emptiedForForm(empty, realCatalog())).toEqual(empty)
  })

  test('is a valid file with choices, days and texts to fill in, and no trace of what was filled in', {
    timeout: 60_000,
  }, async () => {
    const parts = partsOf(await form)
    const xml = parts['word/document.xml'] ?? ''
    expect(await schemaFaults(await form)).toEqual([])
    for (const sign of ['<w:dropDownList>', '<w:date', '<w:text ', 'FormGuidance'])
      expect(xml).toContain(sign)
    const told = [body.purpose.goalText, ...body.tasks.flatMap(({ title }) => title ?? [])]
    const whole = Object.values(parts).join('') + Buffer.from(carriedIn(parts), 'base64').toString()
    expect(told.filter((text) => text !== '' && whole.includes(text))).toEqual([])
  })

  test.each(EXAMPLE_NAMES)('of %s that comes back as it went says nothing', async (name) => {
    expect(changesIn(await emptyForm(exampleOnPaper(name)), exampleOnPaper(name))).toEqual([])
  })

  test('comes back as the facts and rows that were filled in, and nothing else', async () => {
    const row = filled('Trekker', ['Huisbezoek', 'de gemeente', 'de gemeente, de jeugdhulp', 'elke week'])
    const file = edited(await form, (xml) => row(typed('term.startDate', '1 maart 2027')(xml)))
    expect(changesIn(file, body).map(({ what, meanwhile, here }) => ({ what, meanwhile, here }))).toEqual([
      {
        what: {
          kind: 'change',
          change: {
            kind: 'row-add',
            list: 'tasks',
            values: expect.objectContaining({
              ...{ clusterId: 'awareness', title: 'Huisbezoek', leadPartyId: 'p_gem' },
              partyIds: ['p_gem', 'p_jeugd'],
            }),
          },
        },
        ...{ meanwhile: 'unchanged', here: null },
      },
      {
        what: { kind: 'change', change: { kind: 'fact', address: 'term.startDate', value: '2027-03-01' } },
        ...{ meanwhile: 'changed', here: '1 februari 2027' },
      },
    ])
  })

  test('in which Word asks in words of its own says nothing there', async () => {
    const asked = 'Klik of tik om een datum in te voeren.'
    expect(changesIn(edited(await form, typed('term.startDate', asked)), body)).toEqual([])
  })

  test('says in words what a table of two lists can not tell', async () => {
    const short = exampleOnPaper(SHORT)
    const file = edited(await emptyForm(short), filled('Kostenpost', ['Zaalhuur', 'de vaders', '€ 100,00']))
    const [change, ...others] = changesIn(file, short)
    expect(others).toEqual([])
    expect([change?.file, change?.what.kind]).toEqual(['Zaalhuur | de vaders | € 100,00', 'remark'])
  })
})

/** The agreement that a file carries, in base64. */
function carriedIn(parts: Record<string, string>): string {
  return /<snapshot [^>]*>([^<]*)</.exec(parts['customXml/item1.xml'] ?? '')?.[1] ?? ''
}
