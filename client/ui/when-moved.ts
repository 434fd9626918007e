const looks = new Set<() => void>()
let frame = 0
let height: ResizeObserver | null = null

/**
 * Calls back once, and then in the frame after something scrolled, or the page or the window got another size. Returns its stop. For who
 * watches many elements: with an IntersectionObserver the browser works out where each of them stands in every frame, also for one letter.
 */
export function whenMoved(look: () => void): () => void {
  if (looks.size === 0) begin()
  looks.add(look)
  ask()
  return () => {
    looks.delete(look)
    if (looks.size === 0) end()
  }
}

function begin(): void {
  height = new ResizeObserver(ask)
  height.observe(document.documentElement)
  addEventListener('resize', ask, { passive: true })
  // Also of what scrolls inside the page.
  addEventListener('scroll', ask, { passive: true, capture: true })
}

function end(): void {
  height?.disconnect()
  cancelAnimationFrame(frame)
  frame = 0
  removeEventListener('resize', ask)
  removeEventListener('scroll', ask, { capture: true })
}

function ask(): void {
  if (frame !== 0) return
  frame = requestAnimationFrame(() => {
    frame = 0
    for (const look of [...looks]) look()
  })
}
