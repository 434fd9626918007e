import { useEffect, useRef, useState } from 'react'
import { randomId } from '../../../shared/document/edit.ts'
import { type OpenPoint, POINT_LENGTH } from '../../../shared/protocol/endpoints-open-points.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { loadParticipants } from '../agreement/participants-now.ts'
import { failureSentence } from '../failure.tsx'
import { useAction } from '../load.ts'
import { type NewPoint, useOpenPoints } from './open-points-room.ts'
import { keyOf, type OwnerKey, ownerFrom, ownerOptions } from './owner.ts'

/** What an article is chosen by that is none. */
const WHOLE = 'whole'

type Props = {
  /** The point that is changed; null for a new one. */
  point: OpenPoint | null
  sectionId: string | null
  text?: string
  /** The article can be chosen, where the form does not stand with one. */
  choosesPlace: boolean
  onDone: () => void
  onCancel?: () => void
}

/** What is still open, who does it and when. What was typed stays until it is kept. */
export function PointForm({ point, sectionId, text = '', choosesPlace, onDone, onCancel }: Props) {
  const words = useText()
  const { openPoints, everywhere } = words
  const room = useOpenPoints()
  const [draft, setDraft] = useState<NewPoint>(() => ({
    id: point?.id ?? randomId(),
    sectionId,
    text: point?.text ?? text,
    owner: point?.owner ?? null,
    due: point?.due ?? null,
  }))
  const [complaint, setComplaint] = useState<string | null>(null)
  useEffect(() => {
    // Who came in since is to be chosen too; without an answer the list is as it was.
    loadParticipants(room.agreementId).catch(() => {})
  }, [room.agreementId])
  const sent = useRef('')
  const sending = useAction(
    ({ id, ...said }: NewPoint) => (point === null ? room.add({ id, ...said }) : room.change(id, said)),
    () => {
      onDone()
      if (point === null) setDraft((now) => nextDraft(now, sent.current))
    },
  )
  const change = (part: Partial<NewPoint>) => setDraft((now) => ({ ...now, ...part }))
  const send = () => {
    const said = draft.text.trim()
    const wrong =
      said === ''
        ? openPoints.form.missing
        : said.length > POINT_LENGTH
          ? openPoints.form.tooLong(POINT_LENGTH)
          : null
    setComplaint(wrong)
    if (wrong !== null) return
    sent.current = said
    sending.run({ ...draft, text: said })
  }
  return (
    <form
      className="hs-point-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        label={openPoints.form.what}
        value={draft.text}
        onChange={(value) => change({ text: value })}
        complaint={complaint}
      />
      {choosesPlace ? (
        <Select
          label={openPoints.form.where}
          options={[
            { key: WHOLE, label: openPoints.whole },
            ...[...room.names].map(([key, label]) => ({ key, label })),
          ]}
          value={draft.sectionId ?? WHOLE}
          onChange={(key) => change({ sectionId: key === WHOLE ? null : key })}
        />
      ) : null}
      <div className="hs-point-form__pair">
        <Select<OwnerKey>
          label={openPoints.form.who}
          options={ownerOptions(room, point, words)}
          value={keyOf(draft.owner)}
          onChange={(key) => change({ owner: ownerFrom(key) })}
        />
        <TextField
          label={openPoints.form.when}
          optional={everywhere.optional}
          type="date"
          value={draft.due ?? ''}
          onChange={(value) => change({ due: value === '' ? null : value })}
        />
      </div>
      {sending.failure === null ? null : (
        <Callout kind="wrong" title={openPoints.form.failed} isUrgent>
          {failureSentence(sending.failure, words)} {openPoints.form.kept}
        </Callout>
      )}
      <div className="hs-point-form__buttons">
        <Button look="primary" type="submit" isBusy={sending.isBusy}>
          {sending.isBusy
            ? openPoints.form.busy
            : point === null
              ? openPoints.form.add
              : openPoints.form.save}
        </Button>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{everywhere.cancel}</Button>}
      </div>
    </form>
  )
}

/** An empty form once a point is kept; what was typed meanwhile stays, and is another point. */
function nextDraft(now: NewPoint, sent: string): NewPoint {
  if (now.text.trim() !== sent) return { ...now, id: randomId() }
  return { ...now, id: randomId(), text: '', owner: null, due: null }
}
