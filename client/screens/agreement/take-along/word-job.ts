import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import type { Theme } from '../../../../shared/agreement/theme.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'

/** What the page hands to the thread that writes Word files. */
export type WordJob = {
  agreementId: string
  body: AgreementBody
  catalog: Catalog
  date: Date
  /** How papers look, as far as this device knows; null: plain. */
  theme: Theme | null
}
/** What comes back. */
export type WordAnswer = { bytes: Uint8Array; name: string } | { failed: true }
