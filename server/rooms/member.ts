import type { Role } from '../../shared/protocol/endpoints.ts'
import { type Hold, type RefusalReason, SCHEMA_VERSION } from '../../shared/protocol/live.ts'

/** Who is at the other end of a connection, by what the server knows. */
export type Member = {
  personId: string
  name: string
  partyId: string | null
  role: Role
  canWrite: boolean
  /** The token that it came with; absent for a person in a browser. */
  token?: string
  /** The session of a browser that it came with, as the server keeps it; absent for a program with a token. */
  session?: string
  /** True for a token that reads alone, whatever its person may do. */
  readsOnly?: boolean
  /** True when the client asked for our subprotocol: it understands notices. */
  ours: boolean
  /** The schema its editor knows; null for a stock client. */
  schema: number | null
}

/** What can become different of a member who is connected. */
export type MemberChange = Pick<Member, 'name' | 'partyId' | 'role' | 'canWrite'>

/**
 * Why this member may not write in a document with this hold, or null when it may. A client of ours with an older editor would delete what
 * it does not know.
 */
export function writeRefusal(member: Member, hold: Hold | null): RefusalReason | null {
  if (member.ours && (member.schema ?? 0) < SCHEMA_VERSION) return 'older_schema'
  return member.canWrite && !member.readsOnly ? hold : 'read_only'
}
