import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { en } from './en.ts'
import { type Language, rememberedLanguage, rememberLanguage } from './language.ts'
import { nl, type TextTable } from './nl.ts'

const TABLES: Record<Language, TextTable> = { nl, en }

type Chosen = { language: Language; text: TextTable; choose: (language: Language) => void }

const TextContext = createContext<Chosen>({ language: 'nl', text: nl, choose: () => {} })

/** Gives everything below it the words of the chosen language, and tells the page which language that is. */
export function TextProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const chosen = useMemo<Chosen>(() => {
    const choose = (next: Language) => {
      rememberLanguage(next)
      setLanguage(next)
    }
    return { language, text: TABLES[language], choose }
  }, [language])
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
