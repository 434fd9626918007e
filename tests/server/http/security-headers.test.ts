import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REACT_ARIA_STYLES, securityHeaders } from '../../../server/http/security-headers.ts'

const LIBRARY = join(import.meta.dirname, '../../../node_modules/react-aria/dist/private')

describe('the styles that React Aria puts into a page', () => {
  test.each([
    ['interactions/usePress.mjs', 0],
    ['overlays/usePreventScroll.mjs', 1],
  ])('%s still writes the rule that the policy lets in', async (file, index) => {
    const source = await readFile(join(LIBRARY, file), 'utf8')
    const [, written = ''] = /textContent = `([^`]+)`\.trim\(\)/.exec(source) ?? []
    const rule = written.trim().replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, 'data-react-aria-pressable')
    expect(rule).toBe(REACT_ARIA_STYLES[index])
  })
})

const sent = (publicUrl: string | null) =>
  JSON.stringify(securityHeaders({ listenHost: '127.0.0.1', publicUrl, address: () => '' }))

test('behind an https address browsers are told to come back by https alone', () => {
  expect(sent('https://handslag.example')).toContain('31536000')
  expect(sent('https://handslag.example')).toContain('upgradeInsecureRequests')
})

test('without https they are not, or the loopback address would stop working', () => {
  expect(sent(null)).toContain('"strictTransportSecurity":false')
  expect(sent('http://localhost:4870')).not.toContain('upgradeInsecureRequests')
})
