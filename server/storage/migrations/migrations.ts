import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import * as documents from './001-documents.ts'
import * as people from './002-people.ts'
import * as scan from './003-scan.ts'
import * as steps from './004-steps.ts'
import * as advice from './005-advice.ts'
import * as history from './006-history.ts'
import * as shownClients from './007-shown-clients.ts'
import * as summaries from './008-summaries.ts'
import * as invitations from './010-invitations.ts'
import * as entriesInRows from './011-entries-in-rows.ts'
import * as staffAccounts from './011-staff-accounts.ts'
import * as actsAndPrivacy from './012-acts-and-privacy.ts'
import * as consultation from './013-consultation.ts'
import * as akkoord from './014-akkoord.ts'
import * as comments from './015-comments.ts'
import * as proposals from './016-proposals.ts'
import * as openPoints from './017-open-points.ts'
import * as versions from './018-versions.ts'
import * as fixing from './019-fixing.ts'
import * as meeting from './020-meeting.ts'
import * as actsAbout from './021-acts-about.ts'
import * as returns from './022-returns.ts'
import * as theme from './023-theme.ts'
import * as putBack from './024-put-back.ts'

/** All migrations in order. A migration that has shipped is never changed; a change is a new one. */
export const MIGRATIONS = {
  '001-documents': documents,
  '002-people': people,
  '003-scan': scan,
  '004-steps': steps,
  '005-advice': advice,
  '006-history': history,
  '007-shown-clients': shownClients,
  '008-summaries': summaries,
  '010-invitations': invitations,
  '011-entries-in-rows': entriesInRows,
  '011-staff-accounts': staffAccounts,
  '012-acts-and-privacy': actsAndPrivacy,
  '013-consultation': consultation,
  '014-akkoord': akkoord,
  '015-comments': comments,
  '016-proposals': proposals,
  '017-open-points': openPoints,
  '018-versions': versions,
  '019-fixing': fixing,
  '020-meeting': meeting,
  '021-acts-about': actsAbout,
  '022-returns': returns,
  '023-theme': theme,
  '024-put-back': putBack,
}

/** Brings the database to the newest layout. Throws the first error; each migration is one transaction. */
export async function migrateToLatest(db: Kysely<never>): Promise<void> {
  const provider = { getMigrations: async () => MIGRATIONS }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}
