export { joinNames } from './join-names.ts'
export { LANGUAGES, type Language } from './language.ts'
export type { TextTable } from './nl.ts'
export { TextProvider, useLanguage, useText } from './text-provider.tsx'
