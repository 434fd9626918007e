import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { Circle, CommentAnchor, Thread } from '../../../../shared/protocol/endpoints-comments.ts'
import { type CommentCommand, call, callOrRecall, commentQueues } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { afterTime, followWaiting, guardUnsent } from '../../waiting-commands.ts'
import { loadParticipants, type Participants, useParticipants } from '../participants-now.ts'
import { partyName } from '../people-list.tsx'
import type { OpenAgreement } from '../use-live.ts'
import { useRemembered } from '../use-remembered.ts'
import { useWide } from '../use-wide.ts'
import type { Around } from '../workspace.tsx'
import { type CommentsRoom, CommentsRoomProvider, type Draft, type Filter } from './comments-room.ts'
import { type CommentsStore, createCommentsStore, type SeenThread } from './comments-store.ts'
import { useLookedWords } from './looked-words.ts'
import { followPassages, type Passages } from './passages.ts'
import { articleOf } from './thread-place.ts'

type Props = { around: Around; open: OpenAgreement; children: ReactNode }

/** The comments around the paper: fetched once, followed, known to whatever shows them. */
export function CommentsAround({ around, open, children }: Props) {
  const { agreementId, you } = around
  const { everywhere, comments: words } = useText()
  const participants = useParticipants(agreementId)
  const store = useCommentsStore(agreementId, open, you, participants)
  const state = useSyncExternalStore(store.subscribe, store.get)
  const passages = usePassages(open)
  const gone = useSyncExternalStore(passages.subscribe, passages.gone)
  const [looked, setLooked] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [filter, setFilter] = useState<Filter>('open')
  const [scope, setScope] = useState<'article' | 'all'>('article')
  const [remembered, chooseCircle] = useRemembered('handslag.circle')
  const [pressed, setPressed] = useState<string | null>(null)
  const isWide = useWide()
  const origin = useRef<HTMLElement | null>(null)
  const shows = useShows()
  useEffect(() => passages.know(state.threads, looked), [passages, state.threads, looked])
  useLookedWords(looked)
  const ofArticle = useByArticle(state.threads, open)
  const { show, openings, takesFocus } = shows
  const mayComment = you.role !== 'reader'
  const party = around.overview.parties.find(({ id }) => id === you.partyId)
  const leaders = you.role === 'facilitator' ? words.circle.leaders : null
  const ownCircle =
    party === undefined ? leaders : words.circle.organisation(partyName(party, everywhere.unnamedParty))
  const circle: Circle = remembered === 'organisation' && ownCircle !== null ? 'organisation' : 'everyone'
  const room = useMemo<CommentsRoom>(() => {
    const begin = (anchor: CommentAnchor) => {
      // Who came or went since is asked after: a mention is of who is there.
      void loadParticipants(agreementId).catch(() => {})
      origin.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      setDraft((before) => ({ anchor, text: before?.text ?? '', chosen: before?.chosen ?? [] }))
      show(true)
    }
    return {
      ...{
        state,
        store,
        passages,
        you,
        mayComment,
        ownCircle,
        circle,
        gone,
        looked,
        filter,
        scope,
        openings,
        takesFocus,
      },
      ...{ origin, chooseCircle, draft, setFilter, setScope, begin },
      peopleIn: (wanted) => peopleIn(wanted, participants, you),
      changeDraft: setDraft,
      beginOn: (selected) => {
        const marked = selected === null ? null : passages.mark(selected.place, selected.span)
        if (selected === null || marked === null) return false
        const articleId = selected.place.slice(selected.place.indexOf(':') + 1)
        begin({ kind: 'passage', articleId, ...marked, quote: marked.quote.slice(0, 600) })
        return true
      },
      look: setLooked,
      show: () => {
        setPressed(null)
        show(true)
      },
      press: (threadId) => {
        setLooked(threadId)
        if (isWide) show(false)
        else setPressed(threadId)
      },
      pressed,
      articleOf: (thread) => articleOf(thread.anchor, open.observed.get()),
      of: (articleId) => ofArticle().get(articleId) ?? [],
    }
  }, [
    agreementId,
    state,
    store,
    passages,
    you,
    mayComment,
    ownCircle,
    circle,
    gone,
    looked,
    filter,
    scope,
    openings,
    takesFocus,
    chooseCircle,
    draft,
    participants,
    show,
    open,
    ofArticle,
    pressed,
    isWide,
  ])
  return <CommentsRoomProvider value={room}>{children}</CommentsRoomProvider>
}

