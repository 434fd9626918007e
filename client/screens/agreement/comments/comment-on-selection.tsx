import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { maybeSelectedPassage, type SelectedPassage, usePaperHost } from '../../../editor/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { useNoticesRoom } from '../notices/notices-room.ts'
import { useWide } from '../use-wide.ts'
import { useCommentsRoom } from './comments-room.ts'

/**
 * A button for the words that are chosen on the paper, where no toolbar offers it: on a phone, and for who may not write. Ctrl+Alt+M does the same
 * everywhere; with nothing chosen it goes to the thread that was looked at last.
 */
export function CommentOnSelection() {
  const { comments: words } = useText()
  const { canWrite } = usePaperHost()
  const room = useCommentsRoom()
  const isWide = useWide()
  const selected = useSelected(room.mayComment)
  const latest = useLatest({ room, selected })
  useShortcut(latest)
  const hasToolbar = canWrite && isWide
  if (selected === null && room.pressed !== null) {
    return (
      <UnderPaper>
        <Button icon="comment" onPress={room.show}>
          {words.selection.look}
        </Button>
      </UnderPaper>
    )
  }
  if (hasToolbar || !room.mayComment || selected === null || room.draft !== null) return null
  return (
    <UnderPaper>
      <Button
        look="primary"
        icon="comment"
        onPress={() => latest.current.room.beginOn(latest.current.selected)}
      >
        {words.selection.make}
      </Button>
    </UnderPaper>
  )
}

/** Above what is told there, so that neither covers the other. */
function UnderPaper({ children }: { children: ReactNode }) {
  const { shelf } = useNoticesRoom()
  return shelf === null ? null : createPortal(<div className="hs-comment-float">{children}</div>, shelf)
}

function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  latest.current = value
  return latest
}

/** How long (ms) a choice counts after it was let go: a tap on the button takes it away first. */
const AFTER = 500

/** The words that are chosen on the paper; followed while somebody may say something about them. */
function useSelected(isFollowed: boolean): SelectedPassage | null {
  const { places } = usePaperHost()
  const [selected, setSelected] = useState<SelectedPassage | null>(null)
  useEffect(() => {
    if (!isFollowed) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const now = maybeSelectedPassage(places)
      if (now === null) timer = setTimeout(setSelected, AFTER, null)
      else setSelected(now)
    }
    // A text that just got the focus is told after us: words that are chosen by one long press on it are chosen there by then.
    const onChange = () => {
      clearTimeout(timer)
      timer = setTimeout(look)
    }
    document.addEventListener('selectionchange', onChange)
    return () => {
      document.removeEventListener('selectionchange', onChange)
      clearTimeout(timer)
    }
  }, [places, isFollowed])
  return selected
}

function useShortcut(latest: RefObject<{ room: ReturnType<typeof useCommentsRoom> }>): void {
  const { places } = usePaperHost()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // With AltGr it is a sign that somebody types.
      const isOurs = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey)
      if (!isOurs || event.getModifierState('AltGraph') || event.defaultPrevented) return
      event.preventDefault()
      const { room } = latest.current
      if (!room.mayComment || !room.beginOn(maybeSelectedPassage(places))) room.show()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [places, latest])
}
