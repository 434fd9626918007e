import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { summaryOutline } from '../../shared/outline/summary-outline.ts'
import { writeHtml } from '../../shared/word/write-html.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../support/examples-on-paper.ts'
import { convertToPdf, pageImages } from '../support/office.ts'
import { squeezed, textsOf } from '../support/outline-words.ts'
import { partsOf, schemaFaults, textByMammoth } from '../support/word-file.ts'

const LONG = 180_000
const PROPERTIES = { agreementId: 'a', version: 3, date: new Date('2026-11-26T12:00:00Z') }
const FULLEST = 'an agreement with more and longer of everything than has room'

/** Words of usual width, cut at so many letters. */
const long = (letters: number) => 'Gemeenschappen werken samen '.repeat(letters).slice(0, letters)
const times = <T>(list: readonly T[], count: number, make: (one: T, nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(list[nth % list.length] as T, nth))

function fullest(): AgreementBody {
  const body = exampleOnPaper(EXAMPLE_NAMES[2])
  const parties = times(body.parties, 30, (party, nth) => ({
    ...party,
    id: `p${nth}`,
    name: long(200),
    shortName: long(200),
  }))
  const ids = parties.map(({ id }) => id)
  const tasks = body.tasks.map((task) => ({ ...task, title: long(300), leadPartyId: 'p1', partyIds: ids }))
  return {
    ...body,
    ...{ parties, tasks, title: long(300), place: long(200) },
    purpose: { ...body.purpose, goalText: long(3000), targetGroup: long(1000), area: long(1000) },
    governance: { ...body.governance, directionPartyId: 'p1', steeringGroupPartyIds: ids },
    evaluation: {
      ...body.evaluation,
      moments: times(body.evaluation.moments, 20, (moment, nth) => ({ ...moment, id: `m${nth}` })),
    },
    customClusters: times(body.customClusters, 20, (cluster, nth) => ({
      ...cluster,
      id: `c${nth}`,
      labelNl: long(200),
    })),
  }
}

const bodies = [
  ...EXAMPLE_NAMES.map((name) => [name, exampleOnPaper(name)] as const),
  [FULLEST, fullest()] as const,
]

describe.each(bodies)('the summary of %s', (_, body) => {
  const outline = summaryOutline(body, realCatalog(), { status: 'draft' })
  const written = writeWord(outline, PROPERTIES).then(({ bytes }) => bytes)

  test('is one page in LibreOffice', { timeout: LONG }, async () => {
    expect(await pageImages(await convertToPdf(await written), 20)).toHaveLength(1)
  })

  test('says the same in Word and as a page, and carries no more than it says', async () => {
    const text = squeezed(await textByMammoth(await written))
    const page = squeezed(writeHtml(outline).replace(/<[^>]*>/g, ' '))
    const words = textsOf(outline).map(squeezed)
    expect(words.filter((line) => !text.includes(line))).toEqual([])
    const shown = (line: string) =>
      page.includes(squeezed(line).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`))
    // A line with a word in bold is cut by the tag.
    expect(words.flatMap((line) => line.split(/(?<=:) /)).filter((line) => !shown(line))).toEqual([])
    expect(partsOf(await written)['customXml/item1.xml']).not.toContain('<snapshot')
  })
})

test('of what has no room the number is said, and what nobody filled in is said to be so', () => {
  const words = JSON.stringify(summaryOutline(fullest(), realCatalog(), { status: 'draft' }))
  expect(words).toContain('en nog 22')
  const empty = { ...exampleOnPaper(EXAMPLE_NAMES[1]), tasks: [], focusFactors: [] }
  expect(JSON.stringify(summaryOutline(empty, realCatalog(), { status: 'draft' }))).toContain(
    'nog niet ingevuld',
  )
})

test('the summary is valid', { timeout: LONG }, async () => {
  const outline = summaryOutline(exampleOnPaper(EXAMPLE_NAMES[0]), realCatalog(), { status: 'agreed' })
  expect(await schemaFaults((await writeWord(outline, PROPERTIES)).bytes)).toEqual([])
})
