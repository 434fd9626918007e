import type { PlainLanguage } from './settings.ts'

/** Why a text is hard to read; null where nothing is. */
export type ReadingTrouble = { averageWords: number; longestWords: number; formalWords: string[] }

/**
 * What makes a text hard to read by the settings: long sentences, a high average, formal words. A hint and no more: no
 * program can tell the level of a text. Gives null when there is nothing to say.
 */
export function readingTrouble(text: string, settings: PlainLanguage): ReadingTrouble | null {
  const lengths = sentencesOf(text).map(wordCount)
  const longestWords = Math.max(0, ...lengths)
  const averageWords = lengths.length === 0 ? 0 : Math.round(sum(lengths) / lengths.length)
  const formalWords = matchesOf(text, patternsOf(settings).formal)
  const hard =
    longestWords > settings.maxSentenceWords ||
    averageWords > settings.maxAverageSentenceWords ||
    formalWords.length > 0
  return hard ? { averageWords, longestWords, formalWords } : null
}

/** The outdated terms a text has, as they stand in the settings; a term is the beginning of a word. */
export function outdatedTermsIn(text: string, settings: PlainLanguage): string[] {
  return matchesOf(text, patternsOf(settings).outdated)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** A sentence ends with its mark, or with the line: lists often have none. A point inside a number or address ends nothing. */
function sentencesOf(text: string): string[] {
  return text.split(/[.!?:;]+(?=\s|$)|\n+/).filter((sentence) => /\p{L}/u.test(sentence))
}

function wordCount(sentence: string): number {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,/-]*/gu)?.length ?? 0
}

type Patterns = { formal: RegExp; outdated: RegExp }
const patterns = new WeakMap<PlainLanguage, Patterns>()

function patternsOf(settings: PlainLanguage): Patterns {
  const known = patterns.get(settings)
  if (known) return known
  const made = {
    formal: anyOf(settings.formalWords, String.raw`(?![\p{L}])`),
    outdated: anyOf(
      settings.outdatedTerms.map(({ term }) => term),
      '',
    ),
  }
  patterns.set(settings, made)
  return made
}

function anyOf(words: readonly string[], end: string): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  // With no words there is nothing to find: a pattern that never holds.
  return new RegExp(escaped.length === 0 ? '(?!)' : `(?<!\\p{L})(?:${escaped.join('|')})${end}`, 'giu')
}

function matchesOf(text: string, pattern: RegExp): string[] {
  return [...new Set((text.match(pattern) ?? []).map((found) => found.toLowerCase()))]
}
