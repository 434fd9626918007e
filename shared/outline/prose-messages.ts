import type { AgreementBody } from '../agreement/agreement.ts'
import { isBlockName } from '../agreement/block-names.ts'
import { isNamedCondition } from '../agreement/named-conditions.ts'
import { isPlaceholderName } from '../agreement/placeholders.ts'
import type { Inline as RichInline, RichText } from '../agreement/rich-text.ts'
import type { Message } from '../support/message.ts'

/** What the text names and this edition, or this agreement, does not have. All of it stands on paper all the same. */
export function proseMessages(path: string, text: RichText, body: AgreementBody): Message[] {
  return text.content.flatMap((block, index) => {
    const place = `${path}.${index}`
    if (block.type === 'block') return blockMessages(place, block.attrs.name)
    const condition = block.attrs.onlyIf
    const unknown = condition !== null && !isNamedCondition(condition)
    return [
      ...(unknown ? [message(place, 'unknown_condition', 'a named condition', condition)] : []),
      ...(block.content ?? []).flatMap((inline) => inlineMessages(place, inline, body)),
    ]
  })
}

function blockMessages(path: string, name: string): Message[] {
  return isBlockName(name) ? [] : [message(path, 'unknown_block', 'the name of a block', name)]
}

function inlineMessages(path: string, inline: RichInline, body: AgreementBody): Message[] {
  if (inline.type === 'field' && !isPlaceholderName(inline.attrs.name)) {
    return [message(path, 'unknown_field', 'the name of a placeholder', inline.attrs.name)]
  }
  if (inline.type === 'articleReference' && !hasTarget(inline.attrs.articleId, body)) {
    return [message(path, 'dangling_reference', 'the id of an article or annex', inline.attrs.articleId)]
  }
  return []
}

function hasTarget(id: string, body: AgreementBody): boolean {
  return [...body.articles, ...body.annexes].some((target) => target.id === id)
}

function message(path: string, reason: string, expected: string, found: string): Message {
  return { path, reason, expected, found }
}
