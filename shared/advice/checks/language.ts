import { type Check, type Offence, when } from '../offence.ts'
import { outdatedTermsIn, readingTrouble } from '../plain-language.ts'

/** How the text reads. Hints only; the item is the place of the text. Domain pack, README, rule 10. */
export const LANGUAGE_CHECKS = {
  plain_language: ({ freeTexts, settings }) =>
    freeTexts.flatMap(({ at, text }): Offence[] => {
      const trouble = readingTrouble(text, settings.plainLanguage)
      return when(trouble !== null, at, at, [trouble, text])
    }),

  current_terms: ({ freeTexts, settings }) =>
    freeTexts.flatMap(({ at, text }): Offence[] => {
      const terms = outdatedTermsIn(text, settings.plainLanguage)
      return when(terms.length > 0, at, at, [terms, text])
    }),
} satisfies Record<string, Check>
