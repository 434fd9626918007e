import { type Document, Packer } from 'docx'
import { strFromU8, unzipSync } from 'fflate'

/** A part of the package by its name: XML as text, anything else as bytes. */
export type DocxParts = Map<string, string>

/**
 * The parts that `docx` writes of a document, as text, in its order. It only hands out a package; what it packs is taken from its compiler, because
 * packing and unpacking what is changed and packed again is a fifth of the time that a file takes. The compiler is no part of its public
 * interface: where it is not as we know it, the package is unpacked, to the same parts.
 */
export async function docxParts(document: Document): Promise<DocxParts> {
  const compiled = compile(document)
  if (compiled !== null) return compiled
  return new Map(
    Object.entries(unzipSync(await Packer.pack(document, 'uint8array'))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  )
}

function compile(document: Document): DocxParts | null {
  const compiler: unknown = Reflect.get(Packer, 'compiler')
  if (typeof compiler !== 'object' || compiler === null || !('compile' in compiler)) return null
  if (typeof compiler.compile !== 'function') return null
  const parts: unknown = compiler.compile(document)
  return parts instanceof Map && [...parts.values()].every((data) => typeof data === 'string')
    ? new Map(parts)
    : null
}
