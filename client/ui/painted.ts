/** How long (ms) is waited for a frame that does not come: a page that nobody looks at draws none. */
const NO_FRAME = 100

/** Resolves when what was just said is on the screen: for before something begins that takes the processor. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, NO_FRAME)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      // The task behind the frame.
      setTimeout(resolve, 0)
    })
  })
}
