import type { ReturnWords } from '../../agreements/return-take.ts'
import type { Language } from './language.ts'

/** What stands in the comments that are made of what a file says beside the text. */
export const RETURN_WORDS: Record<Language, ReturnWords> = {
  nl: {
    accordingTo: (people, text) => `Volgens het bestand van ${people}: ${text}`,
    remark: (where, was, file) =>
      said([
        where === '' ? 'In het bestand is iets anders.' : `In het bestand is iets anders bij ${where}.`,
        was === null ? '' : `Er stond: “${was}”.`,
        file === null ? '' : `In het bestand staat: “${file}”.`,
      ]),
  },
  en: {
    accordingTo: (people, text) => `According to the file of ${people}: ${text}`,
    remark: (where, was, file) =>
      said([
        where === '' ? 'Something differs in the file.' : `Something differs in the file at ${where}.`,
        was === null ? '' : `It said: “${was}”.`,
        file === null ? '' : `The file says: “${file}”.`,
      ]),
  },
}

const said = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join('\n')
