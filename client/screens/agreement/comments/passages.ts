import type * as Y from 'yjs'
import {
  type MarkedPassage,
  maybeMarked,
  maybePassage,
  type Span,
  type WordOf,
} from '../../../../shared/document/passage-anchor.ts'
import type { CommentAnchor } from '../../../../shared/protocol/endpoints-comments.ts'
import {
  type CommentedPassage,
  type CommentedPassages,
  lookOf,
  type PaperFacts,
} from '../../../editor/index.ts'
import type { SeenThread } from './comments-store.ts'

type PassageAnchor = Extract<CommentAnchor, { kind: 'passage' }>

/** The passages that are spoken of, and where they stand now. Lives as long as the agreement is open. */
export type Passages = CommentedPassages & {
  /** Which threads there are, and which one is looked at. */
  know(threads: readonly SeenThread[], lookedAt: string | null): void
  /** The facts of the paper that lies there, by which a passage is read; null when it is put away. */
  readBy(facts: PaperFacts | null): void
  /** What can be said something about: the words of a span in a text; null when it holds none. */
  mark(place: string, span: Span): MarkedPassage | null
  /** The threads whose words are gone. The same set until another is or is not. */
  gone(): ReadonlySet<string>
  /** Begins to follow the document. Returns its stop. */
  start(): () => void
}

/** How long (ms) after a change of a text it is looked at what is left of the words in it. Typing never waits for it. */
const REST = 800

const PLACES = ['article', 'annex'] as const

/** Follows the passages of threads in a document. */
export function followPassages(doc: Y.Doc): Passages {
  const listeners = new Set<() => void>()
  const anchors = new Map<string, { threadId: string; isOpen: boolean; anchor: PassageAnchor }[]>()
  const stale = new Set<string>()
  let lookedAt: string | null = null
  let facts: PaperFacts | null = null
  let gone: ReadonlySet<string> = new Set()
  let timer: ReturnType<typeof setTimeout> | null = null

  const wordOf: WordOf = (name, attrs) => (facts === null ? '' : lookOf(name, attrs, facts).text)
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const fragmentAt = (place: string) => doc.getXmlFragment(place)
  const idOf = (place: string) => place.slice(place.indexOf(':') + 1)
  const placesOf = (articleId: string) =>
    PLACES.map((kind) => `${kind}:${articleId}`).filter((name) => doc.share.has(name))
  const shown = (place: string) =>
    (anchors.get(idOf(place)) ?? []).filter(({ isOpen, threadId }) => isOpen || threadId === lookedAt)

  function isGone(articleId: string, anchor: PassageAnchor): boolean {
    return !placesOf(articleId).some((place) => maybePassage(fragmentAt(place), anchor, wordOf) !== null)
  }

  function lookAgain(): void {
    timer = null
    const now = new Set([...gone].filter((id) => everyId().has(id)))
    for (const articleId of stale)
      for (const { threadId, anchor } of anchors.get(articleId) ?? [])
        if (isGone(articleId, anchor)) now.add(threadId)
        else now.delete(threadId)
    stale.clear()
    if (now.size === gone.size && [...now].every((id) => gone.has(id))) return
    gone = now
    tell()
  }
  const everyId = () => new Set([...anchors.values()].flat().map(({ threadId }) => threadId))
  const lookSoon = () => {
    timer ??= setTimeout(lookAgain, REST)
  }
  const onChange = ({ changedParentTypes }: Y.Transaction) => {
    for (const articleId of anchors.keys())
      if (placesOf(articleId).some((place) => isAmong(changedParentTypes, fragmentAt(place))))
        stale.add(articleId)
    if (stale.size > 0) lookSoon()
  }

  return {
    in: (place): CommentedPassage[] =>
      shown(place).flatMap(({ threadId, anchor }) => {
        const span = maybePassage(fragmentAt(place), anchor, wordOf)
        return span === null ? [] : [{ ...span, threadId }]
      }),
    key: (place) =>
      shown(place)
        .map(({ threadId }) => threadId)
        .join(),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    know: (threads, looked) => {
      const before = new Map(anchors)
      anchors.clear()
      for (const { id, anchor, state } of threads) {
        if (anchor.kind !== 'passage') continue
        const known = anchors.get(anchor.articleId) ?? []
        anchors.set(anchor.articleId, [...known, { threadId: id, isOpen: state === 'open', anchor }])
      }
      for (const [articleId, now] of anchors)
        if (before.get(articleId)?.length !== now.length) stale.add(articleId)
      lookedAt = looked
      if (stale.size > 0) lookSoon()
      tell()
    },
    readBy: (next) => {
      facts = next
      for (const articleId of anchors.keys()) stale.add(articleId)
      if (next !== null) lookSoon()
    },
    mark: (place, span) => maybeMarked(fragmentAt(place), span, wordOf),
    gone: () => gone,
    start: () => {
      doc.on('afterTransaction', onChange)
      return () => {
        doc.off('afterTransaction', onChange)
        if (timer !== null) clearTimeout(timer)
        timer = null
      }
    },
  }
}

const isAmong = (changed: Y.Transaction['changedParentTypes'], fragment: Y.XmlFragment) =>
  (changed as unknown as Map<Y.XmlFragment, unknown>).has(fragment)
