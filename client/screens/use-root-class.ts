import { useLayoutEffect } from 'react'

/**
 * Gives the root of the page a class for as long as a screen stands there. A style sheet that finds that out by itself (`html:has(…)`) makes the browser look
 * through the whole page at every letter that is typed.
 */
export function useRootClass(name: string | null): void {
  useLayoutEffect(() => {
    if (name === null) return
    const { classList } = document.documentElement
    classList.add(name)
    return () => classList.remove(name)
  }, [name])
}
