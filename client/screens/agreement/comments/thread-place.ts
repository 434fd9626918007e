import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { BLOCKS, clusterOfBlock, isFixedBlockName } from '../../../../shared/agreement/block-names.ts'
import { isPlaceholderName, PLACEHOLDERS } from '../../../../shared/agreement/placeholders.ts'
import { LISTS } from '../../../../shared/agreement/schema-walk.ts'
import { maybeFieldAt } from '../../../../shared/document/address.ts'
import type { CommentAnchor } from '../../../../shared/protocol/endpoints-comments.ts'

type Texts = Pick<AgreementBody, 'articles' | 'annexes'>

/**
 * The article or annex that a comment belongs to: for a fact or a row the first one whose text shows it. Null when none does, or when it was
 * taken out.
 */
export function articleOf(anchor: CommentAnchor, body: Texts): string | null {
  const texts = [...body.articles, ...body.annexes]
  switch (anchor.kind) {
    case 'passage':
    case 'article':
      return texts.find(({ id }) => id === anchor.articleId)?.id ?? null
    case 'fact':
      return texts.find((text) => shownIn(text).some((target) => isAt(anchor.address, target)))?.id ?? null
    case 'row':
      return texts.find((text) => shownIn(text).includes(anchor.list))?.id ?? null
    case 'proposal':
      return null
  }
}

/** Whether a fact, a row or a text that a comment is about stands in the agreement no more. Of words the passages know. */
export function isTakenOut(anchor: CommentAnchor, body: AgreementBody): boolean {
  if (anchor.kind === 'article' || anchor.kind === 'passage') return articleOf(anchor, body) === null
  if (anchor.kind === 'row') return !hasRecord(body, anchor.list, anchor.rowId)
  const place = anchor.kind === 'fact' ? maybeFieldAt(anchor.address) : null
  return place?.in === 'record' && !hasRecord(body, place.list.path, place.recordId)
}

function hasRecord(body: AgreementBody, path: string, id: string): boolean {
  const key = LISTS.get(path)?.key ?? 'id'
  const records = path.split('.').reduce<unknown>((value, step) => (value as Json | undefined)?.[step], body)
  return Array.isArray(records) && records.some((record: Json) => record[key] === id)
}

type Json = Readonly<Record<string, unknown>>

/** A fact stands where its own address, the table it is in, or the group it belongs to is shown. */
const isAt = (address: string, target: string) => address === target || address.startsWith(`${target}.`)

type Text = Texts['articles'][number] | Texts['annexes'][number]

/** A text that does not change stays the same object: each is looked through once, and not for every thread and every letter that is typed elsewhere. */
const shown = new WeakMap<Text, readonly string[]>()

/** The addresses of facts, and the lists, that a text shows. */
function shownIn(text: Text): readonly string[] {
  const known = shown.get(text) ?? targetsIn(text)
  shown.set(text, known)
  return known
}

function targetsIn({ body }: Text): string[] {
  return body.content.flatMap((block) => {
    if (block.type !== 'paragraph') {
      const { name } = block.attrs
      if (clusterOfBlock(name) !== null) return ['tasks']
      return isFixedBlockName(name) ? [BLOCKS[name]] : []
    }
    return (block.content ?? []).flatMap((inline) =>
      inline.type === 'field' && isPlaceholderName(inline.attrs.name)
        ? [PLACEHOLDERS[inline.attrs.name].target]
        : [],
    )
  })
}
