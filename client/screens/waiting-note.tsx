import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import './waiting-note.css'

type Props = {
  /** Null: the server has it. `refusal`: its sentence, when it will not take it. */
  waiting: { refusal: string | null } | null
  words: { waiting: string; refused: string; retry: string; drop: string }
  onAgain: () => void
  onDrop: () => void
}

/** That the server does not have it yet, or will not take it, and what can be done then. */
export function WaitingNote({ waiting, words, onAgain, onDrop }: Props) {
  const [isLate, setLate] = useState(false)
  const isWaiting = waiting !== null
  // What is sent at once never says that it waits.
  useEffect(() => {
    if (!isWaiting) return setLate(false)
    const timer = setTimeout(() => setLate(true), LATE)
    return () => clearTimeout(timer)
  }, [isWaiting])
  if (waiting === null) return null
  const { refusal } = waiting
  if (refusal === null) {
    return (
      <p className="hs-waiting" role="status">
        {isLate ? (
          <>
            <Icon name="offline" size={18} /> {words.waiting}
          </>
        ) : null}
      </p>
    )
  }
  return (
    <div className="hs-refused" role="alert">
      <p>
        <Icon name="attention" size={18} /> {words.refused}. {refusal}
      </p>
      <div className="hs-refused__actions">
        <Button onPress={onAgain}>{words.retry}</Button>
        <Button look="quiet" onPress={onDrop}>
          {words.drop}
        </Button>
      </div>
    </div>
  )
}

/** So long (ms) something may be on its way before the screen says that it waits. */
const LATE = 600
