import type { AgreementBody } from '../agreement/agreement.ts'
import type { Outline } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { outlineWithoutPeople } from './without-people.ts'

/** An agreement for people who read along without taking part: the same paper without anything of people. */
export function readingOutline(
  body: AgreementBody,
  catalog: PaperCatalog,
  options: { status: string },
): Outline {
  return outlineWithoutPeople(body, catalog, { ...options, notice: 'leftOutNotice' })
}
