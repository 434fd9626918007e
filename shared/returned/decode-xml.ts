import { XmlError } from './walk-xml.ts'

/** The text of an XML part: UTF-8 or UTF-16, which are all that a package may hold (ECMA-376 part 2, 6.2.5). Throws `XmlError`. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    // A BOM is left out of the text by the decoder.
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new XmlError('not the text it says to be')
  }
}

/** By the BOM, or without one by its first sign, which is `<` (XML 1.0, appendix F). */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}
