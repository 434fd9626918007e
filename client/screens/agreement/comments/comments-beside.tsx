import { useEffect, useRef } from 'react'
import { useText } from '../../../text/index.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import type { Around } from '../workspace.tsx'
import { type CommentsRoom, type Filter, useCommentsRoom } from './comments-room.ts'
import type { SeenThread } from './comments-store.ts'
import { Composer } from './composer.tsx'
import { goToThread } from './go-to-thread.ts'
import { ThreadCard } from './thread-card.tsx'
import { useThreadWords } from './thread-words.ts'
import './comments.css'

export type CommentsBesideProps = {
  around: Around
  /** Told when somebody goes to the paper. */
  onGone?: (() => void) | undefined
}

const FILTERS = ['open', 'resolved', 'mine'] as const

/** What people say about the article in view, or about the whole agreement, and the place to say something. */
export function CommentsBeside({ around, onGone }: CommentsBesideProps) {
  const { comments: words } = useText()
  const room = useCommentsRoom()
  const { state, draft, looked, mayComment } = room
  const panel = useRef<HTMLDivElement>(null)
  const say = useThreadWords(around)
  const entry =
    around.overview.entries.find(({ id }) => id === around.place) ?? around.overview.entries[0] ?? null
  const listed = threadsListed(
    room,
    entry?.id ?? null,
    around.overview.entries.map(({ id }) => id),
  )
  useFocus(panel, room)
  const step = (direction: -1 | 1) => {
    const at = listed.findIndex(({ id }) => id === looked)
    const next = listed[at < 0 ? 0 : Math.max(0, Math.min(listed.length - 1, at + direction))]
    if (next === undefined) return
    room.look(next.id)
    focusCard(panel.current, next.id)
  }
  const go = (thread: SeenThread) => {
    room.look(thread.id)
    onGone?.()
    goToThread(thread, room.articleOf(thread))
  }
  const toStop = listed.some(({ id }) => id === looked) ? looked : (listed[0]?.id ?? null)
  return (
    <div ref={panel} className="hs-comments">
      {draft === null && room.scope === 'article' && entry !== null ? (
        <h3 lang="nl">
          {entry.number} {entry.heading}
        </h3>
      ) : null}
      {draft === null ? null : (
        <Composer
          around={around}
          draft={draft}
          onDone={(threadId) => whenDone(panel.current, threadId, room)}
        />
      )}
      {draft === null && mayComment && entry !== null ? (
        <Button
          icon="comment"
          onPress={() =>
            room.begin({ kind: 'article', articleId: entry.id, quote: say.article(entry.id) ?? '' })
          }
        >
          {words.write.onArticle}
        </Button>
      ) : null}
      <Choices count={listed.length} onStep={step} />
      <Fresh />
      {state.isLoaded && listed.length === 0 ? <p className="hs-soft">{words.none[room.filter]}</p> : null}
      {listed.length === 0 ? null : (
        <p className="hs-hidden" id="hs-comments-keys">
          {words.keys}
        </p>
      )}
      <ul
        className="hs-comments__list"
        aria-label={words.list}
        aria-describedby={listed.length === 0 ? undefined : 'hs-comments-keys'}
      >
        {listed.map((thread) => (
          <ThreadCard
            key={thread.id}
            around={around}
            thread={thread}
            isLooked={thread.id === toStop}
            onStep={step}
            onGo={() => go(thread)}
          />
        ))}
      </ul>
      <Elsewhere listed={listed} />
      {mayComment ? <p className="hs-soft">{words.help}</p> : null}
    </div>
  )
}

/** Which threads are shown, in the order of the paper; what belongs to no text stands last. */
function threadsListed(room: CommentsRoom, articleId: string | null, order: readonly string[]): SeenThread[] {
  const { filter, scope, state, looked, you } = room
  const fits = (thread: SeenThread) => thread.id === looked || FITS[filter](thread, you.personId)
  if (scope === 'article') {
    const here = articleId === null ? [] : room.of(articleId).filter(fits)
    // What somebody looks at stays, also when another article comes into view.
    return here.some(({ id }) => id === looked)
      ? here
      : [...state.threads.filter(({ id }) => id === looked), ...here]
  }
  const places = [...order.flatMap((id) => room.of(id))]
  const others = state.threads.filter((thread) => !places.includes(thread))
  return [...places, ...others].filter(fits)
}

/** A thread is for somebody who is mentioned in it, or who said something in it. */
const FITS: Record<Filter, (thread: SeenThread, you: string) => boolean> = {
  open: ({ state }) => state === 'open',
  resolved: ({ state }) => state === 'resolved',
  mine: ({ comments }, you) =>
    comments.some(
      ({ author, mentions }) => author.personId === you || mentions.some(({ personId }) => personId === you),
    ),
}

