import type { AgreementBody } from '../agreement/agreement.ts'
import { asItStands } from '../agreement/as-it-stands.ts'
import type { RichText } from '../agreement/rich-text.ts'
import { conditionHolds } from './conditions.ts'
import { fieldText } from './field-text.ts'
import type { PaperCatalog } from './paper-catalog.ts'

/** Per article and annex, how many fields in its text have nothing to show yet; what is left out of the agreement does not count. */
export function countToFill(body: AgreementBody, catalog: PaperCatalog): Map<string, number> {
  const known = new Map<string, boolean>()
  const isEmpty = (name: string): boolean => {
    const before = known.get(name)
    if (before !== undefined) return before
    const { empty, optional } = fieldText(name, body, catalog)
    known.set(name, empty && !optional)
    return empty && !optional
  }
  const count = ({ content }: RichText): number =>
    content.reduce((sum, block) => {
      if (block.type !== 'paragraph' || !isShown(block.attrs.onlyIf, body)) return sum
      const fields = (block.content ?? []).filter((inline) => inline.type === 'field')
      return sum + fields.filter((field) => isEmpty(field.attrs.name)).length
    }, 0)
  return new Map([...body.articles, ...body.annexes].map((each) => [each.id, count(asItStands(each.body))]))
}

const isShown = (condition: string | null, body: AgreementBody): boolean =>
  condition === null || conditionHolds(condition, body)
