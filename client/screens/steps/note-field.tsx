import { useCallback } from 'react'
import type { StepNote } from '../../../shared/protocol/endpoints-steps.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Status, type StatusTone } from '../../ui/callout.tsx'
import { TextArea } from '../../ui/field.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { formatMoment } from '../start/format-moment.ts'
import type { NotePlace, SeenNote } from './notes-store.ts'
import { useNote, useSteps } from './steps-context.ts'

type Props = { place: NotePlace; label: string; help: string; itemText: string }

/** A note to write in. It is kept while one writes; whoever wrote before or at the same moment stays readable below it. */
export function NoteField({ place, label, help, itemText }: Props) {
  const words = useText().steps.notes
  const { notes } = useSteps()
  const seen = useNote(place)
  const text = seen.draft?.text ?? seen.note?.text ?? ''
  const addBack = useCallback(
    (earlier: string) => notes.type(place, text === '' ? earlier : `${text}\n${earlier}`),
    [notes, place, text],
  )
  return (
    <div className="hs-note-field">
      <TextArea
        label={
          <>
            {label}
            <VisuallyHidden>{words.with(itemText)}</VisuallyHidden>
          </>
        }
        help={help}
        value={text}
        maxLength={5000}
        onChange={(value) => notes.type(place, value)}
        onBlur={() => notes.flush(place)}
      />
      <NoteState seen={seen} />
      <Meanwhile seen={seen} addBack={addBack} />
      {seen.note === null ? null : <Earlier note={seen.note} addBack={addBack} />}
    </div>
  )
}

const TONES = {
  waiting: 'calm',
  sending: 'calm',
  failed: 'attention',
  refused: 'wrong',
  kept: 'good',
} as const
const SIGNS: Record<keyof typeof TONES, IconName> = {
  waiting: 'progress',
  sending: 'progress',
  failed: 'attention',
  refused: 'wrong',
  kept: 'check',
}

/** One line with a fixed place: whether what stands above it is kept. */
function NoteState({ seen }: { seen: SeenNote }) {
  const words = useText().steps.notes
  const state = seen.draft?.state ?? (seen.note?.text ? 'kept' : null)
  const tone: StatusTone = state === null ? 'calm' : TONES[state]
  return (
    <p className="hs-note-field__state">
      {state === null ? null : (
        <Status icon={SIGNS[state]} tone={tone}>
          {words.states[state]}
        </Status>
      )}
    </p>
  )
}

type AddBack = (earlier: string) => void

/** What another wrote here while one is typing. */
function Meanwhile({ seen: { note, draft }, addBack }: { seen: SeenNote; addBack: AddBack }) {
  const words = useText().steps.notes
  if (!note || !draft || draft.basedOn === note.version || draft.text.includes(note.text)) return null
  return (
    <div className="hs-note-earlier hs-note-earlier--now" role="status">
      <p className="hs-note-earlier__who">{words.meanwhile(note.writtenBy ?? '')}</p>
      <Version text={note.text} addBack={addBack} />
    </div>
  )
}

/** The texts that stood here before; open at once when two wrote at the same moment. */
function Earlier({ note, addBack }: { note: StepNote; addBack: AddBack }) {
  const words = useText().steps.notes
  if (note.earlier.length === 0) return null
  const versions = note.earlier.map((version) => (
    <div key={`${version.at} ${version.text}`} className="hs-note-earlier">
      <Signature by={version.by} at={version.at} />
      <Version text={version.text} addBack={addBack} />
    </div>
  ))
  const summary = note.earlier.length === 1 ? words.earlier : words.earlierMany(note.earlier.length)
  return (
    <details className="hs-note-versions" open={note.overlapped}>
      <summary>{note.overlapped ? words.overlapped : summary}</summary>
      {versions}
    </details>
  )
}

function Version({ text, addBack }: { text: string; addBack: AddBack }) {
  const words = useText().steps.notes
  return (
    <>
      <p className="hs-note-text" lang="nl">
        {text}
      </p>
      <Button look="quiet" icon="plus" onPress={() => addBack(text)}>
        {words.addBack}
      </Button>
    </>
  )
}

/** Who wrote something, and when. */
export function Signature({ by, at }: { by: string | null; at: string | null }) {
  const words = useText().steps.notes
  const { language } = useLanguage()
  if (by === null || at === null) return null
  return <p className="hs-note-earlier__who">{words.written(by, formatMoment(at, language, new Date()))}</p>
}
