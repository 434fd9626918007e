import type { ScanView } from '../../../shared/protocol/endpoints-scan.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import type { ScanParty } from './scan-parties.ts'
import type { ScanStore } from './scan-store.ts'

/** What every part of the screen gets. */
export type InScan = {
  agreementId: string
  catalog: Catalog
  store: ScanStore
  view: ScanView
  parties: readonly ScanParty[]
}
