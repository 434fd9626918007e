import { type FocusEvent, useLayoutEffect, useRef } from 'react'

/**
 * Who decides goes on at the proposal that takes the place of the decided one, or at what is said when none is left: the button that was
 * pressed is gone with its proposal, and by keyboard and for a screen reader the focus would be nowhere.
 */
export function useFocusGoesOn() {
  const list = useRef<HTMLDivElement>(null)
  const held = useRef<{ element: Element; at: number } | null>(null)
  useLayoutEffect(() => {
    if (list.current === null || held.current === null) return
    const { element, at } = held.current
    if (element.isConnected) {
      held.current.at = placeOf(element, list.current)
      return
    }
    held.current = null
    if (document.activeElement === document.body) nextIn(list.current, at)?.focus()
  })
  return {
    ref: list,
    onFocus: ({ target, currentTarget }: FocusEvent<HTMLDivElement>) => {
      held.current = { element: target, at: placeOf(target, currentTarget) }
    },
    // React tells nothing of a focus that is lost because its element goes.
    onBlur: () => {
      held.current = null
    },
  }
}

/** What is folded away can take no focus. */
const proposalsIn = (list: Element) =>
  [...list.querySelectorAll('.hs-proposal')].filter((each) => each.checkVisibility())

function placeOf(element: Element, list: Element): number {
  return proposalsIn(list).findIndex((each) => each.contains(element))
}

function nextIn(list: Element, at: number): HTMLElement | null {
  const next = proposalsIn(list).at(Math.max(at, 0)) ?? proposalsIn(list).at(-1)
  return (next ?? list).querySelector<HTMLElement>(next === undefined ? '[role="status"]' : 'button')
}
