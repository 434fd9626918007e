import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import type { PaperCatalog } from '../../../../shared/outline/paper-catalog.ts'
import type { TextTable } from '../../../text/index.ts'
import type { OutlineEntry } from '../overview-of.ts'

/** Where something was changed: a text that is here, facts, or a text that was taken out. */
export type NamedPlace = { kind: 'text' | 'facts' | 'gone'; name: string }

type Around = {
  entries: readonly OutlineEntry[]
  body: Pick<AgreementBody, 'removedTexts'>
  catalog: PaperCatalog
  words: Pick<TextTable, 'history' | 'paper'>
}

/** What the place of a change is called. Facts are called as their forms call them, never by their path. */
export function nameOfPlace(place: string, { entries, body, catalog, words }: Around): NamedPlace {
  const entry = entries.find(({ id }) => id === place)
  if (entry) return { kind: 'text', name: nameOfEntry(entry, words) }
  if (place === '') return { kind: 'facts', name: words.history.places.front }
  const { fields } = catalog.words
  const label = fields[`agreement.${place}`]?.label ?? fields[place]?.label
  if (label !== undefined) return { kind: 'facts', name: label }
  const heading = body.removedTexts.find(({ id }) => id === place)?.heading ?? ''
  const { gone, goneUnnamed } = words.history.places
  return { kind: 'gone', name: heading === '' ? goneUnnamed : gone(heading) }
}

/** "Artikel 3, Zo werken wij samen" */
export function nameOfEntry(
  { kind, number, heading }: OutlineEntry,
  { paper, history }: Around['words'],
): string {
  if (number === null) return heading || history.places.unnamed
  const called = kind === 'article' ? paper.articleNumber(number) : paper.annexNumber(number)
  const capital = called.charAt(0).toUpperCase() + called.slice(1)
  return heading === '' ? capital : paper.withHeading(capital, heading)
}
