import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'

/** What the page hands to the thread that writes Word files. */
export type WordJob = { agreementId: string; body: AgreementBody; catalog: Catalog; date: Date }
/** What comes back. */
export type WordAnswer = { bytes: Uint8Array; name: string } | { failed: true }
