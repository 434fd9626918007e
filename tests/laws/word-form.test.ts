import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { largeAgreement } from '../bench/large-agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../support/examples-on-paper.ts'
import { factsOnPaper } from '../support/facts-on-paper.ts'
import { squeezed, textsOf } from '../support/outline-words.ts'
import { schemaFaults, textByMammoth } from '../support/word-file.ts'
import { wordFindings } from '../support/word-findings.ts'

const LONG = 120_000
const PROPERTIES = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
const LARGE = 'sixty articles with every table'
const outlineOf = (body: AgreementBody) =>
  buildOutline(body, realCatalog(), { status: 'ready_to_sign' }).value

/** What is found and argued in `shared/word/DECISIONS.md`; by name, and how often where that is not once for each entry of the contents. */
const ARGUED: Readonly<Record<string, Record<string, number>>> = {
  [EXAMPLE_NAMES[0]]: { 'an entry of the contents without a page': 35 },
  [EXAMPLE_NAMES[1]]: { 'no contents': 1, 'a fact that is missing': 3 },
  [EXAMPLE_NAMES[2]]: { 'an entry of the contents without a page': 34, 'a number that is typed': 1 },
  [EXAMPLE_NAMES[3]]: { 'an entry of the contents without a page': 20 },
  [LARGE]: { 'an entry of the contents without a page': 67, 'a number that is typed': 35 },
}

const bodies = [
  ...EXAMPLE_NAMES.map((name) => [name, exampleOnPaper(name)] as const),
  [LARGE, largeAgreement(60) as AgreementBody] as const,
]

describe.each(bodies)('the Word file of %s', (name, body) => {
  const outline = outlineOf(body)
  const written = writeWord(outline, PROPERTIES).then(({ bytes }) => bytes)

  test('gives no other finding than the ones that are argued', async () => {
    const found = wordFindings(await written)
    const rules = Object.groupBy(found, ({ rule }) => rule)
    const counts = Object.fromEntries(Object.entries(rules).map(([rule, each]) => [rule, each?.length]))
    expect(counts).toEqual(ARGUED[name])
  })

  test('holds every word and cell, and every fact of the agreement that a block shows', async () => {
    const text = squeezed(await textByMammoth(await written))
    const wanted = [...textsOf(outline), ...factsOnPaper(body)].map(squeezed)
    expect(wanted.filter((line) => !text.includes(line))).toEqual([])
  })
})

test('the large agreement has sixty articles and more than twenty tables, and its file is valid', {
  timeout: LONG,
}, async () => {
  const outline = outlineOf(largeAgreement(60) as AgreementBody)
  const { sections } = outline
  expect(await schemaFaults((await writeWord(outline, PROPERTIES)).bytes)).toEqual([])
  expect(sections).toHaveLength(60)
  const tables = sections.flatMap(({ content }) => content.filter(({ kind }) => kind === 'table'))
  expect(tables.length).toBeGreaterThan(20)
})
