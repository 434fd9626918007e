import { sha256 } from '../support/sha256.ts'
import { addOverride, addRelationship, escapeXml, type PackageParts } from './package-parts.ts'
import type { ShownFact } from './shown-facts.ts'

/** Namespace of the data that a file carries, by which the way back knows its own. */
export const NAMESPACE = 'urn:handslag:word:1'
/** Name of the data in the file (ECMA-376 part 1, 22.5); the same in every file. */
export const STORE = '{6B1D0C52-3F0A-4E5B-9C77-5A2E8D41F6A3}'

/** Whose data it is, the facts that the controls are bound to, and the agreement that the way back compares with. */
export type CarriedData = {
  agreementId: string
  version: number
  textHash: string
  facts: readonly ShownFact[]
  /** Who proposed and said what stands in the file already, so that the way back does not take it for new. */
  known: readonly KnownRemark[]
  /** Plain data; null when the file is for people who get no more than they see. */
  snapshot: unknown
}

/** A tracked change or comment by its author and moment (ISO), as the file has them; of a comment also the thread that it belongs to here, and the name that Word keeps. */
export type KnownRemark = {
  kind: 'change' | 'comment'
  author: string
  at: string | null
  threadId?: string | null
  durableId?: string | null
}

/** Where a fact stands in the data. */
export function xpathOf({ name }: ShownFact): string {
  return `/h:agreement[1]/h:facts[1]/h:${name}[1]`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'

/** Adds the data as a part of its own that Word and LibreOffice take along. */
export function addCarriedData(parts: PackageParts, data: CarriedData): void {
  parts.set('customXml/item1.xml', `${HEAD}${toXml(data)}`)
  parts.set(
    'customXml/itemProps1.xml',
    `${HEAD}<ds:datastoreItem ds:itemID="${STORE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  )
  addRelationship(parts, 'word/document.xml', 'rIdCarriedData', `${KIND}/customXml`, '../customXml/item1.xml')
  addRelationship(parts, 'customXml/item1.xml', 'rId1', `${KIND}/customXmlProps`, 'itemProps1.xml')
  addOverride(parts, 'customXml/itemProps1.xml', PROPERTIES)
}

function toXml({ agreementId, version, textHash, facts, known, snapshot }: CarriedData): string {
  const about = `id="${escapeXml(agreementId)}" version="${version}" textHash="${textHash}"`
  const each = facts.map(
    ({ name, address, value }) =>
      `<${name}${attribute('address', name === address ? null : address)}>${escapeXml(value)}</${name}>`,
  )
  const said = known.map(
    ({ kind, author, at, threadId = null, durableId = null }) =>
      `<${kind} author="${escapeXml(author)}"${attribute('at', at)}${attribute('thread', threadId)}${attribute('durable', durableId)}/>`,
  )
  const there = said.length === 0 ? '' : `<known>${said.join('')}</known>`
  const carried = snapshot === null ? '' : toSnapshot(JSON.stringify(snapshot))
  return `<agreement xmlns="${NAMESPACE}" ${about}><facts>${each.join('')}</facts>${there}${carried}</agreement>`
}

const attribute = (name: string, value: string | null): string =>
  value === null ? '' : ` ${name}="${escapeXml(value)}"`

/** In base64: JSON may hold signs that XML cannot. The hash tells whether another program changed it. */
function toSnapshot(json: string): string {
  return `<snapshot encoding="base64" sha256="${sha256(json)}">${inBase64(new TextEncoder().encode(json))}</snapshot>`
}

/** By pieces: a call takes only so many arguments. */
function inBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(binary)
}
