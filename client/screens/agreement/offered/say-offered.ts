import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { maybeFieldAt } from '../../../../shared/document/address.ts'
import { maybeTextOwner } from '../../../../shared/document/put-back.ts'
import { plainText } from '../../../../shared/document/words-as-they-were.ts'
import { formatDate } from '../../../../shared/outline/format.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import { choiceOptions, referenceOptions } from '../../../forms/index.ts'
import type { Offered } from '../../../offered/index.ts'
import type { TextTable } from '../../../text/index.ts'
import { nameOfPlace } from '../../advice/names-of.ts'
import { findText } from '../articles/find-text.ts'

type Words = TextTable['offered']

/** Where the words stood, as people call it: "Artikel 6 Hoe lang duurt de samenwerking?". */
export function placeOf(
  { place }: Pick<Offered, 'place'>,
  body: AgreementBody,
  catalog: Catalog,
  words: Words,
): string {
  const owner = maybeTextOwner(place)
  if (owner) {
    const gone = body.removedTexts.find(({ id }) => id === owner.id)?.heading
    return findText(owner.id, body, catalog)?.name ?? gone ?? words.nowhere
  }
  return maybeFieldAt(place) === null ? words.nowhere : nameOfPlace(place, body, catalog)
}

export function whyOf({ place, reason }: Offered, { why }: Words): string {
  return reason === 'removed' && maybeTextOwner(place) !== null ? why.prose : why[reason]
}

/** One run of words as it is shown: with what stood around it, when that is known. */
export type ShownRun = { before: string; text: string; after: string }

/** So much of the surroundings is shown on each side, in characters. */
const SHOWN = 40

/** The words as they are shown: runs of prose in their surroundings, a value as people say it. */
export function runsOf(offer: Offered, body: AgreementBody, catalog: Catalog, words: Words): ShownRun[] {
  if (offer.pieces.length === 0)
    return [{ before: '', text: valueWords(offer, body, catalog, words), after: '' }]
  return offer.pieces.map(({ before, content, after }) => {
    const text = plainText(content)
    const [start = '', end = ''] = [text.match(/^\s*/)?.[0], text.match(/\s*$/)?.[0]]
    return {
      before: shortened(before, 'start') + start,
      text: text.trim() || text,
      after: end + shortened(after, 'end'),
    }
  })
}

function shortened(text: string, at: 'start' | 'end'): string {
  if (text.length <= SHOWN) return text
  if (at === 'start') return `… ${text.slice(-SHOWN).replace(/^\S*\s+/, '')}`
  return `${text.slice(0, SHOWN).replace(/\s+\S*$/, '')} …`
}

function valueWords(offer: Offered, body: AgreementBody, catalog: Catalog, words: Words): string {
  const { place, text, value } = offer
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const layout = maybeFieldAt(place)?.field.layout
  if (layout?.kind !== 'scalar') return text
  const { type } = layout
  if (type.name === 'date') return formatDate(text)
  if (type.name === 'choice') return labelOf(choiceOptions(type.values, catalog), text)
  if (type.name === 'reference') return labelOf(referenceOptions(type.to, body, catalog), text)
  return text
}

const labelOf = (options: readonly { key: string; label: string }[], key: string): string =>
  options.find((option) => option.key === key)?.label ?? key
