import { useEffect, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'

/** Whom this browser is known as; an empty name for nobody, or for who came without one. */
export type Known = { name: string }

/** Asks once. Null until the answer is there; who cannot be asked counts as nobody. */
export function useKnown(): Known | null {
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    let current = true
    const tell = (name: string) => current && setKnown({ name })
    call(endpoints.me, {}).then(
      (me) => tell(me.name ?? ''),
      () => tell(''),
    )
    return () => {
      current = false
    }
  }, [])
  return known
}
