type Key = Pick<KeyboardEvent, 'key' | 'repeat'>

/** Whether Tab goes on over the page from a text, or does what it does in the text: indent. */
export type TabWay = {
  /** A key goes down in the text; true when it leads on over the page, and is nothing to the text. */
  down: (key: Key) => boolean
  up: (key: Key) => void
  /** Somebody put the caret somewhere with a finger or a mouse. */
  pressed: () => void
  /** The focus went elsewhere. */
  left: () => void
}

/**
 * Who only passes, from one thing to the next with Tab, changes nothing: Tab indents only for who wrote, moved the caret or pressed in the
 * text since they came. After that, Escape and then Tab goes on. That Tab led here shows in its key, which goes down elsewhere and up here.
 */
export function createTabWay(): TabWay {
  let leaves = false
  let isDownHere = false
  return {
    down: ({ key, repeat }) => {
      // Shift goes down first when one walks back.
      if (key === 'Shift') return false
      if (key !== 'Tab') {
        leaves = key === 'Escape'
        return false
      }
      const passes = leaves || (repeat && !isDownHere)
      isDownHere = !passes
      return passes
    },
    up: ({ key }) => {
      if (key !== 'Tab') return
      if (!isDownHere) leaves = true
      isDownHere = false
    },
    pressed: () => {
      leaves = false
    },
    left: () => {
      leaves = false
      isDownHere = false
    },
  }
}
