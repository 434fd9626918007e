import { describe, expect, test } from 'vitest'
import { clusterSummaries, inOrder, pictureOf } from '../../../../client/screens/scan/picture-of.ts'
import type { PartyRole } from '../../../../shared/agreement/party.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'

const factor = (number: number, clusterId: string, side: 'families' | 'service') => ({
  id: `F${number}`,
  number,
  clusterId,
  slug: `factor_${number}`,
  label: `Drempel ${number}`,
  explanation: 'Uitleg.',
  scanQuestion: 'Vraag?',
  side,
})

const catalog = {
  factors: [factor(1, 'trust', 'families'), factor(2, 'quality', 'service'), factor(3, 'quality', 'service')],
  frameworks: [
    {
      id: 'f',
      label: 'Kader',
      ownLines: false,
      clusters: [
        { id: 'trust', label: 'Vertrouwen' },
        { id: 'quality', label: 'Kwaliteit' },
      ],
    },
  ],
} as unknown as Pick<Catalog, 'factors' | 'frameworks'>

const party = (id: string, role: PartyRole) => ({ id, role })
const PARTIES = [
  party('gem', 'municipality'),
  party('jeugd', 'youth_care_provider'),
  party('mo', 'migrant_organisation'),
]
const draw = (factorScores: Record<string, Record<string, number>>, parties = PARTIES) =>
  pictureOf({ factorScores, parties }, catalog)
const gaps = (scores: Record<string, number>, id = 'F2') =>
  draw({ [id]: scores }).map(({ isServiceGap }) => isServiceGap)

describe('the picture', () => {
  test('has a row for each factor that somebody scored, with its ends and its average over the parties', () => {
    const rows = draw({ F2: { mo: 5, gem: 2 }, F1: { jeugd: 3 } })
    expect(
      rows.map(({ factor, low, high, difference, height }) => [factor.id, low, high, difference, height]),
    ).toEqual([
      ['F1', 3, 3, 0, 3],
      ['F2', 2, 5, 3, 3.5],
    ])
    expect(rows[1]?.scores).toEqual([
      { partyId: 'gem', score: 2 },
      { partyId: 'mo', score: 5 },
    ])
  })

  test('leaves out who is no party any more and names that mean something to the program', () => {
    expect(draw({ F1: { gone: 4 }, F9: { mo: 1 }, F2: {} })).toEqual([])
    expect(draw({ F1: { mo: 2 } }, [...PARTIES, party('toString', 'other')])[0]?.scores).toHaveLength(1)
  })

  test('is put by difference, by height or by cluster, and equal rows keep their order', () => {
    const rows = draw({ F1: { gem: 3, mo: 3 }, F2: { gem: 1, mo: 2 }, F3: { gem: 4, mo: 5 } })
    const ids = (order: 'difference' | 'height' | 'cluster') =>
      inOrder(rows, order).map((row) => row.factor.id)
    expect(ids('difference')).toEqual(['F2', 'F3', 'F1'])
    expect(ids('height')).toEqual(['F3', 'F1', 'F2'])
    expect(ids('cluster')).toEqual(['F1', 'F2', 'F3'])
  })

  test('tells of a cluster where parties look alike and where not; one party alone is no agreement', () => {
    const rows = draw({ F1: { mo: 3 }, F2: { gem: 1, mo: 4 }, F3: { gem: 4, mo: 5 } })
    expect(clusterSummaries(rows.toReversed())).toEqual([
      { id: 'trust', label: 'Vertrouwen', alike: 0, apart: 0, height: 3, rows: [rows[0]] },
      { id: 'quality', label: 'Kwaliteit', alike: 1, apart: 1, height: 3.5, rows: rows.slice(1) },
    ])
  })
})

describe('a gap about the help itself is a reason to talk', () => {
  test.each([
    ['when who gives it scores two lower than who knows the families', { jeugd: 3, mo: 5 }, true],
    ['not when it is one', { jeugd: 4, mo: 5 }, false],
    ['not the other way round', { jeugd: 5, mo: 2 }, false],
    ['not between others', { gem: 1, mo: 5 }, false],
    ['not when one of the two is silent', { jeugd: 1 }, false],
  ])('%s', (_, scores, expected) => {
    expect(gaps(scores)).toEqual([expected])
  })

  test('not for a threshold that lies with families', () => {
    expect(gaps({ jeugd: 1, mo: 5 }, 'F1')).toEqual([false])
  })
})
