import type { AgreementBody } from '../agreement/agreement.ts'
import { asItStands } from '../agreement/as-it-stands.ts'
import type { RichText } from '../agreement/rich-text.ts'
import { drawInlines } from './inlines.ts'
import { drawNumbers } from './numbers.ts'
import type { PaperCatalog } from './paper-catalog.ts'

/** A text as plain lines, facts filled in, one line per paragraph, as it stands; tables are left out. For copying. */
export function plainText(text: RichText, body: AgreementBody, catalog: PaperCatalog): string {
  const paper = { body, catalog, numbers: drawNumbers(body) }
  return asItStands(text)
    .content.flatMap((block) => (block.type === 'paragraph' ? [drawInlines(block.content ?? [], paper)] : []))
    .map((inlines) => inlines.map((inline) => (inline.kind === 'break' ? '\n' : inline.text)).join(''))
    .join('\n')
}
