import { describe, expect, test } from 'vitest'
import { readRoute, readSecret, routeKey } from '../../../client/app/route.ts'

describe('an address', () => {
  test.each([
    ['/', '', { page: 'start', templateId: null }],
    ['/', '?new=coop_youth', { page: 'start', templateId: 'coop_youth' }],
    ['/join', '', { page: 'join' }],
    ['/join/', '', { page: 'join' }],
    ['/lezen', '', { page: 'reading' }],
    ['/mee', '', { page: 'code' }],
    ['/afgemeld', '', { page: 'left' }],
    ['/verbinding', '', { page: 'check' }],
    ['/aanmelden', '', { page: 'signIn' }],
    ['/link', '', { page: 'link' }],
    ['/account', '', { page: 'account' }],
    ['/werkruimte', '', { page: 'workspace' }],
    ['/privacy', '', { page: 'privacy' }],
    ['/toString', '', { page: 'unknown' }],
    ['/agreements/a%20b', '', { page: 'agreement', id: 'a b', view: 'paper' }],
    ['/agreements/%E0%A4%A', '', { page: 'agreement', id: '%E0%A4%A', view: 'paper' }],
    ['/agreements', '', { page: 'unknown' }],
    ['/agreements/a/b', '', { page: 'unknown' }],
    ['/agreements/a/drempels', '', { page: 'agreementPart', id: 'a', part: 'scan' }],
    ['/agreements/a/stappen', '', { page: 'agreementPart', id: 'a', part: 'steps' }],
    ['/agreements/a/achterban', '', { page: 'agreementPart', id: 'a', part: 'consultation' }],
    ['/agreements/a/logboek', '', { page: 'agreementPart', id: 'a', part: 'acts' }],
    ['/agreements/a/scherm', '', { page: 'agreementPart', id: 'a', part: 'bigScreen' }],
    ['/agreements/a/bijeenkomst', '', { page: 'agreementPart', id: 'a', part: 'meetingCard' }],
    ['/agreements/a/afronding', '', { page: 'agreementPart', id: 'a', part: 'wrapUp' }],
    ['/agreements/a/toString', '', { page: 'unknown' }],
    ['/elsewhere', '', { page: 'unknown' }],
  ])('%s%s leads to %o', (pathname, search, route) => {
    expect(readRoute({ pathname, search })).toEqual(route)
  })
})

test('choosing a template is another page than the list, and an agreement is another page than its neighbour', () => {
  const key = (pathname: string, search = '') => routeKey(readRoute({ pathname, search }))
  expect(key('/agreements/one')).not.toBe(key('/agreements/two'))
  expect(key('/')).not.toBe(key('/', '?new=coop_youth'))
})

describe('what stands behind # in an address', () => {
  const secret = 'Pu7enEJ0-mBD4TzYBFBJpZq_4n2'

  test('is the secret of an invitation on the page to join, also when it is cut short', () => {
    expect(readSecret({ page: 'join' }, `#${secret}`)).toBe(secret)
    expect(readSecret({ page: 'join' }, '#Pu7')).toBe('Pu7')
    expect(readSecret({ page: 'link' }, `#${secret}`)).toBe(secret)
  })

  test('is the secret of the first start on the start page, when long enough', () => {
    expect(readSecret({ page: 'start', templateId: null }, `#${secret}`)).toBe(secret)
    expect(readSecret({ page: 'start', templateId: null }, '#mine')).toBeNull()
  })

  test('is the secret of a reading link on the reading page, and an article of the text is none', () => {
    expect(readSecret({ page: 'reading' }, `#${secret}`)).toBe(secret)
    expect(readSecret({ page: 'reading' }, '#preview-a1')).toBeNull()
  })

  test('is a place in the page elsewhere, and the skip link is never a secret', () => {
    expect(readSecret({ page: 'agreement', id: 'a', view: 'paper' }, `#${secret}`)).toBeNull()
    expect(readSecret({ page: 'join' }, '#content')).toBeNull()
    expect(readSecret({ page: 'join' }, '')).toBeNull()
  })
})
