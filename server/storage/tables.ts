import type { AdviceTables } from './advice.ts'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'
import type { ReadinessTables } from './readiness.ts'
import type { ScanTables } from './scan.ts'
import type { StepTables } from './steps.ts'

export type DocumentTables = {
  document: { id: string; created_at: number; last_seq: number }
  document_update: { document_id: string; seq: number; person_id: string; at: number; bytes: Uint8Array }
  document_snapshot: { document_id: string; seq: number; at: number; bytes: Uint8Array; authors: string }
  log_epoch: { epoch: string; since: number }
}

/** Every table of the database, as Kysely sees it. */
export type Tables = DocumentTables &
  PeopleTables &
  AgreementTables &
  ReadinessTables &
  ScanTables &
  StepTables &
  AdviceTables
