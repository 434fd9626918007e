import { formatMoment } from './format.ts'
import type { Outline } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { type PaperWord, paperWord } from './paper-words.ts'

/** One of two texts that are compared: the text of now, or a version by why it was kept. `name` is empty where nobody gave one; `at` is a moment (ISO). */
export type ComparedText = { kind: keyof typeof KINDS; name: string; at: string }
export type ComparedTexts = { was: ComparedText; now: ComparedText }

const KINDS = {
  now: 'versionNow',
  named: 'versionNamed',
  fixed: 'versionFixed',
  'before-restore': 'versionBeforeRestore',
  'before-import': 'versionBeforeImport',
} as const satisfies Record<string, PaperWord>

/**
 * The paper of one of two texts that are compared, which says so on its front and on every page. What it says is the same on both, so
 * that it is no difference itself.
 */
export function comparisonOutline(outline: Outline, catalog: PaperCatalog, texts: ComparedTexts): Outline {
  const edition = paperWord(catalog, 'comparisonEdition')
  const about = paperWord(catalog, 'comparisonAbout', {
    was: withMoment(texts.was, catalog),
    now: withMoment(texts.now, catalog),
  })
  const { titlePage } = outline
  return {
    ...outline,
    titlePage: { ...titlePage, edition, facts: [...titlePage.facts, { label: edition, value: about }] },
  }
}

/** Who is said to have changed what differs: nobody, it was laid beside each other. */
export function comparisonAuthor(catalog: PaperCatalog, { was, now }: ComparedTexts): string {
  return paperWord(catalog, 'comparisonAuthor', { was: nameOf(was, catalog), now: nameOf(now, catalog) })
}

const nameOf = ({ kind, name }: ComparedText, catalog: PaperCatalog): string =>
  paperWord(catalog, KINDS[kind], { name })

const withMoment = (text: ComparedText, catalog: PaperCatalog): string =>
  paperWord(catalog, 'versionOfMoment', { version: nameOf(text, catalog), moment: formatMoment(text.at) })
