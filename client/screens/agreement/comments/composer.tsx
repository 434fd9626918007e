import { uuidv4 } from 'lib0/random'
import { useRef, useState } from 'react'
import type { Circle } from '../../../../shared/protocol/endpoints-comments.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import type { Around } from '../workspace.tsx'
import { CommentBox, complaintOf } from './comment-box.tsx'
import { type Draft, useCommentsRoom } from './comments-room.ts'
import { keptOf } from './mention-text.ts'
import { PlaceWords } from './place-words.tsx'

/** A new comment: what it is about, who sees it, and its words. */
export function Composer({
  around,
  draft,
  onDone,
}: {
  around: Around
  draft: Draft
  onDone: (threadId: string | null) => void
}) {
  const { comments: words, everywhere } = useText()
  const room = useCommentsRoom()
  const [complaint, setComplaint] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  const { circle, you } = room
  const { text, chosen, anchor } = draft
  const people = room.peopleIn(circle)
  const outside = chosen.filter(
    ({ personId, name }) => text.includes(`@${name}`) && !people.some((each) => each.personId === personId),
  )
  const send = () => {
    const wrong = complaintOf(text, outside, words)
    setComplaint(wrong)
    if (wrong !== null) {
      section.current?.querySelector('textarea')?.focus()
      return
    }
    const [threadId, commentId] = [uuidv4(), uuidv4()]
    room.store.say({
      ...{ kind: 'start', threadId, commentId, circle, partyId: you.partyId, anchor },
      text: keptOf(text, chosen),
    })
    room.changeDraft(null)
    room.look(threadId)
    onDone(threadId)
  }
  const cancel = () => {
    room.changeDraft(null)
    onDone(null)
  }
  return (
    <section ref={section} className="hs-comments__new" aria-label={words.write.heading}>
      <h3>{words.write.heading}</h3>
      <PlaceWords around={around} thread={{ id: '', anchor }} />
      <CommentBox
        label={words.write.label}
        value={{ text, chosen }}
        onChange={(value) => {
          setComplaint(null)
          room.changeDraft({ ...draft, ...value })
        }}
        people={people}
        complaint={complaint}
        onSend={send}
        onCancel={cancel}
      />
      <CircleChoice />
      <div className="hs-comments__actions">
        <Button look="primary" onPress={send}>
          {words.write.send}
        </Button>
        <Button look="quiet" onPress={cancel}>
          {everywhere.cancel}
        </Button>
      </div>
    </section>
  )
}

function CircleChoice() {
  const { circle: words } = useText().comments
  const { circle, chooseCircle, ownCircle } = useCommentsRoom()
  if (ownCircle === null) return <CircleSign circle="everyone" name={words.everyone} />
  return (
    <RadioGroup<Circle>
      label={words.label}
      value={circle}
      onChange={chooseCircle}
      options={[
        { key: 'everyone', content: <CircleSign circle="everyone" name={words.everyone} /> },
        {
          key: 'organisation',
          content: <CircleSign circle="organisation" name={ownCircle} />,
        },
      ]}
    />
  )
}

/** Who sees a thread: sign and words. */
export function CircleSign({ circle, name }: { circle: Circle; name: string }) {
  return (
    <span className={`hs-circle hs-circle--${circle}`}>
      <Icon name={circle === 'everyone' ? 'people' : 'lock'} size={18} />
      <span>{name}</span>
    </span>
  )
}
