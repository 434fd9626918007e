import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Acts } from '../agreements/acts.ts'
import type { Admission } from '../agreements/admission.ts'
import type { Advice } from '../agreements/advice.ts'
import type { Agreements } from '../agreements/agreements.ts'
import type { Comments } from '../agreements/comments.ts'
import type { Consents } from '../agreements/consents.ts'
import type { Consultation } from '../agreements/consultation.ts'
import type { Deletion } from '../agreements/deletion.ts'
import type { Fixing } from '../agreements/fixing.ts'
import type { History } from '../agreements/history.ts'
import type { Library } from '../agreements/library.ts'
import type { Listing } from '../agreements/listing.ts'
import type { Meeting } from '../agreements/meeting.ts'
import type { OpenPoints } from '../agreements/open-points.ts'
import type { Proposals } from '../agreements/proposals.ts'
import type { Returns } from '../agreements/returns.ts'
import type { FactorScan } from '../agreements/scan.ts'
import type { StepNotes } from '../agreements/steps.ts'
import type { Themes } from '../agreements/themes.ts'
import type { Versions } from '../agreements/versions.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Members } from '../people/members.ts'
import type { Passkeys } from '../people/passkeys.ts'
import type { People } from '../people/people.ts'
import type { Post } from '../people/post.ts'
import type { Privacy } from '../people/privacy.ts'
import type { Guesses } from './guesses.ts'

/** Where people find the server. */
export type Site = {
  listenHost: string
  /** Origin in front of the server, when configured. */
  publicUrl: string | null
  /** The address in links that are mailed: the configured one, else the one the server listens on. */
  address: () => string
}

/** What the HTTP room answers with; handed in by the composition root. */
export type HttpParts = {
  people: People
  accounts: Accounts
  passkeys: Passkeys
  members: Members
  /** Null when no mail can be sent. */
  post: Post | null
  /** Whether there is an office program, to make OpenDocument and PDF files with. */
  hasOffice: boolean
  agreements: Agreements
  listing: Listing
  admission: Admission
  scan: FactorScan
  proposals: Proposals
  returns: Returns
  stepNotes: StepNotes
  advice: Advice
  history: History
  comments: Comments
  consents: Consents
  fixing: Fixing
  consultation: Consultation
  meeting: Meeting
  openPoints: OpenPoints
  versions: Versions
  acts: Acts
  deletion: Deletion
  privacy: Privacy
  themes: Themes
  library: Library
  site: Site
  /** Why nothing can be kept now, in one word for machines; null when it can. */
  whyNotReady: () => Promise<string | null>
  /** What is counted already; requests are added to it. */
  registry: Registry
  /** Tells who is connected that the people of an agreement are others now. */
  tellPeopleChanged: (agreementId: string) => void
  /** Ends the open connections of a session that is over. */
  endLive: (sessionHash: string) => void
  /** Bounds how often room codes are tried. */
  guesses: Guesses
  /** Folder of the built client; null: only the interface is served. */
  clientFolder: string | null
  log: Logger
}
