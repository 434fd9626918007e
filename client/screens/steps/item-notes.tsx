import { type ReactNode, useId, useMemo, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { NoteField, Signature } from './note-field.tsx'
import type { NotePlace } from './notes-store.ts'
import { useNote, useSteps } from './steps-context.ts'
import './notes.css'

type Props = {
  itemId: string
  itemText: string
  aboutPartyId?: string | null
  /** True for a point of a checklist: the own organisation has a tick of its own. */
  hasOwnTick?: boolean
  /** What the shared note is called; "for all parties" is always said as well. */
  sharedLabel?: string
}

type Both = { shared: NotePlace; own: NotePlace }

/** What people wrote with an item, and the way to write more: shared with all parties, or for the own organisation alone. */
export function ItemNotes({ itemId, itemText, aboutPartyId = null, hasOwnTick = false, sharedLabel }: Props) {
  const words = useText().steps.notes
  const { canWrite, ownName } = useSteps()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const places = useMemo<Both>(() => {
    const at = { itemId, aboutPartyId }
    return { shared: { ...at, audience: 'shared' }, own: { ...at, audience: 'own' } }
  }, [itemId, aboutPartyId])
  const label = sharedLabel === undefined ? words.shared : `${sharedLabel} (${words.shared.toLowerCase()})`
  return (
    <div className="hs-item-notes">
      {canWrite ? (
        <Button
          look="quiet"
          icon={isOpen ? 'close' : 'write'}
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? words.close : (sharedLabel ?? words.write)}
          <VisuallyHidden>{words.with(itemText)}</VisuallyHidden>
        </Button>
      ) : null}
      {isOpen ? null : <WrittenNotes places={places} sharedLabel={label} />}
      <div id={id} hidden={!isOpen} className="hs-item-notes__fields">
        {isOpen ? (
          <>
            <NoteField place={places.shared} label={label} help={words.sharedHelp} itemText={itemText} />
            {ownName === null ? null : (
              <div className="hs-item-notes__own">
                <NoteField
                  place={places.own}
                  label={words.own(ownName)}
                  help={words.ownHelp}
                  itemText={itemText}
                />
                {hasOwnTick ? <OwnTick place={places.own} /> : null}
              </div>
            )}
          </>
        ) : null}
      </div>
    </div>
  )
}

function OwnTick({ place }: { place: NotePlace }) {
  const words = useText().steps.notes
  const { notes, ownName } = useSteps()
  const { mark } = useNote(place)
  return (
    <Checkbox
      isSelected={mark === 'done'}
      onChange={(isSelected) => void notes.mark(place, isSelected ? 'done' : 'none')}
    >
      {words.ownTick} <span className="hs-soft">({words.own(ownName ?? '').toLowerCase()})</span>
    </Checkbox>
  )
}

/** The notes as they stand, each with whom it is for. */
function WrittenNotes({ places, sharedLabel }: { places: Both; sharedLabel: string }) {
  const words = useText().steps.notes
  const { ownName } = useSteps()
  const shared = useNote(places.shared)
  const own = useNote(places.own)
  return (
    <>
      <WrittenNote icon="people" label={sharedLabel} seen={shared} />
      {ownName === null ? null : (
        <WrittenNote icon="lock" label={words.own(ownName)} seen={own}>
          {own.mark === 'done' ? <p>{words.ownTicked}</p> : null}
        </WrittenNote>
      )}
    </>
  )
}

type WrittenProps = {
  icon: IconName
  label: string
  seen: ReturnType<typeof useNote>
  children?: ReactNode
}

function WrittenNote({ icon, label, seen: { note, draft }, children }: WrittenProps) {
  const words = useText().steps.notes
  const text = draft?.text ?? note?.text ?? ''
  const hasMore = children !== null && children !== undefined
  if (text === '' && !hasMore) return null
  return (
    <div className={`hs-note hs-note--${icon === 'lock' ? 'own' : 'shared'}`}>
      <p className="hs-note__for">
        <Icon name={icon} size={18} />
        {label}
      </p>
      {children}
      {text === '' ? null : (
        <p className="hs-note-text" lang="nl">
          {text}
        </p>
      )}
      {draft === null ? (
        <Signature by={note?.writtenBy ?? null} at={note?.writtenAt ?? null} />
      ) : (
        <p className="hs-note-earlier__who">{words.states[draft.state]}</p>
      )}
      {note?.overlapped ? <p className="hs-note-earlier__who">{words.overlapped}</p> : null}
      {note?.overlapped ? (
        <p className="hs-note-text" lang="nl">
          {note.earlier[0]?.text}
        </p>
      ) : null}
    </div>
  )
}
