import { setField } from '../../shared/document/edit.ts'
import { NO_STEP } from '../../shared/document/layout.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { type WatchedPerson, watchedPerson } from './watched-person.ts'

/** People who type in one line, whoever of the others they have heard of; whose value lost writes the letters of both, as a page does. */
export function sharedLine(start: Uint8Array, count: number) {
  const people = Array.from({ length: count }, (_, at) => ({ ...watchedPerson(start, at + 1), own: '' }))
  /** How many of each other's updates somebody took in. */
  const taken = people.map(() => people.map(() => 0))
  const typed: string[] = []
  const found: string[] = []
  const lineOf = ({ doc }: WatchedPerson) => readAgreement(doc).value.purpose.area ?? ''
  const take = (who: number, from: number): boolean => {
    const [person, other] = [people[who], people[from]]
    const next = other?.sent[taken[who]?.[from] ?? 0]
    if (!person || next === undefined || who === from) return false
    ;(taken[who] as number[])[from] = (taken[who]?.[from] ?? 0) + 1
    person.take(next)
    for (const { path, joined, text } of person.lost.splice(0)) {
      if (joined === null) found.push(...text)
      else setField(person.doc, path, joined, NO_STEP)
    }
    return true
  }
  const settle = () => {
    const pairs = people.flatMap((_, who) => people.map((_, from) => [who, from] as const))
    while (pairs.some(([who, from]) => take(who, from)));
  }
  return {
    people,
    take,
    settle,
    lines: () => people.map(lineOf),
    typed: () => [...typed],
    found: () => [...found],
    type: (who: number) => {
      const person = people[who]
      if (!person) return
      const letter = String.fromCharCode(0x4e00 + typed.length)
      const now = lineOf(person)
      const behind = person.own === '' ? 0 : now.indexOf(person.own) + 1
      typed.push(letter)
      person.own = letter
      setField(person.doc, 'purpose.area', now.slice(0, behind) + letter + now.slice(behind))
    },
  }
}
