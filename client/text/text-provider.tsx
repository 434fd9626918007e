import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { type Language, rememberLanguage } from './language.ts'
import { nl, type TextTable } from './nl.ts'
import { type Spoken, spokenIn } from './spoken.ts'

type Chosen = Spoken & { choose: (language: Language) => void }

const TextContext = createContext<Chosen>({ language: 'nl', text: nl, choose: () => {} })

/**
 * Gives everything below it the words of the chosen language, and tells the page which language that is. `first`: what the page begins in. The
 * words of another language are there once they are fetched; where they cannot be, the page keeps the ones it has.
 */
export function TextProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first)
  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language
  }, [spoken])
  const chosen = useMemo<Chosen>(() => {
    const choose = (next: Language) => {
      rememberLanguage(next)
      spokenIn(next).then(setSpoken, () => {})
    }
    return { ...spoken, choose }
  }, [spoken])
  return <TextContext value={chosen}>{children}</TextContext>
}

/** The words of the screen in the chosen language. */
export function useText(): TextTable {
  return useContext(TextContext).text
}

/** The chosen language and the way to choose another. */
export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const { language, choose } = useContext(TextContext)
  return { language, choose }
}
