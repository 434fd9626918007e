import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Colours = Record<string, string>

const css = readFileSync(join(import.meta.dirname, '../../../client/ui/tokens.css'), 'utf8')

/** The colours of one block of the file, by the words of its media query; '' is the block without one. */
function coloursOf(media: string): Colours {
  const start = media === '' ? css.indexOf(':root') : css.indexOf(`@media ${media} {`)
  if (start < 0) throw new RangeError(`tokens.css has no block for "${media}"`)
  const block = css.slice(start, css.indexOf('\n}', start))
  const found = block.matchAll(/--handslag-color-([\w-]+):\s*(#[0-9a-f]{6})/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}

const light = coloursOf('')
const dark = { ...light, ...coloursOf('(prefers-color-scheme: dark)') }
const highContrast = { ...light, ...coloursOf('(prefers-contrast: more)') }
const darkHighContrast = {
  ...dark,
  ...coloursOf('(prefers-contrast: more)'),
  ...coloursOf('(prefers-contrast: more) and (prefers-color-scheme: dark)'),
}

/** Relative luminance of sRGB. WCAG 2.2, definition "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** WCAG 2.2, definition "contrast ratio". */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

const PARTIES = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `party-${number}`)
const GROUNDS = ['paper', 'table']

describe.each([
  ['light', light],
  ['dark', dark],
  ['high contrast', highContrast],
  ['dark with high contrast', darkHighContrast],
  ['print', { ...light, ...coloursOf('print') }],
])('in %s', (_, colours: Colours) => {
  const ratio = (one: string, other: string) => {
    const [first, second] = [colours[one], colours[other]]
    if (first === undefined || second === undefined) throw new RangeError(`no colour ${one} or ${other}`)
    return contrast(first, second)
  }

  test.each(
    [...PARTIES, 'ink', 'ink-soft', 'action', 'good', 'attention', 'wrong'].flatMap((name) =>
      GROUNDS.map((ground) => [name, ground] as const),
    ),
  )('%s is readable on %s (4.5:1, WCAG 1.4.3)', (name, ground) => {
    expect(ratio(name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(PARTIES)('the initial is readable on the mark of %s', (party) => {
    expect(ratio('on-party', party)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['on-action', 'action'],
    ['on-action', 'action-hover'],
    ['action', 'action-tint'],
    ['ink', 'action-tint'],
    ['ink', 'good-tint'],
    ['ink', 'attention-tint'],
    ['ink', 'wrong-tint'],
    ['ink', 'table-deep'],
    ['ink-soft', 'table-deep'],
  ])('%s is readable on %s', (name, ground) => {
    expect(ratio(name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['line-control', 'paper'],
    ['line-control', 'table'],
    ['focus', 'paper'],
    ['focus', 'table'],
    ['mark-one', 'table'],
    ['mark-two', 'table'],
  ])('%s stands out from %s (3:1, WCAG 1.4.11)', (name, ground) => {
    expect(ratio(name, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('the contrast of black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
