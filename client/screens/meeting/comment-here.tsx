import { uuidv4 } from 'lib0/random'
import { useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type Circle, COMMENT_BOUNDS } from '../../../shared/protocol/endpoints-comments.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { partyName } from '../agreement/people-list.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import type { OnStage } from './meeting-screen.tsx'

/** A comment on the article as a whole, for all parties or for the own organisation. Not for who came to read. */
export function CommentHere({ on }: { on: OnStage }) {
  const { comment } = useText().meeting
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const button = useRef<HTMLDivElement>(null)
  if (on.surroundings.you.role === 'reader') return null
  const close = (sentence: string) => {
    setOpen(false)
    setSaid(sentence)
    // The form is gone, and the focus with it.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus())
  }
  return (
    <div className="hs-card__comment" ref={button}>
      {isOpen ? (
        <CommentForm on={on} onSent={() => close(comment.sent)} onCancel={() => close('')} />
      ) : (
        <Button icon="comment" onPress={() => setOpen(true)}>
          {comment.button}
        </Button>
      )}
      <p role="status" className="hs-card__said">
        {said}
      </p>
    </div>
  )
}

type FormProps = { on: OnStage; onSent: () => void; onCancel: () => void }

function CommentForm({ on, onSent, onCancel }: FormProps) {
  const { meeting, everywhere } = useText()
  const { comment } = meeting
  const { agreementId, overview, stage, surroundings } = on
  const { you } = surroundings
  const party = overview.parties.find(({ id }) => id === you.partyId)
  const [text, setText] = useState('')
  const [circle, setCircle] = useState<Circle>('everyone')
  const [isMissing, setMissing] = useState(false)
  // Sent again after a bad connection it is the same comment.
  const ids = useRef({ threadId: uuidv4(), commentId: uuidv4() })
  const field = useRef<HTMLFormElement>(null)
  useEffect(() => field.current?.querySelector('textarea')?.focus(), [])
  const sending = useAction(
    () =>
      call(endpoints.startThread, {
        params: { id: agreementId },
        body: {
          ...ids.current,
          circle,
          partyId: you.partyId,
          anchor: { kind: 'article', articleId: stage.entry.id, quote: stage.entry.heading },
          text,
        },
      }),
    onSent,
  )
  const send = () => {
    setMissing(text.trim() === '')
    if (text.trim() !== '') sending.run(null)
  }
  return (
    <form
      ref={field}
      className="hs-card__form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        label={comment.label}
        value={text}
        maxLength={COMMENT_BOUNDS.text}
        onChange={setText}
        complaint={isMissing ? comment.missing : null}
      />
      {party === undefined ? null : (
        <RadioGroup<Circle>
          label={comment.circle}
          value={circle}
          onChange={setCircle}
          options={[
            { key: 'everyone', content: comment.everyone },
            { key: 'organisation', content: comment.organisation(partyName(party, everywhere.unnamedParty)) },
          ]}
        />
      )}
      <div className="hs-card__acts">
        <Button look="primary" type="submit" isBusy={sending.isBusy}>
          {comment.send}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {everywhere.cancel}
        </Button>
      </div>
      {sending.failure === null ? null : <Failure failure={sending.failure} again={send} />}
    </form>
  )
}
