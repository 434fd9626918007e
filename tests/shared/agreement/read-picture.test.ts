import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PICTURE_LIMITS, type ReadPicture, readPicture } from '../../../shared/agreement/read-picture.ts'
import { chunk, JPEG, pngOf } from '../../support/pictures.ts'

const text = (words: string) => Buffer.from(words, 'latin1')
const joined = (bytes: Uint8Array, more: Uint8Array) => Buffer.concat([bytes, more])
const changed = (bytes: Uint8Array, at: number, ...values: number[]) => {
  const copy = Buffer.from(bytes)
  copy.set(values, at)
  return copy
}
const frameAt = Buffer.from(JPEG).indexOf(Buffer.from([0xff, 0xc0]))
const read = (bytes: Uint8Array) => readPicture(bytes) as ReadPicture

describe('a picture', () => {
  test('says its kind and size by its bytes', () => {
    expect(read(pngOf(240, 80))).toMatchObject({ kind: 'png', width: 240, height: 80 })
    expect(read(JPEG)).toMatchObject({ kind: 'jpeg', width: 24, height: 16 })
  })

  test('loses what programs wrote beside it: names, places, and whatever stands behind its end', () => {
    const plain = pngOf(20, 10)
    const told = pngOf(20, 10, [
      ['tEXt', text('Author\0Sanne Proef')],
      ['eXIf', text('52.1, 4.3')],
    ])
    expect(Buffer.from(read(joined(told, text('<script>'))).bytes)).toEqual(Buffer.from(plain))
    const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 13]), text('Sanne Proef')])
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 13]), text('Sanne Proef')])
    const marked = Buffer.concat([JPEG.subarray(0, 2), exif, comment, JPEG.subarray(2), text('<script>')])
    const kept = Buffer.from(read(marked).bytes)
    expect(kept).toEqual(Buffer.from(read(JPEG).bytes))
    expect(kept.includes('ICC_PROFILE')).toBe(false)
  })

  test('that was read once reads as itself', () => {
    for (const picture of [pngOf(3, 3), JPEG])
      expect(read(read(picture).bytes).bytes).toEqual(read(picture).bytes)
  })
})

describe('what is no picture, or one that means harm, is refused', () => {
  const png = pngOf(20, 10)
  test.each([
    ['nothing', new Uint8Array(), 'kind'],
    ['a drawing with a script in it (SVG)', text('<svg onload="alert(1)"/>'), 'kind'],
    ['a GIF', text('GIF89a\x01\0\x01\0'), 'kind'],
    ['a page under the name of a picture', text('<!doctype html><script>'), 'kind'],
    ['a metafile', text('\x01\0\0\0\x58\0\0\0'), 'kind'],
    ['a program', text('MZ\x90\0'), 'kind'],
    ['only the first bytes of a PNG', png.subarray(0, 8), 'damaged'],
    ['a PNG that is cut off', png.subarray(0, png.length - 20), 'damaged'],
    ['a PNG of which a byte changed', changed(png, 45, 1), 'damaged'],
    ['a PNG with a chunk of four thousand million bytes', changed(png, 8, 0xff, 0xff, 0xff, 0xff), 'damaged'],
    [
      'a PNG that begins with something else',
      joined(png.subarray(0, 8), chunk('IDAT', text('x'))),
      'damaged',
    ],
    ['a PNG with a part that must be understood', pngOf(2, 2, [['XyzW', text('x')]]), 'damaged'],
    ['a PNG of no dots', pngOf(0, 10), 'damaged'],
    ['a small PNG that unpacks to a wall of dots', pngOf(60_000, 1), 'dots'],
    ['a PNG of a side too far', pngOf(1, PICTURE_LIMITS.side + 1), 'dots'],
    ['a JPEG that says it is a wall', changed(JPEG, frameAt + 5, 0xff, 0xff, 0xff, 0xff), 'dots'],
    ['a JPEG of no dots', changed(JPEG, frameAt + 5, 0, 0, 0, 0), 'damaged'],
    ['a JPEG for a printing press', changed(JPEG, frameAt + 9, 4), 'colours'],
    ['a JPEG without loss, which few can read', changed(JPEG, frameAt + 1, 0xc3), 'damaged'],
    ['a JPEG that is cut off', JPEG.subarray(0, JPEG.length - 2), 'damaged'],
    ['a JPEG with a segment of no length', changed(JPEG, 4, 0, 0), 'damaged'],
    ['a JPEG of marks alone', Buffer.alloc(5000, 0xff).fill(0xd8, 1, 2), 'damaged'],
    ['a file of one byte too many', joined(png, Buffer.alloc(PICTURE_LIMITS.bytes)), 'size'],
  ])('%s', (_, bytes, trouble) => {
    expect(readPicture(bytes)).toBe(trouble)
  })

  test('and bytes changed by chance give a picture within bounds or a reason, never an error', () => {
    const spots = fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(pngOf(20, 10), JPEG), spots, (picture, changes) => {
        const bytes = Buffer.from(picture)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const found = readPicture(bytes)
        if (typeof found === 'string') return
        expect(Math.max(found.width, found.height)).toBeLessThanOrEqual(PICTURE_LIMITS.side)
        expect(found.bytes.length).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })
})
