import { type FocusEvent, useLayoutEffect, useRef } from 'react'

/**
 * Where the focus goes when the button that was pressed goes with what it was for: by keyboard and for a screen reader it would be nowhere.
 * `rows` is what comes in a list: then it goes on at the row that takes the place of the one that went. Else, and when none is left, it goes
 * to `end`, which takes the focus by script.
 */
export function useFocusGoesOn<Around extends HTMLElement = HTMLDivElement>({
  rows,
  end,
}: {
  rows?: string
  end: string
}) {
  const around = useRef<Around>(null)
  const held = useRef<{ element: Element; at: number } | null>(null)
  useLayoutEffect(() => {
    if (around.current === null || held.current === null) return
    const { element, at } = held.current
    if (element.isConnected) {
      held.current.at = placeOf(element, rowsIn(around.current, rows))
      return
    }
    held.current = null
    if (document.activeElement !== document.body) return
    const left = rowsIn(around.current, rows)
    const next = (left.at(Math.max(at, 0)) ?? left.at(-1))?.querySelector('button')
    const goesTo = next ?? around.current.querySelector<HTMLElement>(end)
    goesTo?.focus()
  })
  return {
    ref: around,
    onFocus: ({ target, currentTarget }: FocusEvent<Around>) => {
      held.current = { element: target, at: placeOf(target, rowsIn(currentTarget, rows)) }
    },
    // React tells nothing of a focus that is lost because its element goes.
    onBlur: () => {
      held.current = null
    },
  }
}

/** What is folded away can take no focus. */
function rowsIn(around: Element, rows: string | undefined): Element[] {
  if (rows === undefined) return []
  return [...around.querySelectorAll(rows)].filter((each) => each.checkVisibility())
}

function placeOf(element: Element, rows: readonly Element[]): number {
  return rows.findIndex((each) => each.contains(element))
}
