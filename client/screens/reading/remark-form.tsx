import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type OwnRemark, REMARK_LENGTH } from '../../../shared/protocol/endpoints-consultation.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'

/** What somebody is writing about one article, and under which id it goes out: sent again, it is the same one. */
export type Draft = { id: string; text: string }

/** 120 random bits. */
export function newDraft(): Draft {
  const bytes = crypto.getRandomValues(new Uint8Array(15))
  return {
    id: btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_'),
    text: '',
  }
}

type Props = {
  /** Null: about the whole agreement. */
  sectionId: string | null
  label: string
  draft: Draft
  sent: readonly OwnRemark[]
  onDraft: (draft: Draft) => void
  onSent: (remark: OwnRemark) => void
  onWithdrawn: (remark: OwnRemark) => void
}

/** The place to say something about an article; below it what was sent from this device. */
export function RemarkForm({ sectionId, label, draft, sent, onDraft, onSent, onWithdrawn }: Props) {
  const { remark: words } = useText().reading
  const [complaint, setComplaint] = useState<string | null>(null)
  const [said, setSaid] = useState<'sent' | 'withdrawn' | null>(null)
  const sending = useAction(
    ({ id, text }: Draft) => call(endpoints.sendRemark, { body: { id, sectionId, text } }),
    (kept) => {
      setSaid('sent')
      onSent(kept)
      onDraft(newDraft())
    },
  )
  const send = () => {
    const text = draft.text.trim()
    const wrong =
      text === '' ? words.missing : text.length > REMARK_LENGTH ? words.tooLong(REMARK_LENGTH) : null
    setComplaint(wrong)
    if (wrong === null) sending.run({ ...draft, text })
  }
  const takeBack = (remark: OwnRemark) => {
    // The words are hers: they go back to where she wrote them, unless she is writing something else.
    if (draft.text.trim() === '') onDraft({ ...newDraft(), text: remark.text })
    setSaid('withdrawn')
    onWithdrawn(remark)
  }
  return (
    <form
      className="hs-remark"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="hs-remark__field">
        <TextArea
          label={label}
          help={words.help}
          complaint={complaint}
          value={draft.text}
          isReadOnly={sending.isBusy}
          onChange={(text) => {
            setComplaint(null)
            setSaid(null)
            onDraft({ ...draft, text })
          }}
        />
      </div>
      {sending.failure === null ? null : <Failure failure={sending.failure} />}
      <Button look="primary" type="submit" isBusy={sending.isBusy}>
        {sending.isBusy ? words.sending : words.send}
      </Button>
      <p role="status" className="hs-remark__said">
        {said === null ? null : words[said]}
      </p>
      {sent.length === 0 ? null : <Sent sent={sent} onWithdrawn={takeBack} />}
    </form>
  )
}

type SentProps = { sent: readonly OwnRemark[]; onWithdrawn: (remark: OwnRemark) => void }

function Sent({ sent, onWithdrawn }: SentProps) {
  const { remark: words } = useText().reading
  return (
    <div className="hs-remark__sent">
      <p className="hs-remark__sent-title">{words.yours}</p>
      <ul>
        {sent.map((remark) => (
          <SentRemark key={remark.id} remark={remark} onWithdrawn={onWithdrawn} />
        ))}
      </ul>
    </div>
  )
}

function SentRemark({ remark, onWithdrawn }: { remark: OwnRemark } & Pick<SentProps, 'onWithdrawn'>) {
  const { remark: words } = useText().reading
  const withdrawing = useAction(
    () => call(endpoints.withdrawRemark, { params: { remarkId: remark.id } }),
    () => onWithdrawn(remark),
  )
  return (
    <li>
      <p dir="auto">{remark.text}</p>
      <Button
        look="quiet"
        aria-label={words.withdrawLabel(remark.text)}
        isBusy={withdrawing.isBusy}
        onPress={() => withdrawing.run(undefined)}
      >
        {words.withdraw}
      </Button>
      {withdrawing.failure === null ? null : <Failure failure={withdrawing.failure} />}
    </li>
  )
}
