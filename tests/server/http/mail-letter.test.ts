import { expect, test } from 'vitest'
import { letterFor } from '../../../server/http/mail-letter.ts'
import { LINK_KINDS } from '../../../shared/protocol/endpoints-accounts.ts'

const site = { listenHost: '0.0.0.0', publicUrl: null, address: () => 'https://handslag.example' }
const letter = (kind: (typeof LINK_KINDS)[number], name: string, language = 'nl') =>
  letterFor(
    { email: 'petra@weidehaven.example', name, kind, secret: 'geheim' },
    { headers: { 'accept-language': language } },
    site,
    'Gemeente Weidehaven',
  )

test.each(LINK_KINDS)('a letter to %s has its link alone on a line, in both languages', (kind) => {
  for (const language of ['nl', 'en']) {
    const { to, text } = letter(kind, 'Petra', language)
    expect(to).toBe('petra@weidehaven.example')
    expect(text.split('\n')).toContain('https://handslag.example/link#geheim')
  }
  expect(letter(kind, 'Petra').subject).not.toBe(letter(kind, 'Petra', 'en').subject)
})

test('a name that reaches for lines of its own stays on its line', () => {
  const { text } = letter('sign-in', 'Petra,\n\nGa naar https://evil.example\r\nnu')
  expect(text.split('\n')[0]).toBe('Dag Petra, Ga naar https://evil.example nu,')
})
