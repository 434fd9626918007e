import type { Comment } from '../../../../shared/protocol/endpoints-comments.ts'
import { MENTION, mentionOf } from '../../../../shared/protocol/mention.ts'

/** Somebody who can be mentioned. */
export type Mentionable = { personId: string; name: string }

/** A piece of a comment: words, or somebody who is mentioned. */
export type TextPiece = { kind: 'words'; text: string } | { kind: 'person'; name: string; personId: string }

/** A comment as it is drawn. The mention of somebody who is unknown here stands as it was typed. */
export function piecesOf({ text, mentions }: Pick<Comment, 'text' | 'mentions'>): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const found of text.matchAll(MENTION)) {
    const person = mentions.find(({ personId }) => personId === found[1])
    if (person === undefined) continue
    if (found.index > at) pieces.push({ kind: 'words', text: text.slice(at, found.index) })
    pieces.push({ kind: 'person', ...person })
    at = found.index + found[0].length
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) })
  return pieces
}

/** A comment as its writer types it: people by their names. */
export function typedOf(comment: Pick<Comment, 'text' | 'mentions'>): string {
  return piecesOf(comment)
    .map((piece) => (piece.kind === 'words' ? piece.text : `@${piece.name}`))
    .join('')
}

/** What was typed, as it is kept: the names of those who were chosen become who they are. The longest name goes first. */
export function keptOf(typed: string, chosen: readonly Mentionable[]): string {
  const named = chosen.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  let kept = typed
  for (const { name, personId } of named)
    kept = kept.replaceAll(new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'), () => mentionOf(personId))
  return kept.trim()
}

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** The name that is being typed behind an `@` that stands before the caret at the start of a word; null when there is none. */
export function mentionBeing(typed: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?|)$/u.exec(
    typed.slice(0, caret),
  )
  if (found === null) return null
  const name = found[1] ?? ''
  return { from: caret - name.length - 1, typed: name }
}

/** Those whose name, or a word of it, begins with what is typed. */
export function suggestions(people: readonly Mentionable[], typed: string): Mentionable[] {
  const wanted = typed.toLocaleLowerCase('nl')
  const begins = (name: string) =>
    name.toLocaleLowerCase('nl').startsWith(wanted) ||
    name.split(/\s+/).some((word) => word.toLocaleLowerCase('nl').startsWith(wanted))
  return people.filter(({ name }) => name !== '' && begins(name)).slice(0, 6)
}
