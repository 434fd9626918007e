import type { PointerEvent } from 'react'
import { useRef, useState } from 'react'

/** How far (px) a pointer goes before a press is a drag. */
const SLACK = 6
/** Within this distance (px) of an edge of the list it scrolls along. */
const EDGE = 48

export type Drag = { id: string; before: string | null }

/**
 * Dragging one item of a list to another place, with mouse, pen or finger. Items carry `data-order-id`. The same can be done
 * without dragging (WCAG 2.5.7). Escape and a drop outside the list leave all as it was.
 */
export function useDragOrder(onDrop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef<Drag | null>(null)
  const change = (next: Drag | null) => {
    latest.current = next
    setDrag(next)
  }
  const start = (id: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const handle = event.currentTarget
    const list = handle.closest<HTMLElement>('ol')
    if (list === null) return
    const from = event.clientY
    const abort = new AbortController()
    const { signal } = abort
    const end = () => {
      abort.abort()
      change(null)
    }
    const move = (at: globalThis.PointerEvent) => {
      if (latest.current === null && Math.abs(at.clientY - from) < SLACK) return
      handle.setPointerCapture(at.pointerId)
      scrollAlong(list, at.clientY)
      change({ id, before: itemBelow(list, at.clientY) })
    }
    const up = () => {
      const dropped = latest.current
      end()
      if (dropped === null) return
      // The click that ends a drag is no press.
      handle.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => handle.removeEventListener('click', swallow, { capture: true }), 0)
      onDrop(dropped)
    }
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', up, { signal })
    addEventListener('pointercancel', end, { signal })
    addEventListener('keydown', (key) => key.key === 'Escape' && end(), { signal })
  }
  return { drag, start }
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}

/** The item that the dragged one would stand before; null for the end. */
function itemBelow(list: HTMLElement, y: number): string | null {
  const items = [...list.querySelectorAll<HTMLElement>('[data-order-id]')]
  const below = items.find((item) => {
    const { top, height } = item.getBoundingClientRect()
    return y < top + height / 2
  })
  return below?.dataset.orderId ?? null
}

function scrollAlong(list: HTMLElement, y: number): void {
  const scroller = list.closest<HTMLElement>('.hs-outline') ?? list
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + EDGE) scroller.scrollTop -= 12
  if (y > bottom - EDGE) scroller.scrollTop += 12
}
