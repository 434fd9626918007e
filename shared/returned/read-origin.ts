import type { XmlElement } from './xml.ts'
import { childOf, elementsOf, textOf } from './xml-walk.ts'

/**
 * What the properties of a file say of where it comes from: they are left when a program spoils the data that it carries. Anybody can write
 * this, so it is believed of a text alone that has this check number.
 */
export type SaidOrigin = {
  agreementId: string
  version: number
  textHash: string
  /** When the file was made (ms since 1970); null where it does not say. */
  at: number | null
}

/** `custom` and `core` are the parts with its properties (ECMA-376 part 1, 22.3; part 2, 11). Null when they do not name an agreement and a text. */
export function maybeOrigin(custom: XmlElement | null, core: XmlElement | null): SaidOrigin | null {
  const said = new Map(
    elementsOf(custom).map((property) => [
      property.attributes.name ?? '',
      elementsOf(property).map(textOf).join('').trim(),
    ]),
  )
  const [agreementId = '', textHash = ''] = [said.get('agreementId'), said.get('textHash')]
  if (agreementId === '' || !/^[0-9a-f]{64}$/.test(textHash)) return null
  const version = Number(said.get('version') ?? '0')
  const created = childOf(core, 'dcterms:created')
  const at = created === null ? Number.NaN : Date.parse(textOf(created))
  return {
    ...{ agreementId, textHash },
    version: Number.isSafeInteger(version) && version > 0 ? version : 0,
    at: Number.isNaN(at) ? null : at,
  }
}
