import type { Version } from '../../../shared/protocol/endpoints-versions.ts'
import { type TextTable, useLanguage, useText } from '../../text/index.ts'
import { sayMoment } from '../agreement/history/moment.ts'

/** What a version is called: by its name, else by what made Handslag keep it. */
export function versionName({ name, kind }: Version, { kinds }: TextTable['versions']): string {
  return name || kinds[kind]
}

/** When a version was made and by whom, in one sentence. */
export function useSayVersion(): (version: Version) => string {
  const { versions, history } = useText()
  const { language } = useLanguage()
  return ({ madeAt, madeByName }) =>
    versions.madeBy(sayMoment(madeAt, history, language, new Date()), madeByName || versions.someone)
}

/** What two versions are called beside each other: with when they were made where their names are the same. */
export function useNamePair(): (one: Version, other: Version) => [string, string] {
  const { versions, history } = useText()
  const { language } = useLanguage()
  return (one, other) =>
    toldApart([one, other], versions, ({ madeAt }) => sayMoment(madeAt, history, language, new Date()))
}

/** The same, in given words. */
export function toldApart(
  [one, other]: readonly [Version, Version],
  words: TextTable['versions'],
  sayWhen: (version: Version) => string,
): [string, string] {
  const [first, second] = [versionName(one, words), versionName(other, words)]
  if (first !== second) return [first, second]
  return [`${first}, ${sayWhen(one)}`, `${second}, ${sayWhen(other)}`]
}
