const SCROLLING = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']

/** A key as the page hears it. */
type Key = { key: string; isTyping: boolean; isOnControl: boolean; isInDialog: boolean }

/** Whether a key means that somebody goes their own way: it scrolls, or they write something, or they press Escape outside a dialog. */
export function goesOwnWay({ key, isTyping, isOnControl, isInDialog }: Key): boolean {
  if (key === 'Escape') return !isInDialog
  if (isTyping) return key !== 'Tab' && key !== 'Shift'
  return SCROLLING.includes(key) && !isOnControl
}

const FLOATING = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Calls back when the person scrolls: by wheel, finger, keys or the bar at the side. Gives its stop. */
export function onOwnScroll(then: () => void): () => void {
  const stop = new AbortController()
  const options = { passive: true, capture: true, signal: stop.signal }
  for (const kind of ['wheel', 'touchmove']) addEventListener(kind, then, options)
  addEventListener('pointerdown', ({ target }) => target === document.documentElement && then(), options)
  addEventListener('keydown', (event) => goesOwnWay(keyOf(event)) && then(), options)
  return () => stop.abort()
}

function keyOf({ key, target }: KeyboardEvent): Key {
  const element = target instanceof Element ? target : null
  return {
    key,
    isTyping: element?.closest('input, textarea, [contenteditable="true"]') != null,
    isOnControl: element?.closest('button, a, select, summary, [role="tab"]') != null,
    isInDialog: document.querySelector(FLOATING) !== null,
  }
}
