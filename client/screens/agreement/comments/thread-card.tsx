import { uuidv4 } from 'lib0/random'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useMaybeOpenPoints } from '../../open-points/open-points-room.ts'
import { WaitingNote } from '../../waiting-note.tsx'
import { PersonMark } from '../people-list.tsx'
import type { Around } from '../workspace.tsx'
import { CommentBox, complaintOf } from './comment-box.tsx'
import { useCommentsRoom } from './comments-room.ts'
import type { SeenComment, SeenThread } from './comments-store.ts'
import { CircleSign } from './composer.tsx'
import { keptOf, type Mentionable, piecesOf, typedOf } from './mention-text.ts'
import { PlaceWords } from './place-words.tsx'
import { useThreadWords } from './thread-words.ts'

type CardProps = {
  around: Around
  thread: SeenThread
  isLooked: boolean
  onStep: (direction: -1 | 1) => void
  onGo: () => void
}

/** One thread: who sees it, what it is about, what was said, and what can be done with it. */
export function ThreadCard({ around, thread, isLooked, onStep, onGo }: CardProps) {
  const { comments: words } = useText()
  const { look, mayComment } = useCommentsRoom()
  const say = useThreadWords(around)
  const card = useRef<HTMLElement>(null)
  const first = thread.comments[0]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== card.current) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 && event.key !== 'Enter') return
    event.preventDefault()
    if (step === 0) onGo()
    else onStep(step)
  }
  return (
    <li>
      <article
        ref={card}
        data-card={thread.id}
        tabIndex={isLooked ? 0 : -1}
        aria-label={words.thread.by(first === undefined ? '' : say.person(first.author))}
        aria-current={isLooked ? 'true' : undefined}
        className={`hs-thread ${isLooked ? 'hs-thread--looked' : ''}`}
        onFocus={() => look(thread.id)}
        onKeyDown={onKeyDown}
      >
        <CircleSign circle={thread.circle} name={say.circle(thread)} />
        <PlaceWords around={around} thread={thread} />
        <ol className="hs-thread__comments">
          {thread.comments.map((comment) => (
            <CommentLine key={comment.id} around={around} thread={thread} comment={comment} />
          ))}
        </ol>
        <Settled around={around} thread={thread} />
        {mayComment ? <Reply thread={thread} onGo={onGo} /> : <GoButton onGo={onGo} />}
      </article>
    </li>
  )
}

function Settled({ around, thread }: { around: Around; thread: SeenThread }) {
  const { thread: words } = useText().comments
  const say = useThreadWords(around)
  const { state, stateBy, stateAt } = thread
  if (stateBy === null || stateAt === null) return null
  const sentence = state === 'resolved' ? words.resolvedBy : words.reopenedBy
  return (
    <p className="hs-soft hs-thread__settled">
      {state === 'resolved' ? <Icon name="check" size={18} /> : null}
      {sentence(say.person(stateBy), say.moment(stateAt))}
    </p>
  )
}

function GoButton({ onGo }: { onGo: () => void }) {
  const { place } = useText().comments
  return (
    <Button look="quiet" onPress={onGo}>
      {place.goTo}
    </Button>
  )
}

function Reply({ thread, onGo }: { thread: SeenThread; onGo: () => void }) {
  const { comments: words } = useText()
  const { store, look } = useCommentsRoom()
  const [isWriting, setWriting] = useState(false)
  const isOpen = thread.state === 'open'
  const settle = () => {
    look(thread.id)
    store.say({ kind: 'settle', threadId: thread.id, state: isOpen ? 'resolved' : 'open' })
  }
  if (isWriting) {
    return (
      <Writing
        label={words.thread.replyLabel}
        sendLabel={words.thread.sendReply}
        thread={thread}
        onSend={(text) => store.say({ kind: 'reply', threadId: thread.id, commentId: uuidv4(), text })}
        onDone={() => setWriting(false)}
      />
    )
  }
  return (
    <div className="hs-comments__actions">
      <Button onPress={() => setWriting(true)}>{words.thread.reply}</Button>
      <Button icon={isOpen ? 'check' : 'back'} onPress={settle}>
        {isOpen ? words.thread.resolve : words.thread.reopen}
      </Button>
      <GoButton onGo={onGo} />
      <MakePoint thread={thread} />
    </div>
  )
}

/** Makes an open point of what was said. Everybody sees open points, so it is not offered for what is said within one organisation. */
function MakePoint({ thread }: { thread: SeenThread }) {
  const { makePoint } = useText().comments.thread
  const { articleOf } = useCommentsRoom()
  const points = useMaybeOpenPoints()
  const said = thread.comments.find(({ isRemoved }) => !isRemoved)
  if (!points?.mayChange || thread.circle !== 'everyone' || said === undefined) return null
  return (
    <Button look="quiet" onPress={() => points.make({ sectionId: articleOf(thread), text: typedOf(said) })}>
      {makePoint}
    </Button>
  )
}