function Choices({ count, onStep }: { count: number; onStep: (direction: -1 | 1) => void }) {
  const { comments: words } = useText()
  const { filter, setFilter, scope, setScope } = useCommentsRoom()
  return (
    <div className="hs-comments__choices">
      <label>
        <span className="hs-hidden">{words.scope.label}</span>
        <select
          className="hs-field__input"
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value === 'all' ? 'all' : 'article')}
        >
          <option value="article">{words.scope.article}</option>
          <option value="all">{words.scope.all}</option>
        </select>
      </label>
      <div className="hs-comments__steps">
        <label>
          <span className="hs-hidden">{words.filter.label}</span>
          <select
            className="hs-field__input"
            value={filter}
            onChange={(event) =>
              setFilter(FILTERS.find((each) => each === event.currentTarget.value) ?? 'open')
            }
          >
            {FILTERS.map((each) => (
              <option key={each} value={each}>
                {words.filter[each]}
              </option>
            ))}
          </select>
        </label>
        <IconButton icon="up" label={words.previous} isDisabled={count === 0} onPress={() => onStep(-1)} />
        <IconButton icon="down" label={words.next} isDisabled={count === 0} onPress={() => onStep(1)} />
      </div>
    </div>
  )
}

/** How many are open in other places than those that are listed. */
function Elsewhere({ listed }: { listed: readonly SeenThread[] }) {
  const { comments: words } = useText()
  const { state, scope, filter, setScope } = useCommentsRoom()
  const others = state.threads.filter((thread) => thread.state === 'open' && !listed.includes(thread)).length
  if (scope === 'all' || filter !== 'open' || others === 0) return null
  return (
    <div className="hs-comments__elsewhere">
      <p>{words.elsewhere(others)}</p>
      <Button onPress={() => setScope('all')}>{words.scope.all}</Button>
    </div>
  )
}

/** Whether the comments are there: on their way, here, or not to be had. */
function Fresh() {
  const { comments: words } = useText()
  const { state, store } = useCommentsRoom()
  if (!state.isLoaded && state.failure !== null)
    return <Failure failure={state.failure} again={() => void store.refresh()} />
  if (!state.isLoaded) {
    return (
      <div aria-busy="true">
        <p role="status">{words.busy}</p>
        <Skeleton width="100%" height="5rem" />
      </div>
    )
  }
  if (state.failure === null) return null
  return (
    <div className="hs-comments__elsewhere">
      <p>{words.stale}</p>
      <Button onPress={() => void store.refresh()}>{words.again}</Button>
    </div>
  )
}

/** After something asked for the comments the focus goes to what is being written, else to the thread that is looked at. */
function useFocus(panel: React.RefObject<HTMLDivElement | null>, room: CommentsRoom): void {
  const { openings, takesFocus, draft, looked } = room
  const hasDraft = draft !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every time that it is asked for
  useEffect(() => {
    const card = looked === null || hasDraft ? null : cardOf(panel.current, looked)
    if (card !== null) bringIntoPanel(card)
    if (!takesFocus()) return
    const box = panel.current?.querySelector<HTMLElement>('.hs-comments__new textarea')
    if (hasDraft && box) focusIn(box)
    else focusCard(panel.current, looked)
  }, [openings])
}

const cardOf = (panel: HTMLElement | null, threadId: string) =>
  panel?.querySelector<HTMLElement>(`[data-card="${CSS.escape(threadId)}"]`) ?? null

function focusCard(panel: HTMLElement | null, threadId: string | null): void {
  const card = threadId === null ? null : cardOf(panel, threadId)
  const place = card ?? panel?.querySelector<HTMLElement>('.hs-comments__list [tabindex="0"], button, select')
  if (place) focusIn(place)
}

/** The paper stays where it is: only what the comments stand in is moved. */
function focusIn(place: HTMLElement): void {
  place.focus({ preventScroll: true })
  bringIntoPanel(place)
}

function bringIntoPanel(place: HTMLElement): void {
  const scroller = place.closest<HTMLElement>('[role="tabpanel"], .hs-dialog__body')
  if (scroller === null) return
  const inside = place.getBoundingClientRect()
  const around = scroller.getBoundingClientRect()
  if (inside.top < around.top) scroller.scrollTop -= around.top - inside.top + EDGE
  else if (inside.bottom > around.bottom)
    scroller.scrollTop += Math.min(inside.bottom - around.bottom + EDGE, inside.top - around.top - EDGE)
}

/** Room (px) left around what is brought into sight. */
const EDGE = 12

/** After a comment was posted the focus is at it; after it was given up, where it was begun. */
function whenDone(panel: HTMLElement | null, threadId: string | null, { origin }: CommentsRoom): void {
  requestAnimationFrame(() => {
    const from = threadId === null && panel?.closest('[role="dialog"]') === null ? origin.current : null
    if (from?.isConnected) from.focus({ preventScroll: true })
    else focusCard(panel, threadId)
  })
}
