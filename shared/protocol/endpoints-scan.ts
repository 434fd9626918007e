import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const partyId = z.string().min(1).max(80)
const moment = z.string()

/** The length of a word why. */
export const SCAN_NOTE_LENGTH = 300

const scanScore = z.object({
  partyId: z.string(),
  factorId: z.string(),
  /** From 1 to 5; null when it was taken back. */
  score: z.number().int().min(1).max(5).nullable(),
  note: z.string(),
  /** Who wrote it last; told to the own party alone. */
  name: z.string().nullable(),
  at: moment,
})

/** The factor scan as the caller may see it: before the opening the scores of the own party, after it those of all. */
export const scanView = z.object({
  /** The parties the caller may score for. */
  mine: z.array(z.string()),
  mayOpen: z.boolean(),
  /** `takesPart`: somebody writes or scored for it. When all of these are ready the scores open by themselves. */
  parties: z.array(z.object({ partyId: z.string(), takesPart: z.boolean(), readyAt: moment.nullable() })),
  opened: z.object({ at: moment, name: z.string().nullable() }).nullable(),
  scores: z.array(scanScore),
})
export type ScanView = z.infer<typeof scanView>
export type ScanScore = z.infer<typeof scanScore>

const success = { status: 200, body: scanView } as const
const reading = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const writing = [...reading, 'malformed-request', 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const

/** The factor scan: each party scores by itself, then all scores are opened together. */
export const scanEndpoints = {
  getScan: endpoint({
    name: 'getScan',
    method: 'GET',
    path: '/api/v1/agreements/:id/scan',
    summary: 'The factor scan: own scores, or those of all parties once they are open',
    access: 'agreement',
    params: agreementId,
    success,
    problems: reading,
  }),
  scoreFactor: endpoint({
    name: 'scoreFactor',
    method: 'POST',
    path: '/api/v1/agreements/:id/scan/scores',
    summary: 'Score one factor for one party; the last writer stands',
    access: 'agreement',
    params: agreementId,
    body: z.object({
      partyId,
      factorId: z.string().min(1).max(80),
      score: z.number().int().min(1).max(5).nullable(),
      note: z.string().max(SCAN_NOTE_LENGTH).default(''),
    }),
    success,
    problems: [...writing, 'scan-opened'],
  }),
  readyForScan: endpoint({
    name: 'readyForScan',
    method: 'POST',
    path: '/api/v1/agreements/:id/scan/ready',
    summary: 'Say that a party is ready with its scores, or not yet after all; the last one opens them',
    access: 'agreement',
    params: agreementId,
    body: z.object({ partyId, ready: z.boolean() }),
    success,
    problems: [...writing, 'scan-opened'],
  }),
  openScan: endpoint({
    name: 'openScan',
    method: 'POST',
    path: '/api/v1/agreements/:id/scan/opening',
    summary: 'Open the scores to all parties, or let parties score on; for who leads',
    access: 'agreement',
    params: agreementId,
    body: z.object({ open: z.boolean() }),
    success,
    problems: writing,
  }),
} as const
