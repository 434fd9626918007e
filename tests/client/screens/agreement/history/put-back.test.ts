import { describe, expect, test } from 'vitest'
import { maybePutBack } from '../../../../../client/screens/agreement/history/put-back.ts'
import type { Version } from '../../../../../shared/protocol/endpoints-versions.ts'

const version = (id: string, kind: Version['kind'], madeBy: string): Version => ({
  ...{ id, kind, madeBy, name: '', madeByName: madeBy },
  ...{ madeAt: '2026-11-27T14:00:00.000Z', hash: id },
})
const older = version('older', 'before-restore', 'petra')

describe('what another put back', () => {
  test('is what was kept for it since one last looked', () => {
    const kept = version('kept', 'before-restore', 'petra')
    expect(maybePutBack([older], [kept, older], 'fatima')).toBe(kept)
  })

  test('is nothing when it was known before, or one did it oneself', () => {
    expect(maybePutBack([older], [older], 'fatima')).toBeNull()
    const own = version('own', 'before-restore', 'fatima')
    expect(maybePutBack([older], [own, older], 'fatima')).toBeNull()
  })

  test('is nothing when a moment was named, the text was fixed, or a version was removed', () => {
    const others = [version('named', 'named', 'petra'), version('fixed', 'fixed', 'petra')]
    expect(maybePutBack([older], [...others, older], 'fatima')).toBeNull()
    expect(maybePutBack([...others, older], [older], 'fatima')).toBeNull()
  })
})