type WritingProps = {
  label: string
  sendLabel: string
  thread: SeenThread
  first?: { text: string; chosen: readonly Mentionable[] }
  onSend: (text: string) => void
  onDone: () => void
}

/** Words of one's own in a thread: a reply, or a comment that is changed. The focus goes back to the thread. */
function Writing({
  label,
  sendLabel,
  thread,
  first = { text: '', chosen: [] },
  onSend,
  onDone,
}: WritingProps) {
  const { comments: words, everywhere } = useText()
  const { peopleIn } = useCommentsRoom()
  const [value, setValue] = useState(first)
  const [complaint, setComplaint] = useState<string | null>(null)
  const around = useRef<HTMLDivElement>(null)
  const leave = () => {
    const card = around.current?.closest<HTMLElement>('[data-card]')
    onDone()
    card?.focus({ preventScroll: true })
  }
  const send = () => {
    const wrong = complaintOf(value.text, [], words)
    setComplaint(wrong)
    if (wrong !== null) {
      around.current?.querySelector('textarea')?.focus()
      return
    }
    onSend(keptOf(value.text, value.chosen))
    leave()
  }
  return (
    <div ref={around} className="hs-thread__writing">
      <CommentBox
        label={label}
        value={value}
        onChange={(next) => {
          setComplaint(null)
          setValue({ ...next })
        }}
        people={peopleIn(thread.circle)}
        complaint={complaint}
        onSend={send}
        onCancel={leave}
        hasFocus
      />
      <div className="hs-comments__actions">
        <Button look="primary" onPress={send}>
          {sendLabel}
        </Button>
        <Button look="quiet" onPress={leave}>
          {everywhere.cancel}
        </Button>
      </div>
    </div>
  )
}

function CommentLine({
  around,
  thread,
  comment,
}: {
  around: Around
  thread: SeenThread
  comment: SeenComment
}) {
  const { thread: words } = useText().comments
  const { store } = useCommentsRoom()
  const say = useThreadWords(around)
  const [isChanging, setChanging] = useState(false)
  const { author, text, isRemoved, changedAt } = comment
  if (isChanging && !isRemoved) {
    return (
      <li className="hs-thread__comment">
        <Writing
          label={words.changeLabel}
          sendLabel={words.save}
          thread={thread}
          first={{ text: typedOf(comment), chosen: comment.mentions }}
          onSend={(changed) => {
            if (changed !== text)
              store.say({ kind: 'change', threadId: thread.id, commentId: comment.id, text: changed })
          }}
          onDone={() => setChanging(false)}
        />
      </li>
    )
  }
  return (
    <li className="hs-thread__comment">
      <p className="hs-thread__who">
        <PersonMark person={author} parties={around.overview.parties} size={20} />
        <span>
          <strong>{say.person(author)}</strong>{' '}
          <span className="hs-soft">
            {say.moment(comment.at)}
            {changedAt === null || isRemoved ? '' : `, ${words.changed}`}
          </span>
        </span>
      </p>
      {isRemoved ? (
        <p className="hs-soft">{words.removed}</p>
      ) : (
        <p className="hs-thread__text" dir="auto">
          {piecesOf(comment).map(drawPiece)}
        </p>
      )}
      <Waiting comment={comment} />
      {isRemoved ? null : (
        <OwnActions thread={thread} comment={comment} say={say} onChange={() => setChanging(true)} />
      )}
    </li>
  )
}

function drawPiece(piece: ReturnType<typeof piecesOf>[number], index: number): ReactNode {
  if (piece.kind === 'words') return piece.text
  return (
    <span key={index} className="hs-mention">
      @{piece.name}
    </span>
  )
}

function OwnActions({
  thread,
  comment,
  say,
  onChange,
}: {
  thread: SeenThread
  comment: SeenComment
  say: ReturnType<typeof useThreadWords>
  onChange: () => void
}) {
  const { thread: words } = useText().comments
  const { store, you, mayComment } = useCommentsRoom()
  if (!mayComment || comment.author.personId !== you.personId || comment.waiting !== null) return null
  const called = words.own(say.moment(comment.at))
  const remove = () => store.say({ kind: 'remove', threadId: thread.id, commentId: comment.id })
  return (
    <div className="hs-thread__own">
      <Button look="quiet" aria-label={`${words.change}: ${called}`} onPress={onChange}>
        {words.change}
      </Button>
      <Button look="quiet" aria-label={`${words.remove}: ${called}`} onPress={remove}>
        {words.remove}
      </Button>
    </div>
  )
}

/** That the server does not have it yet, or will not take it. */
function Waiting({ comment: { waiting } }: { comment: SeenComment }) {
  const { thread: words } = useText().comments
  const { store } = useCommentsRoom()
  const id = waiting?.id ?? ''
  return (
    <WaitingNote
      waiting={waiting}
      words={words}
      onAgain={() => store.again(id)}
      onDrop={() => store.drop(id)}
    />
  )
}
