import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../../text/index.ts'
import { IconButton } from '../../../ui/button.tsx'
import { useNoticesRoom } from './notices-room.ts'

type Props = {
  /** The whole sentence. Told anew when it changes. */
  said: string
  onClose: () => void
  /** What can be done now. */
  children?: ReactNode
}

/** Tells of something that happened, for as long as it is drawn. Seen while nothing newer is told. */
export function Notice({ said, onClose, children }: Props) {
  const { articles } = useText()
  const { told, shelf, tell, end } = useNoticesRoom()
  const key = useId()
  const element = useRef<HTMLElement>(null)
  const latest = useRef({ tell, end })
  latest.current = { tell, end }
  useLayoutEffect(() => latest.current.tell({ key, said }), [key, said])
  useLayoutEffect(() => {
    // Its words and buttons are there a last time when it goes: afterwards the focus is nowhere.
    return () => latest.current.end(key, element.current?.contains(document.activeElement) ?? false)
  }, [key])
  if (shelf === null || told.at(-1)?.key !== key) return null
  return createPortal(
    <section ref={element} className="hs-notice" aria-label={articles.notice}>
      <p>{said}</p>
      <span className="hs-notice__actions">
        {children}
        <IconButton icon="close" label={articles.dismiss} onPress={onClose} />
      </span>
    </section>,
    shelf,
  )
}
