import type { AgreementBody } from '../agreement/agreement.ts'
import type { Outline } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'
import { outlineWithoutPeople, type WithoutPeopleOptions } from './without-people.ts'

/**
 * An agreement for everybody: the same paper without anything of people, which says so on its front. The organisations stay. Domain pack,
 * agreement.md 3.23 and 5.
 */
export function publicOutline(
  body: AgreementBody,
  catalog: PaperCatalog,
  options: Omit<WithoutPeopleOptions, 'notice'>,
): Outline {
  const outline = outlineWithoutPeople(body, catalog, { ...options, notice: 'publicNotice' })
  const about = { label: paperWord(catalog, 'version'), value: paperWord(catalog, 'publicAbout') }
  const { titlePage } = outline
  return {
    ...outline,
    titlePage: {
      ...titlePage,
      edition: paperWord(catalog, 'publicEdition'),
      facts: [...titlePage.facts, about],
    },
  }
}
