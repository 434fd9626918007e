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
