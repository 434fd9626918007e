import type { Generated } from 'kysely'
import type { AccountTables } from './accounts.ts'
import type { ActTables } from './acts.ts'
import type { AdmissionTables } from './admission.ts'
import type { AdviceTables } from './advice.ts'
import type { AgreementTables } from './agreements.ts'
import type { CommentTables } from './comments.ts'
import type { ConsentTables } from './consents.ts'
import type { ConsultationTables } from './consultation.ts'
import type { FixingTables } from './fixing.ts'
import type { MeetingTables } from './meeting.ts'
import type { MemberTables } from './members.ts'
import type { OpenPointTables } from './open-points.ts'
import type { PeopleTables } from './people.ts'
import type { ProposalTables } from './proposals.ts'
import type { ReturnTables } from './returns.ts'
import type { ScanTables } from './scan.ts'
import type { StepTables } from './steps.ts'
import type { VersionTables } from './versions.ts'
import type { VisitTables } from './visits.ts'

export type DocumentTables = {
  document: { id: string; created_at: number; last_seq: number }
  document_update: { document_id: string; seq: number; person_id: string; at: number; bytes: Uint8Array }
  document_snapshot: { document_id: string; seq: number; at: number; bytes: Uint8Array; authors: string }
  document_archive: {
    document_id: string
    from_seq: number
    to_seq: number
    from_at: number
    to_at: number
    size: number
    bytes: Uint8Array
  }
  document_change: {
    id: Generated<number>
    document_id: string
    place: string
    person_id: string
    from_at: number
    to_at: number
    edits: number
  }
  document_client: { id: Generated<number>; document_id: string; client_id: number; person_id: string }
  log_epoch: { epoch: string; since: number }
}

/** Documents whose agreement is gone and that have to follow; see `deletion.ts`. */
export type RemovalTables = { document_removal: { document_id: string; at: string } }

/** One row that is written over and over, to prove that writing works. */
export type ReadinessTables = { readiness: { id: number; at: string } }

/** Every table of the database, as Kysely sees it. */
export type Tables = DocumentTables &
  RemovalTables &
  ActTables &
  PeopleTables &
  AccountTables &
  MemberTables &
  AgreementTables &
  AdmissionTables &
  ReadinessTables &
  ScanTables &
  StepTables &
  AdviceTables &
  CommentTables &
  ConsultationTables &
  MeetingTables &
  ConsentTables &
  FixingTables &
  OpenPointTables &
  ProposalTables &
  ReturnTables &
  VersionTables &
  VisitTables
