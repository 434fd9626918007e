import { describe, expect, test } from 'vitest'
import { mayChange, reaches, reachesDocument, type TokenBounds } from '../../../server/access/token-bounds.ts'
import type { Endpoint } from '../../../shared/protocol/endpoint.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'

const token = (bounds: Partial<TokenBounds>): TokenBounds => ({
  tokenId: 't1',
  scope: 'write',
  agreementId: null,
  ...bounds,
})
const all: Endpoint[] = Object.values(endpoints)
const named = (list: readonly Endpoint[]) => list.map(({ name }) => name)

describe('a token for reading', () => {
  test('reaches every endpoint that reads, and none that changes anything', () => {
    const reached = all.filter((endpoint) => reaches(token({ scope: 'read' }), endpoint, 'a1'))
    expect(named(reached)).toEqual(named(all.filter(({ method }) => method === 'GET')))
    expect(mayChange(token({ scope: 'read' }))).toBe(false)
  })
})

describe('a token for one agreement', () => {
  const bounds = token({ agreementId: 'a1' })

  test('reaches all of that one and nothing of another', () => {
    const ofAgreement = all.filter(({ access, name }) => access === 'agreement' || name === 'seeEntry')
    expect(named(ofAgreement.filter((each) => reaches(bounds, each, 'a1')))).toEqual(named(ofAgreement))
    expect(named(ofAgreement.filter((each) => reaches(bounds, each, 'a2')))).toEqual([])
    expect([reachesDocument(bounds, 'a1'), reachesDocument(bounds, 'a2')]).toEqual([true, false])
  })

  test('starts no agreement, changes nothing of the workspace, and enters nowhere', () => {
    const elsewhere = all.filter(({ access }) => access !== 'agreement')
    const reached = elsewhere.filter((each) => reaches(bounds, each, null))
    expect(
      reached.every(({ method, access }) => method === 'GET' && ['public', 'signedIn'].includes(access)),
    ).toBe(true)
  })
})

test('a token without bounds of its own reaches everything that its person does', () => {
  expect(all.every((endpoint) => reaches(token({}), endpoint, 'a1'))).toBe(true)
  expect(reachesDocument(null, 'a1') && mayChange(null)).toBe(true)
})
