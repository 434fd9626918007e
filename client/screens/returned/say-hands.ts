import type { Hand } from '../../../shared/agreement/returned-change.ts'
import { joinNames, type Language } from '../../text/index.ts'
import { formatDay } from '../format-day.ts'

/** Whom a file names, each once, with the day of the last thing it says of them: "Jan Jansen, 3 mei 2027". */
export function sayHands(hands: readonly Hand[], language: Language): string {
  const people = Map.groupBy(hands, ({ author }) => author)
  const said = [...people].map(([author, all]) => {
    const last = all
      .flatMap(({ at }) => at ?? [])
      .sort()
      .at(-1)
    return last === undefined ? author : `${author}, ${formatDay(last, language)}`
  })
  return joinNames(said, language)
}
