import { useState } from 'react'

/** A small choice that is remembered on this device, where the browser keeps things. Null until one was made. */
export function useRemembered(key: string): [string | null, (value: string) => void] {
  const [value, setValue] = useState(() => read(key))
  const change = (next: string) => {
    setValue(next)
    try {
      localStorage.setItem(key, next)
    } catch {
      // Private windows may refuse; the choice then lasts as long as the page.
    }
  }
  return [value, change]
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
