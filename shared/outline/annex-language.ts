import type { Annex } from '../agreement/closing.ts'
import type { RichText } from '../agreement/rich-text.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'

/** True for a language other than Dutch; null is that of the agreement. */
export function isForeign(language: string | null): language is string {
  return language !== null && language !== '' && !/^nl\b/.test(language)
}

/**
 * True for an annex in another language, or a summary, whose own text does not say that the Dutch text counts: then the paper says
 * it. Domain pack, agreement.md 5.
 */
export function needsTranslationNotice(
  { kind, language, body }: Pick<Annex, 'kind' | 'language' | 'body'>,
  catalog: PaperCatalog,
): boolean {
  return (
    (isForeign(language) || kind === 'summary') &&
    !wordsOf(body).includes(paperWord(catalog, 'translationNotice'))
  )
}

function wordsOf({ content }: RichText): string {
  return content
    .flatMap((node) => (node.type === 'paragraph' ? (node.content ?? []) : []))
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
}
