import type { ReactNode } from 'react'
import { useNoticesRoom } from './notices-room.ts'
import './notices.css'

/**
 * The place under the paper, above the buttons at the thumb on a phone: nothing on the page moves for what stands there, and it stands one above the
 * other. Each notice is said to who listens when it comes; it is not said again when it comes back into view.
 */
export function Shelf({ children }: { children: ReactNode }) {
  const { told, setShelf } = useNoticesRoom()
  return (
    <div className="hs-shelf">
      {/* Always there: what appears together with its words is not read aloud. */}
      <div className="hs-hidden" role="status" aria-atomic="false">
        {told.map(({ key, said }) => (
          <p key={`${key} ${said}`}>{said}</p>
        ))}
      </div>
      {children}
      <div ref={setShelf} className="hs-shelf__notices" />
    </div>
  )
}
