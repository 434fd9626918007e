export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'handslag.language'

/** The language of a stored choice; Dutch when there is none or it is unknown. */
export function readLanguage(stored: string | null): Language {
  return LANGUAGES.find((language) => language === stored) ?? 'nl'
}

/** The choice remembered on this device. A browser that keeps nothing gives Dutch. */
export function rememberedLanguage(): Language {
  try {
    return readLanguage(localStorage.getItem(KEY))
  } catch {
    return 'nl'
  }
}

/** Remembers the choice on this device, where the browser allows it. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Private windows may refuse to keep anything; the choice then lasts as long as the page.
  }
}
