import { z } from 'zod'

/**
 * What the log of acts knows, and nothing else goes into it: kinds alone, of which none says what was written, by what secret, or to whom
 * by name. A kind is never renamed or used again for something else: it is part of the hash of the acts that are kept.
 */
export const ACT_KINDS = [
  'create',
  'invite',
  'join',
  'ask-to-join',
  'admit',
  'change-role',
  'rename-participant',
  'remove-participant',
  'revoke-invitation',
  'close-links',
  'open-room-code',
  'close-room-code',
  'open-round',
  'close-round',
  'remove-remark',
  'export',
  'export-acts',
  'scan_ready',
  'scan_not_ready',
  'scan_open',
  'scan_resume',
  'advice_set_aside',
  'advice_taken_up',
  'change_speaker',
  'consent_agreed',
  'consent_concern',
  'consent_objection',
  'consent_withdrawn',
  'make-proposal',
  'accept-proposal',
  'reject-proposal',
  'reopen-proposal',
  'change-proposal-rules',
  'bring-back',
  'remove-return',
  'fix_text',
  'ask_to_open_again',
  'ask_to_open_withdrawn',
  'agree_to_open_again',
  'open_again',
  'archive',
  'unarchive',
  'hand-over',
  'sign-in',
  'change-password',
  'invite-member',
  'withdraw-member-invitation',
  'become-member',
  'change-rights',
  'remove-member',
  'create-token',
  'revoke-token',
  'change-retention',
  'change-theme',
  'export-my-data',
  'erase-person',
  'delete-agreement',
  'delete-expired-agreement',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** One line of the log, with the name that its person goes by now. */
export const shownAct = z.object({
  /** Rises with time; numbers in between belong to other agreements. */
  seq: z.number().int(),
  at: z.string(),
  kind: z.enum(ACT_KINDS),
  /** Null: Handslag itself did it. */
  personId: z.string().nullable(),
  /** Empty for who came without a name; null when Handslag itself did it. */
  name: z.string().nullable(),
  /** Whom it was about, and what that person goes by now; null: nobody else. */
  aboutPersonId: z.string().nullable(),
  aboutName: z.string().nullable(),
})
export type ShownAct = z.infer<typeof shownAct>

/** What somebody is called who had everything about themselves erased. */
export const FORMER_PARTICIPANT = 'voormalig deelnemer'
