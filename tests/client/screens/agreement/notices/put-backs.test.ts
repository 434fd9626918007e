import { describe, expect, test } from 'vitest'
import { putBacks, withNewer } from '../../../../../client/screens/agreement/notices/put-backs.ts'
import type { Version } from '../../../../../shared/protocol/endpoints-versions.ts'

const version = (id: string, madeBy: string, more: Partial<Version> = {}): Version => ({
  ...{ id, kind: 'before-restore', madeBy, name: '', madeByName: madeBy },
  ...{ madeAt: '2026-11-27T14:00:00.000Z', hash: id, putBack: null },
  ...more,
})
const ofArticle = (id: string, articleId: string | null, madeBy = 'petra') =>
  version(id, madeBy, { putBack: { articleId } })
const older = ofArticle('older', 'art1')

describe('what another put back', () => {
  test('is what the server says was put back since one last looked, with the article, the newest first', () => {
    const [all, one] = [ofArticle('all', null), ofArticle('one', 'art2')]
    expect(putBacks([older], [all, one, older], 'fatima')).toEqual([
      { version: all, articleId: null },
      { version: one, articleId: 'art2' },
    ])
  })

  test('is told once it is done, not when what stood there was kept for it', () => {
    const kept = version('kept', 'petra')
    expect(putBacks([older], [kept, older], 'fatima')).toEqual([])
    const done = ofArticle('kept', 'art2')
    expect(putBacks([kept, older], [done, older], 'fatima')).toEqual([{ version: done, articleId: 'art2' }])
    expect(putBacks([done, older], [done, older], 'fatima')).toEqual([])
  })

  test('is nothing when one did it oneself, a moment was named, the text was fixed, or a version was removed', () => {
    expect(putBacks([older], [ofArticle('own', 'art2', 'fatima'), older], 'fatima')).toEqual([])
    const others = [
      version('named', 'petra', { kind: 'named' }),
      version('fixed', 'petra', { kind: 'fixed' }),
    ]
    expect(putBacks([older], [...others, older], 'fatima')).toEqual([])
    expect(putBacks([...others, older], [older], 'fatima')).toEqual([])
  })
})

describe('what is still told once something newer was put back', () => {
  const told = (version: Version) => ({ version, articleId: version.putBack?.articleId ?? null })
  const [first, second] = [told(ofArticle('first', 'art1')), told(ofArticle('second', 'art2'))]

  test('is each article once, the newest first', () => {
    const again = told(ofArticle('again', 'art1'))
    expect(withNewer([second, first], [again])).toEqual([again, second])
  })

  test('is nothing of before the whole went back', () => {
    const all = told(ofArticle('all', null))
    expect(withNewer([second, first], [all])).toEqual([all])
    expect(withNewer([all], [first])).toEqual([first, all])
  })
})
