import { sha256 } from '../support/sha256.ts'
import type { KnownRemark } from './carried-data.ts'
import { addOverride, addRelationship, type PackageParts } from './package-parts.ts'

const NAMESPACE = 'http://schemas.microsoft.com/office/word/2016/wordml/cid'
const KIND = 'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsIds+xml'

/** Above nothing and below the largest number of 31 bits ([MS-DOCX] 2.8.3.1). */
const MOST = 0x7ffffffe

/**
 * A name for each comment that Word keeps when it numbers them anew or takes the names of people out: by what the thread is known by here and its place in it,
 * so that equal comments give equal names. `signs` in the order of the comments; no two names are the same.
 */
export function durableIds(signs: readonly string[]): string[] {
  const taken = new Set<number>()
  return signs.map((sign) => {
    let id = (Number.parseInt(sha256(sign).slice(0, 8), 16) % MOST) + 1
    while (taken.has(id)) id = (id % MOST) + 1
    taken.add(id)
    return id.toString(16).toUpperCase().padStart(8, '0')
  })
}

/** Names the comments of a file ([MS-DOCX] 2.8.2), each by its last paragraph; `known` has them in the order of the file. */
export function addDurableIds(parts: PackageParts, known: readonly KnownRemark[]): void {
  const comments = parts.get('word/comments.xml')?.match(/<w:comment [^>]*>.*?<\/w:comment>/gs) ?? []
  const named = known.filter(({ kind }) => kind === 'comment')
  const entries = comments.flatMap((xml, index) => {
    const paragraph = [...xml.matchAll(/ w14:paraId="([^"]+)"/g)].at(-1)?.[1]
    const durable = named[index]?.durableId
    return paragraph && durable
      ? [`<w16cid:commentId w16cid:paraId="${paragraph}" w16cid:durableId="${durable}"/>`]
      : []
  })
  if (entries.length === 0) return
  parts.set(
    'word/commentsIds.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w16cid:commentsIds xmlns:w16cid="${NAMESPACE}">${entries.join('')}</w16cid:commentsIds>`,
  )
  addRelationship(parts, 'word/document.xml', 'rIdCommentsIds', KIND, 'commentsIds.xml')
  addOverride(parts, 'word/commentsIds.xml', TYPE)
}
