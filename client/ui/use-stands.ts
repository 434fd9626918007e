import { useEffect, useState } from 'react'

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
