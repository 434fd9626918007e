import { strToU8, zipSync } from 'fflate'
import { oneOf, type Random, seeded } from './seeded.ts'
import { partsOf } from './word-file.ts'

/** What is put somewhere in a part, to see what it does there. */
const STRANGE = [
  '<',
  '&',
  '>',
  '"',
  '<w:p>',
  '</w:p>',
  '<w:ins w:id="1">',
  '</w:sdtContent>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<!DOCTYPE a>',
  '&#0;',
  '\ud800',
  '\u202e',
  '-1',
  '99999999999999999999',
  '__proto__',
  ' xmlns="urn:x"',
]

/**
 * A Word file with something changed by chance, the same for one seed: pieces of a part lost, doubled, moved or made strange, a part lost or
 * in the place of another, or bytes of the package itself.
 */
export function mutatedWordFile(docx: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed)
  if (random(5) === 0) return withOtherBytes(docx, random)
  const parts = partsOf(docx)
  for (let left = 1 + random(3); left > 0; left -= 1) mutate(parts, random)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 1,
  })
}

function withOtherBytes(docx: Uint8Array, random: Random): Uint8Array {
  const bytes = docx.slice()
  for (let left = 1 + random(8); left > 0; left -= 1) {
    // The directory at its end is what most depends on.
    const at = random(2) === 0 ? random(bytes.length) : bytes.length - 1 - random(Math.min(400, bytes.length))
    bytes[at] = random(256)
  }
  return random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
}

function mutate(parts: Record<string, string>, random: Random): void {
  const name = oneOf(random, Object.keys(parts))
  const xml = parts[name] ?? ''
  const kind = random(10)
  if (kind === 0) delete parts[name]
  else if (kind === 1) parts[name] = parts[oneOf(random, Object.keys(parts))] ?? ''
  else parts[name] = kind < 6 ? withOtherElements(xml, random) : withOtherText(xml, random)
}

/** Whole tags, so that what comes of it is often still XML. */
function withOtherElements(xml: string, random: Random): string {
  const tags = xml.split(/(?=<)/)
  const from = random(tags.length)
  const piece = tags.slice(from, from + 1 + random(20))
  if (random(2) === 0) tags.splice(from, piece.length)
  if (random(2) === 0) tags.splice(random(tags.length + 1), 0, ...piece)
  return tags.join('')
}

function withOtherText(xml: string, random: Random): string {
  const at = random(xml.length + 1)
  const lost = random(3) === 0 ? random(200) : 0
  return xml.slice(0, at) + oneOf(random, STRANGE) + xml.slice(at + lost)
}