/** Asking for the comments to be shown, with or without the focus. */
function useShows() {
  const [openings, setOpenings] = useState(0)
  const wantsFocus = useRef(false)
  const show = useCallback((withFocus: boolean) => {
    wantsFocus.current = withFocus
    setOpenings((count) => count + 1)
  }, [])
  const takesFocus = useCallback(() => {
    const wanted = wantsFocus.current
    wantsFocus.current = false
    return wanted
  }, [])
  return { openings, show, takesFocus }
}

/** The threads of each article, worked out when somebody asks and once for every list of threads and every text. */
function useByArticle(threads: readonly SeenThread[], { observed }: OpenAgreement) {
  return useMemo(() => {
    let known: { body: unknown; byArticle: Map<string, SeenThread[]> } | null = null
    return () => {
      const body = observed.get()
      if (known?.body !== body) {
        const placed = threads.map((thread) => [articleOf(thread.anchor, body), thread] as const)
        const grouped = Map.groupBy(placed, ([articleId]) => articleId ?? '')
        const byArticle = new Map([...grouped].map(([id, some]) => [id, some.map(([, thread]) => thread)]))
        known = { body, byArticle }
      }
      return known.byArticle
    }
  }, [threads, observed])
}

function peopleIn(circle: Circle, participants: Participants | null, you: Around['you']) {
  const isIn = ({ partyId, role }: Participants['you']) =>
    circle === 'everyone' || (partyId === you.partyId && (partyId !== null || role === 'facilitator'))
  return (participants?.participants ?? [])
    .filter(
      (each) => each.state === 'active' && each.personId !== you.personId && each.name !== '' && isIn(each),
    )
    .map(({ personId, name }) => ({ personId, name }))
}

function usePassages({ live }: OpenAgreement): Passages {
  const passages = useMemo(() => followPassages(live.doc), [live])
  useEffect(() => passages.start(), [passages])
  return passages
}

function useCommentsStore(
  agreementId: string,
  { live }: OpenAgreement,
  you: Around['you'],
  participants: Participants | null,
): CommentsStore {
  const latest = useRef({ you, participants })
  latest.current = { you, participants }
  const store = useMemo(
    () =>
      createCommentsStore({
        queue: commentQueues.of(agreementId, you.personId),
        speaker: () => {
          const { personId, name, partyId } = latest.current.you
          return { personId, name, partyId }
        },
        nameOf: (personId) =>
          latest.current.participants?.participants.find((each) => each.personId === personId)?.name ?? null,
        load: () => load(agreementId),
        send: (command) => send(agreementId, command),
        after: afterTime,
      }),
    [agreementId, you.personId],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits is drawn in the name and for the party of now
  useEffect(() => store.redraw(), [store, you, participants])
  useEffect(() => followWaiting(store, live, 'comments'), [store, live])
  // Another party is another circle: what was of the former one goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it says
  useEffect(() => void store.refresh(), [store, you.partyId, you.role])
  useEffect(() => guardUnsent(commentQueues.of(agreementId, you.personId)), [agreementId, you.personId])
  return store
}

async function load(agreementId: string): Promise<Thread[]> {
  return (await callOrRecall(agreementId, endpoints.getComments, { params: { id: agreementId } })).threads
}

async function send(id: string, command: CommentCommand): Promise<Thread | null> {
  const { threadId } = command
  switch (command.kind) {
    case 'start': {
      const { kind: _, ...body } = command
      return (await call(endpoints.startThread, { params: { id }, body })).thread
    }
    case 'reply': {
      const { commentId, text } = command
      return (await call(endpoints.replyInThread, { params: { id, threadId }, body: { commentId, text } }))
        .thread
    }
    case 'settle':
      return (
        await call(endpoints.settleThread, { params: { id, threadId }, body: { state: command.state } })
      ).thread
    case 'change': {
      const { commentId, text } = command
      return (await call(endpoints.changeComment, { params: { id, threadId, commentId }, body: { text } }))
        .thread
    }
    case 'remove':
      return (await call(endpoints.removeComment, { params: { id, threadId, commentId: command.commentId } }))
        .thread
  }
}
