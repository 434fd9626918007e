import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { COMMENT_BOUNDS } from '../../../../shared/protocol/endpoints-comments.ts'
import { useText } from '../../../text/index.ts'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { type Mentionable, mentionBeing, suggestions } from './mention-text.ts'

export type BoxValue = { text: string; chosen: readonly Mentionable[] }

type Props = {
  label: string
  value: BoxValue
  onChange: (value: BoxValue) => void
  /** Who can be mentioned. */
  people: readonly Mentionable[]
  complaint: string | null
  /** Ctrl+Enter. */
  onSend: () => void
  /** Escape, when no names are listed. */
  onCancel: () => void
  hasFocus?: boolean
}

/**
 * Where a comment is typed. An `@` lists the people who may see it: the arrows choose, Enter or Tab puts the name in, Escape closes the list. The focus stays
 * in the text; the list is tied to it as the pattern of a combobox with a list says.
 */
export function CommentBox({
  label,
  value,
  onChange,
  people,
  complaint,
  onSend,
  onCancel,
  hasFocus = false,
}: Props) {
  const { comments: words } = useText()
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const names = useNames(box, value, people, onChange)
  useEffect(() => {
    if (hasFocus) box.current?.focus({ preventScroll: true })
  }, [hasFocus])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || names.onKeyDown(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
    }
    if (event.key === 'Escape') {
      // The sheet that it may stand in stays open.
      event.stopPropagation()
      onCancel()
    }
  }
  const { listed, at } = names
  return (
    <div className="hs-field hs-comment-box">
      <label className="hs-field__label" htmlFor={id}>
        {label}
      </label>
      <p id={`${id}-help`} className="hs-field__help">
        {words.write.help}
      </p>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        className="hs-field__input hs-field__input--long"
        value={value.text}
        aria-describedby={complaint === null ? `${id}-help` : `${id}-help ${id}-wrong`}
        aria-invalid={complaint !== null}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={listed.length === 0 ? undefined : `${id}-names`}
        aria-activedescendant={listed.length === 0 ? undefined : `${id}-name-${at}`}
        onChange={(event) => {
          onChange({ ...value, text: event.currentTarget.value })
          names.look(event.currentTarget)
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => names.look(event.currentTarget)}
        onBlur={names.close}
      />
      {listed.length === 0 ? null : (
        <div id={`${id}-names`} role="listbox" aria-label={words.mention.label} className="hs-mention-list">
          {listed.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the text move in the list
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active one
            <div
              key={person.personId}
              id={`${id}-name-${index}`}
              role="option"
              aria-selected={index === at}
              className="hs-option hs-mention-list__name"
              // The text keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => names.choose(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{listed.length === 0 ? '' : words.mention.found(listed.length)}</span>
      </VisuallyHidden>
      {complaint === null ? null : (
        <p id={`${id}-wrong`} className="hs-field__complaint" role="alert">
          <Icon name="attention" />
          <span>{complaint}</span>
        </p>
      )}
    </div>
  )
}

/** The people listed behind an `@`, and choosing one. */
function useNames(
  box: React.RefObject<HTMLTextAreaElement | null>,
  value: BoxValue,
  people: readonly Mentionable[],
  onChange: Props['onChange'],
) {
  const [being, setBeing] = useState<{ from: number; typed: string } | null>(null)
  const [at, setAt] = useState(0)
  const caret = useRef<number | null>(null)
  const listed = being === null ? [] : suggestions(people, being.typed)
  // The name has just been put in: the caret goes behind it.
  useLayoutEffect(() => {
    if (caret.current === null) return
    box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  const close = () => setBeing(null)
  const choose = (person: Mentionable) => {
    if (being === null) return
    const end = being.from + 1 + being.typed.length
    const before = `${value.text.slice(0, being.from)}@${person.name} `
    caret.current = before.length
    onChange({
      text: before + value.text.slice(end).replace(/^ /, ''),
      chosen: [...value.chosen.filter(({ personId }) => personId !== person.personId), person],
    })
    close()
  }
  return {
    listed,
    at: Math.min(at, Math.max(0, listed.length - 1)),
    close,
    choose,
    look: (area: HTMLTextAreaElement) => {
      setBeing(mentionBeing(area.value, area.selectionStart))
      setAt(0)
    },
    /** True when the key was for the list. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (listed.length === 0) return false
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const person = listed[Math.min(at, listed.length - 1)]
      if (step !== 0) setAt((at + step + listed.length) % listed.length)
      else if ((event.key === 'Enter' || event.key === 'Tab') && person) choose(person)
      else if (event.key === 'Escape') close()
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }
}

/** What is wrong with what was typed; null when it can be sent. `outside`: those mentioned who may not see it. */
export function complaintOf(
  text: string,
  outside: readonly Mentionable[],
  words: ReturnType<typeof useText>['comments'],
): string | null {
  if (text.trim() === '') return words.write.empty
  if (text.length > COMMENT_BOUNDS.text) return words.write.tooLong(COMMENT_BOUNDS.text)
  const [first] = outside
  return first === undefined ? null : words.mention.outside(first.name)
}
