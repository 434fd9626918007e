import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { BLOCKS, clusterOfBlock, isFixedBlockName } from '../../../../shared/agreement/block-names.ts'
import { isPlaceholderName, PLACEHOLDERS } from '../../../../shared/agreement/placeholders.ts'
import type { RichText } from '../../../../shared/agreement/rich-text.ts'
import { LISTS } from '../../../../shared/agreement/schema-walk.ts'

/** Blocks that show more lists than the one they are named after. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  financing_short: ['financing.sources'],
  financing_totals: ['financing.sources', 'financing.payments'],
}

/** The facts that stand in an article or annex, as tables or in its sentences, by the places in which the history counts their changes. */
export function factsIn(body: Pick<AgreementBody, 'articles' | 'annexes'>, id: string): Set<string> {
  const text = [...body.articles, ...body.annexes].find((each) => each.id === id)?.body
  return new Set(text?.content.flatMap(placesOf) ?? [])
}

function placesOf(block: RichText['content'][number]): readonly string[] {
  if (block.type !== 'paragraph') return placesOfBlock(block.attrs.name)
  return (block.content ?? []).flatMap((inline) =>
    inline.type === 'field' ? placesOfField(inline.attrs.name) : [],
  )
}

function placesOfBlock(name: string): readonly string[] {
  if (clusterOfBlock(name) !== null) return ['tasks']
  return isFixedBlockName(name) ? [BLOCKS[name], ...(MORE[name] ?? [])] : []
}

/** The values of the agreement itself, such as its title, count as one place: they would mark every article that names one of them. */
function placesOfField(name: string): readonly string[] {
  if (!isPlaceholderName(name)) return []
  const { target } = PLACEHOLDERS[name]
  if (LISTS.has(target)) return [target]
  const [group = '', field] = target.split('.')
  return field === undefined ? [] : [group]
}
