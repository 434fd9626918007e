import type { ReturnTrouble } from '../agreement/returned-change.ts'
import { parseSnapshot } from '../agreement/snapshot.ts'
import { sha256 } from '../support/sha256.ts'
import type { KnownRemark } from '../word/carried-data.ts'
import { maybeDurableId } from './read-comments.ts'
import type { ReturnedData } from './returned-word-file.ts'
import type { XmlElement } from './xml.ts'
import { childOf, elementsOf, textOf } from './xml-walk.ts'

/** True for the part in which a file of ours carries what the way back compares with. */
export const isOurData = (root: XmlElement): boolean => root.name === 'h:agreement'

/**
 * What a file carries of its own. `comparison` when it lays two versions beside each other, `not-ours` when it has no agreement in it, as the file of
 * somebody who reads along; `damaged` when another program changed the agreement in it; `newer-format` when this edition does not know its form.
 */
export function readData(root: XmlElement): ReturnedData | ReturnTrouble {
  if (childOf(root, 'h:comparison') !== null) return 'comparison'
  const carried = childOf(root, 'h:snapshot')
  if (carried === null) return 'not-ours'
  const json = maybeJson(textOf(carried), carried.attributes.sha256)
  if (json === null) return 'damaged'
  const parsed = parseSnapshot(json)
  if (!parsed.ok) return parsed.problem === 'newer-format' ? 'newer-format' : 'damaged'
  const { id = '', version = '0', textHash = '' } = root.attributes
  const facts = elementsOf(childOf(root, 'h:facts'))
  return {
    agreementId: id,
    version: Number(version),
    textHash,
    snapshot: parsed.value,
    facts: Object.fromEntries(facts.map((fact) => [fact.name.replace(/^h:/, ''), textOf(fact)])),
    known: elementsOf(childOf(root, 'h:known')).map(knownRemark),
  }
}

function maybeJson(base64: string, hash: string | undefined): unknown {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return sha256(json) === hash ? JSON.parse(json) : null
  } catch {
    return null
  }
}

function knownRemark({ name: kind, attributes }: XmlElement): KnownRemark {
  const { author = '', at = '', thread = '', durable = '' } = attributes
  const about = { author, at: at === '' ? null : at }
  if (!kind.endsWith('comment')) return { kind: 'change', ...about }
  const durableId = maybeDurableId(durable)
  return { kind: 'comment', ...about, threadId: /^.{1,80}$/.test(thread) ? thread : null, durableId }
}
