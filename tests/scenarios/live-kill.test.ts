import { afterEach, beforeEach, expect, test } from 'vitest'
import { killAmongTypists, type ServerToKill, startServerToKill } from '../support/kill-among-typists.ts'

let target: ServerToKill
beforeEach(async () => {
  target = await startServerToKill()
})
afterEach(() => target.server.stop())

test('after each of five kills -9 in the midst of 20 typists, a fresh client finds all that anybody had seen or was told is kept', async () => {
  for (let kill = 0; kill < 5; kill += 1) {
    const { promised, lost } = await killAmongTypists(target, kill, 3 + kill)
    expect(promised).toBeGreaterThan(20)
    expect(lost).toEqual([])
  }
})
