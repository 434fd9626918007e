import type { AgreementBody } from '../agreement/agreement.ts'

/** A piece of a text, from the first sign up to and not including the last. */
export type Span = { from: number; to: number }

/** Finds what says of a person who it is or how to reach them. */
export type FindPersonal = (text: string) => Span[]

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
/** A Dutch mobile number: somebody's own. Numbers of helplines stay. */
const MOBILE = /(?<!\d)(?:06|(?:\+|00)31[ -]?(?:\(0\))?6)(?:[ -]?\d){8}(?!\d)/g

/**
 * What people typed in a text of persons that are known: whole names however they are spaced or capitalised, parts of names, telephone numbers however they are
 * spaced, addresses; and every e-mail address and mobile number, whoever's it is. The names of the parties stay, whatever is in them.
 * `texts` are all texts in which is looked: a part of a name that is also a word ("Elke", "Wil") is known by standing in them without its capital,
 * and is left out only with the rest of the name.
 */
export function personalWords(
  body: AgreementBody,
  names: readonly string[],
  texts: readonly string[],
): FindPersonal {
  const { contacts, signatories, parties } = body
  const all = texts.join('\n').normalize('NFC')
  const stand = all.toLowerCase()
  const mayStand = (name: string) =>
    stand.includes(name.normalize('NFC').trim().split(/\s/)[0]?.toLowerCase() ?? '')
  // Only of who may stand in the texts at all a pattern is made: somebody waits for the answer.
  const known = [...contacts, ...signatories].flatMap(({ name }) => name ?? []).concat(names)
  const words = wordsWithoutCapital(all)
  const parts = known.flatMap(partsOf).filter((part) => !words.has(part.toLowerCase()) && mayStand(part))
  const reached = [
    ...contacts.flatMap(({ phone }) => digitsOf(phone ?? '')),
    ...contacts.flatMap(({ email }) => pieces(email ?? '')),
    ...parties.flatMap(({ address, postalCode }) =>
      [address, postalCode].flatMap((each) => pieces(each ?? '')),
    ),
  ]
  const whole = known.filter((name) => /\S\s+\S/.test(name.trim()) && mayStand(name)).flatMap(pieces)
  const patterns = [
    ...anyOf([...whole, ...reached], 'giu'),
    ...anyOf(parts.flatMap(asWritten), 'gu'),
    ...[EMAIL, MOBILE],
  ]
  const kept = anyOf(
    parties.flatMap(({ name, shortName }) => [name, shortName].flatMap((each) => pieces(each ?? ''))),
    'giu',
  )
  return (text) => {
    const stays = kept.flatMap((pattern) => spansOf(text, pattern))
    const found = patterns.flatMap((pattern) => spansOf(text, pattern))
    return joined(found.filter((span) => !stays.some((each) => span.from < each.to && each.from < span.to)))
  }
}

const WORD = /[\p{L}\p{M}]+/gu

function wordsWithoutCapital(text: string): Set<string> {
  return new Set((text.match(WORD) ?? []).filter((word) => word === word.toLowerCase()))
}

/** "Fatima" and "Amrani" of "fatima el-Amrani": too short a part would take other words with it. */
function partsOf(name: string): string[] {
  const words = (name.normalize('NFC').match(WORD) ?? []).filter((word) => word.length > 2)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
}

const asWritten = (part: string): string[] =>
  [part, part.toUpperCase()].flatMap((each) => spelled(each).map(escaped))

/** With signs of their own for letters with accents, and with the accents apart. */
const spelled = (text: string): string[] => [text.normalize('NFC'), text.normalize('NFD')]

/** A text as a pattern in which any white space stands for any other; nothing for one that is too short to tell. */
function pieces(text: string): string[] {
  return spelled(text).flatMap((each) => {
    const words = each.trim().split(/\s+/)
    return words.join('').length < 3 ? [] : [words.map(escaped).join('\\s+')]
  })
}

/** A telephone number by its digits alone, however they are grouped. */
function digitsOf(phone: string): string[] {
  const digits = phone.match(/\d/g) ?? []
  return digits.length < 6 ? [] : [digits.join('[\\s().\\/-]*')]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The longest first: a part of a name is also in the whole. None gives none. */
function anyOf(alternatives: readonly string[], flags: string): RegExp[] {
  if (alternatives.length === 0) return []
  const each = [...new Set(alternatives)].sort((a, b) => b.length - a.length)
  return [new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, flags)]
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** What overlaps is one gap. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}
