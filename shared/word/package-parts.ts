/** The parts of a package as text, by name (ECMA-376 part 2). */
export type PackageParts = Map<string, string>

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Adds a relationship from a part; `target` is seen from its folder. */
export function addRelationship(
  parts: PackageParts,
  from: string,
  id: string,
  type: string,
  target: string,
): void {
  const name = from.replace(/([^/]+)$/, '_rels/$1.rels')
  const none = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONSHIPS}"></Relationships>`
  const relationship = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const xml = parts.get(name) ?? none
  parts.set(
    name,
    xml.replace('</Relationships>', () => `${relationship}</Relationships>`),
  )
}

/** Says what kind of content a part has. */
export function addOverride(parts: PackageParts, name: string, contentType: string): void {
  const override = `<Override PartName="/${name}" ContentType="${contentType}"/>`
  const types = parts.get('[Content_Types].xml') ?? ''
  parts.set(
    '[Content_Types].xml',
    types.replace('</Types>', () => `${override}</Types>`),
  )
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
