import { describe, expect, test } from 'vitest'
import { contrast } from '../../../shared/agreement/contrast.ts'
import { cleanTheme, logoPicture, theme, themeTroubles } from '../../../shared/agreement/theme.ts'
import { pngOf, themeOf } from '../../support/pictures.ts'

const logoOf = (bytes: Uint8Array) => ({
  picture: Buffer.from(bytes).toString('base64'),
  description: 'Logo',
})
const complaintsOf = (value: unknown) =>
  theme.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrast('#FFFFFF', '#777777')).toBeCloseTo(4.48, 2)
})

describe('a theme', () => {
  test('of the right form is taken as it is', () => {
    expect(theme.parse(themeOf())).toEqual(themeOf())
    expect(themeTroubles(themeOf({ logo: null }))).toEqual([])
  })

  test.each([
    [
      'headings too light to read, with what was measured',
      themeOf({ headingColour: '#777777' }),
      '; this one does 4.47:1',
    ],
    ['a colour by name', themeOf({ accentColour: 'red' }), 'accentColour: a colour such as'],
    ['style in a colour', themeOf({ headingColour: '#000;} b' }), 'headingColour: a colour such as'],
    ['a font that not every Word has', { ...themeOf(), bodyFont: 'Comic Sans MS' }, 'bodyFont: '],
    ['a key that is not known', { ...themeOf(), footer: 'x' }, 'footer'],
    ['a name of two lines', themeOf({ name: 'Gemeente\nVoorbeeldstad' }), 'name: one line'],
    [
      'a logo without words',
      themeOf({ logo: { ...logoOf(pngOf(2, 2)), description: '' } }),
      'logo.description: ',
    ],
    [
      'a logo that is no picture',
      themeOf({ logo: logoOf(Buffer.from('<svg/>')) }),
      'logo.picture: a PNG or JPEG',
    ],
    ['a logo that is no base64', themeOf({ logo: { picture: '%%%', description: 'x' } }), 'logo.picture: '],
    ['a logo of too many bytes', themeOf({ logo: logoOf(Buffer.alloc(400_000)) }), 'logo.picture: '],
  ])('with %s is refused, and says why', (_, value, complaint) => {
    expect(complaintsOf(value).join('\n')).toContain(complaint)
  })

  test('keeps of its logo the picture alone', () => {
    const told = themeOf({ logo: logoOf(pngOf(9, 9, [['tEXt', Buffer.from('Author\0Sanne')]])) })
    const kept = cleanTheme(told)
    expect(kept).toEqual(themeOf({ logo: logoOf(pngOf(9, 9)) }))
    expect(kept.logo && logoPicture(kept.logo)).toMatchObject({ kind: 'png', width: 9 })
  })
})
