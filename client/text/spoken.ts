import { type Language, rememberedLanguage } from './language.ts'
import { nl, type TextTable } from './nl.ts'

/** A language with its words. */
export type Spoken = { language: Language; text: TextTable }

const DUTCH: Spoken = { language: 'nl', text: nl }

/** The words of a language. Dutch is at hand; another is fetched, and the promise is broken where it cannot be. */
export async function spokenIn(language: Language): Promise<Spoken> {
  if (language === 'nl') return DUTCH
  const { en } = await import('./en.ts')
  return { language, text: en }
}

/** What a page begins in: the language remembered on this device, and Dutch where its words cannot be fetched. */
export function spokenHere(): Promise<Spoken> {
  return spokenIn(rememberedLanguage()).catch(() => DUTCH)
}
