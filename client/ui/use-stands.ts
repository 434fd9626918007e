import { useEffect, useState } from 'react'

/** What comes and goes within this time (ms), as at every letter that is kept, moves nothing and is not said by a screen reader. */
export const PASSING = 800

/** True once `value` has been the same for so long (ms), false again as soon as it is another. */
export function useStands(value: string, time: number): boolean {
  const [stood, setStood] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setStood(value), time)
    return () => {
      clearTimeout(timer)
      // What comes back has to stand anew.
      setStood(null)
    }
  }, [value, time])
  return stood === value
}
