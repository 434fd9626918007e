/** Our own prefixes, by namespace: what a file calls them says nothing. Strict Office Open XML has addresses of its own for the same things. */
const OFFICE = 'http://schemas.openxmlformats.org/'
const STRICT = 'http://purl.oclc.org/ooxml/'
const MICROSOFT = 'http://schemas.microsoft.com/office/'

export const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OFFICE}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OFFICE}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OFFICE}officeDocument/2006/customXml`, 'ds'],
  [`${STRICT}officeDocument/customXml`, 'ds'],
  [`${OFFICE}officeDocument/2006/extended-properties`, 'ep'],
  [`${STRICT}officeDocument/extendedProperties`, 'ep'],
  [`${OFFICE}officeDocument/2006/custom-properties`, 'op'],
  [`${STRICT}officeDocument/customProperties`, 'op'],
  [`${OFFICE}officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${STRICT}officeDocument/docPropsVTypes`, 'vt'],
  [`${OFFICE}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OFFICE}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OFFICE}package/2006/relationships`, 'rel'],
  [`${OFFICE}package/2006/content-types`, 'ct'],
  [`${OFFICE}package/2006/metadata/core-properties`, 'cp'],
  [`${OFFICE}markup-compatibility/2006`, 'mc'],
  [`${MICROSOFT}word/2010/wordml`, 'w14'],
  [`${MICROSOFT}word/2012/wordml`, 'w15'],
  [`${MICROSOFT}word/2016/wordml/cid`, 'w16cid'],
  [`${MICROSOFT}word/2018/wordml`, 'w16'],
  [`${MICROSOFT}word/2018/wordml/cex`, 'w16cex'],
  [`${MICROSOFT}word/2020/wordml/sdtdatahash`, 'w16sdtdh'],
  [`${MICROSOFT}word/2023/wordml/word16du`, 'w16du'],
  [`${MICROSOFT}word/2010/wordprocessingShape`, 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:handslag:word:1', 'h'],
])

/** A name as the rest of the room says it: `w:p`; without namespace `Id`; of a namespace that is not known here `{address}local`. */
export function knownName(uri: string, local: string): string {
  if (uri === '') return local
  const prefix = PREFIXES.get(uri)
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`
}
