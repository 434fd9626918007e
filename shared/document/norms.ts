import type { Doc } from 'yjs'
import type { AgreementBody } from '../agreement/agreement.ts'
import { setField } from './edit.ts'
import { EDIT } from './layout.ts'

/** Takes over the amounts of another year, all of them and the year of the budget, as one change that is undone as one. */
export function takeOverNorms(doc: Doc, norms: AgreementBody['norms']): void {
  doc.transact(() => {
    for (const [name, value] of Object.entries(norms)) setField(doc, `norms.${name}`, value)
    setField(doc, 'financing.normYear', norms.year)
  }, EDIT)
}
