import type { AgreementBody } from '../agreement/agreement.ts'
import { buildOutline } from '../outline/build-outline.ts'
import { emptiedForForm } from '../outline/form-outline.ts'
import type { Outline } from '../outline/outline.ts'
import type { PaperCatalog } from '../outline/paper-catalog.ts'
import { textHash } from '../outline/text-hash.ts'
import { shownSnapshot } from '../word/shown-snapshot.ts'
import type { SaidOrigin } from './read-origin.ts'
import type { ReturnedData } from './returned-word-file.ts'

/**
 * What a file carried that was made of this text, or of an empty form of it; null when it was made of another one, by its check number. What stood bound
 * to the controls is not known any more: the controls say it themselves.
 */
export function dataOfText(
  body: AgreementBody,
  origin: SaidOrigin,
  catalog: PaperCatalog,
): Omit<ReturnedData, 'known'> | null {
  return dataOf(body, origin, catalog) ?? dataOf(emptiedForForm(body, catalog), origin, catalog)
}

function dataOf(
  body: AgreementBody,
  { agreementId, version, textHash: hash }: SaidOrigin,
  catalog: PaperCatalog,
): Omit<ReturnedData, 'known'> | null {
  const outline = buildOutline(body, catalog, { status: 'draft' }).value
  if (![outline, settled(outline)].some((each) => textHash(each) === hash)) return null
  return { agreementId, version, textHash: hash, snapshot: shownSnapshot(body, outline), facts: {} }
}

/** The same paper once everybody agreed. */
const settled = (outline: Outline): Outline => ({
  ...outline,
  titlePage: { ...outline.titlePage, draftMark: null },
})
