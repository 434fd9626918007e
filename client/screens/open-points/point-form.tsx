import { useEffect, useState } from 'react'
import { randomId } from '../../../shared/document/edit.ts'
import { type OpenPoint, POINT_LENGTH } from '../../../shared/protocol/endpoints-open-points.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { loadParticipants } from '../agreement/participants-now.ts'
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

/** What is still open, who does it and when. */
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
    const { id, ...rest } = { ...draft, text: said }
    if (point !== null) room.change(point, rest)
    else {
      room.add({ id, ...rest })
      setDraft({ id: randomId(), sectionId: rest.sectionId, text: '', owner: null, due: null })
    }
    onDone()
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
      <div className="hs-point-form__buttons">
        <Button look="primary" type="submit">
          {point === null ? openPoints.form.add : openPoints.form.save}
        </Button>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{everywhere.cancel}</Button>}
      </div>
    </form>
  )
}
