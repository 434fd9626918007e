import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { unresolvedPlaceholders } from '../shared/outline/unresolved-placeholders.ts'
import { belongsTo } from './access/steps.ts'
import { type Acts, createActs } from './agreements/acts.ts'
import { type Admission, createAdmission } from './agreements/admission.ts'
import { type Advice, createAdvice } from './agreements/advice.ts'
import { type Agreements, createAgreements } from './agreements/agreements.ts'
import { createAkkoord } from './agreements/akkoord.ts'
import { type Comments, createComments } from './agreements/comments.ts'
import { type Consents, createConsents } from './agreements/consents.ts'
import { type Consultation, createConsultation } from './agreements/consultation.ts'
import { createDeletion, type Deletion } from './agreements/deletion.ts'
import { createFileWriter } from './agreements/file-writer.ts'
import { createFixing, createHolds, type Fixing } from './agreements/fixing.ts'
import { createHistory, type History } from './agreements/history.ts'
import { inTurn } from './agreements/in-turn.ts'
import type { Library } from './agreements/library.ts'
import { createListing, type Listing } from './agreements/listing.ts'
import { createMeeting, type Meeting } from './agreements/meeting.ts'
import { createOpenPoints, type OpenPoints } from './agreements/open-points.ts'
import { createPastArticles } from './agreements/past-articles.ts'
import { createProposals, type Proposals } from './agreements/proposals.ts'
import { createKnownRemarks, createRemarks } from './agreements/remarks.ts'
import { handsOf } from './agreements/return-take.ts'
import { createReturns, type Returns } from './agreements/returns.ts'
import { createFactorScan, type FactorScan } from './agreements/scan.ts'
import { createStepNotes, type StepNotes } from './agreements/steps.ts'
import { createThemes, type Themes } from './agreements/themes.ts'
import { createVersions, type Versions } from './agreements/versions.ts'
import { createVisits } from './agreements/visits.ts'
import type { Config } from './config/config.ts'
import { loadSessionSecret } from './config/session-secret.ts'
import { createFigures, type Figures } from './figures.ts'
import { REMARK_WORDS } from './http/texts/remarks.ts'
import { loadLibrary } from './library.ts'
import { complainTo, createLog, type Log } from './log.ts'
import { openOffice } from './open-office.ts'
import type { Accounts } from './people/accounts.ts'
import type { Members } from './people/members.ts'
import type { Passkeys } from './people/passkeys.ts'
import { createPeople, type People } from './people/people.ts'
import { openPost, type Post } from './people/post.ts'
import { createPrivacy, type Privacy } from './people/privacy.ts'
import { createReadiness, type Readiness } from './readiness.ts'
import { createRooms, type Rooms } from './rooms/rooms.ts'
import { createStaff } from './staff.ts'
import { admissionStore } from './storage/admission.ts'
import { adviceStore } from './storage/advice.ts'
import { agreementStore } from './storage/agreements.ts'
import { commentStore } from './storage/comments.ts'
import { consentStore } from './storage/consents.ts'
import { consultationStore } from './storage/consultation.ts'
import { deletionStore } from './storage/deletion.ts'
import { fixingStore } from './storage/fixing.ts'
import { meetingStore } from './storage/meeting.ts'
import { openPointStore } from './storage/open-points.ts'
import { peopleStore } from './storage/people.ts'
import { privacyStore } from './storage/privacy.ts'
import { proposalStore } from './storage/proposals.ts'
import { returnStore } from './storage/returns.ts'
import { scanStore } from './storage/scan.ts'
import { stepStore } from './storage/steps.ts'
import { openStorage } from './storage/storage.ts'
import { themeStore } from './storage/themes.ts'
import { versionStore } from './storage/versions.ts'
import { visitStore } from './storage/visits.ts'
import { createWiper } from './storage/wiper.ts'

/** Everything the server and the commands are made of, in working order. */
export type Parts = {
  people: People
  accounts: Accounts
  passkeys: Passkeys
  members: Members
  /** Null when no mail can be sent. */
  post: Post | null
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
  rooms: Rooms
  library: Library
  log: Log
  figures: Figures
  readiness: Readiness
  /** Lets go of everything, what was written last included. */
  close: () => Promise<void>
}

/** Builds the parts, the ones that can refuse first. Throws when the templates or the data folder can not be used. */
export async function openParts(config: Config): Promise<Parts> {
  const library = await loadLibrary()
  const log = createLog(process.stderr.isTTY)
  const office = openOffice(config, log)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const sessionSecret = config.sessionSecret ?? (await loadSessionSecret(config.dataDir))
  const figures = createFigures(config.dataDir)
  const { onBatch, onRefused } = figures
  const storage = await openStorage({ dataDir: config.dataDir, onBatch })
  const onError = complainTo(log, 'a room had trouble')
  const edges = { clock: () => new Date(), newId }
  const visits = createVisits({
    store: visitStore(storage.records),
    clock: edges.clock,
    ...(config.visitGap === null ? {} : { gap: config.visitGap }),
    onError,
  })
  const holds = createHolds({ holdOf: (id) => agreements.holdOf(id) })
  const rooms = createRooms({
    log: storage.log,
    visitors: {
      came: visits.came,
      left: (documentId, personId) => {
        visits.left(documentId, personId)
        listing.left(documentId)
      },
    },
    holdOf: holds.holdOf,
    onError,
    onRefused,
  })
  const past = createPastArticles(storage.log)
  const agreements = agreementStore(storage.records)
  const comments = commentStore(storage.records)
  const returned = returnStore(storage.records)
  const proposed = proposalStore(storage.records)
  const tellProposals = (id: string) => rooms.tell(id, { kind: 'changed', what: 'proposals' })
  const proposals = createProposals({
    store: proposed,
    handsOf: async (agreementId) => handsOf(await returned.handsByMade(agreementId)),
    agreements,
    documents: rooms,
    log: storage.log,
    clock: edges.clock,
    tell: tellProposals,
  })
  const openItems = async (agreementId: string) => ({
    comments: await comments.openThreads(agreementId, 'all'),
    proposals: await proposals.countOpen(agreementId),
  })
  const consents = consentStore(storage.records)
  const fixings = fixingStore(storage.records)
  const akkoordOf = createAkkoord(consents, fixings, library)
  const turn = inTurn()
  const wiper = createWiper(storage.log, onError)
  const versions = createVersions({
    store: versionStore(storage.records),
    agreements,
    documents: rooms,
    past,
    ...edges,
    tell: (agreementId) => rooms.tell(agreementId, { kind: 'changed', what: 'versions' }),
  })
  const advice = createAdvice({
    store: adviceStore(storage.records),
    agreements,
    documents: rooms,
    library,
    openItems,
    akkoordOf,
    clock: edges.clock,
    tell: (agreementId) => {
      listing.left(agreementId)
      rooms.tell(agreementId, { kind: 'changed', what: 'advice' })
    },
  })
  const listing = createListing({
    store: agreements,
    documents: rooms,
    emptyFacts: (body) => unresolvedPlaceholders(body, library.catalog).length,
    toSolve: advice.toSolve,
    statusOf: async (id, body) => {
      const stored = await agreements.maybeAgreement(id)
      return stored ? (await akkoordOf(stored, body)).status : 'draft'
    },
    onError,
  })
  const meeting = createMeeting({
    store: meetingStore(storage.records),
    documents: rooms,
    sessionSecret,
    tell: (agreementId) => rooms.tell(agreementId, { kind: 'changed', what: 'meeting' }),
  })
  const files = createFileWriter(library.catalog)
  const themes = createThemes({ store: themeStore(storage.records), clock: edges.clock })
  const post = config.mail && openPost({ ...config.mail, onError: complainTo(log, 'a mail did not go out') })
  const tellAkkoord = (agreementId: string) => {
    listing.left(agreementId)
    rooms.tell(agreementId, { kind: 'changed', what: 'akkoord' })
  }
  const saying = createComments({
    store: comments,
    agreements,
    documents: rooms,
    clock: edges.clock,
    tell: (id, audience) =>
      rooms.tell(id, { kind: 'changed', what: 'comments' }, (member) => belongsTo(audience, member)),
    wipe: wiper.wipe,
  })
  const remarkParts = { comments, agreements, proposals, documents: rooms, library }
  const returns = createReturns({
    ...{ store: returned, agreements, documents: rooms, library, proposals, comments: saying },
    made: { ...proposed, ...comments },
    past: { log: storage.log, versions: versionStore(storage.records), fixing: fixings },
    known: createKnownRemarks(remarkParts, Object.values(REMARK_WORDS)),
    keepVersion: (id, personId, key) => versions.makeVersion(id, 'before-import', personId, key),
    ...edges,
    tell: tellProposals,
    wipe: wiper.wipe,
    onError: complainTo(log, 'a file that came back could not be read'),
  })
  const use = createAgreements({
    store: agreements,
    documents: rooms,
    ...{ files, themes },
    office,
    library,
    openItems,
    akkoordOf,
    fixing: fixings,
    versions,
    remarked: createRemarks(remarkParts),
    changeMember: rooms.changeMember.bind(rooms),
    holdAnew: rooms.holdAnew.bind(rooms),
    ...edges,
  })
  return {
    people: createPeople({ store: peopleStore(storage.records), sessionSecret, ...edges }),
    ...createStaff(storage.records, rooms, edges),
    post,
    hasOffice: office !== null,
    agreements: use,
    listing,
    admission: createAdmission({
      store: admissionStore(storage.records),
      agreements,
      documents: rooms,
      sessionSecret,
      changeMember: rooms.changeMember.bind(rooms),
      tell: (agreementId) => rooms.tell(agreementId, { kind: 'changed', what: 'participants' }),
      clock: edges.clock,
    }),
    scan: createFactorScan({
      store: scanStore(storage.records),
      agreements,
      documents: rooms,
      library,
      clock: edges.clock,
      tell: (agreementId, partyId) =>
        rooms.tell(
          agreementId,
          { kind: 'changed', what: 'scan' },
          (member) => partyId === null || member.partyId === partyId || member.role === 'facilitator',
        ),
    }),
    proposals,
    stepNotes: createStepNotes({
      store: stepStore(storage.records),
      documents: rooms,
      library,
      clock: edges.clock,
      tell: (agreementId, audience) =>
        rooms.tell(agreementId, { kind: 'changed', what: 'steps' }, (member) => belongsTo(audience, member)),
    }),
    advice,
    history: createHistory({ documents: rooms, past, visits, agreements }),
    comments: saying,
    returns,
    consents: createConsents({
      store: consents,
      agreements,
      documents: rooms,
      library,
      fixing: fixings,
      turn,
      clock: edges.clock,
      tell: tellAkkoord,
    }),
    fixing: createFixing({
      store: fixings,
      agreements,
      documents: rooms,
      ...{ files, themes },
      library,
      akkoordOf,
      snapshotOf: use.snapshot,
      holdAnew: rooms.holdAnew.bind(rooms),
      holds,
      keepVersion: (agreementId, personId) => versions.makeVersion(agreementId, 'fixed', personId),
      turn,
      clock: edges.clock,
      tell: tellAkkoord,
    }),
    consultation: createConsultation({
      store: consultationStore(storage.records),
      agreements,
      documents: rooms,
      library,
      sessionSecret,
      tell: (agreementId, partyId) =>
        rooms.tell(
          agreementId,
          { kind: 'changed', what: 'consultation' },
          (member) => partyId === null || member.partyId === partyId || member.role === 'facilitator',
        ),
      ...edges,
    }),
    meeting,
    versions,
    openPoints: createOpenPoints({
      store: openPointStore(storage.records),
      agreements,
      documents: rooms,
      library,
      ...{ files, themes },
      clock: edges.clock,
      tell: (agreementId) => rooms.tell(agreementId, { kind: 'changed', what: 'open-points' }),
    }),
    acts: createActs({ store: agreements, clock: edges.clock }),
    deletion: createDeletion({
      store: deletionStore(storage.records),
      documents: rooms,
      wipe: wiper.wipe,
      clock: edges.clock,
      onError,
    }),
    privacy: createPrivacy({
      store: privacyStore(storage.records),
      addAct: agreements.addAct,
      clock: edges.clock,
      unclearTo: meeting.unclearTo,
      onGone: async (agreementId, personId) => {
        await meeting.forget(agreementId, personId)
        rooms.changeMember(agreementId, personId, null)
        rooms.tell(agreementId, { kind: 'changed', what: 'participants' })
      },
      wipe: wiper.wipe,
    }),
    themes,
    rooms,
    library,
    log,
    figures,
    readiness: createReadiness({
      prove: () => storage.proveWritable(new Date().toISOString()),
      onChange: (why) => sayReadiness(log, why),
    }),
    close: async () => {
      await post?.close()
      await files.close()
      await office?.close()
      await past.close()
      await versions.close()
      await returns.close()
      await rooms.close()
      listing.close()
      wiper.close()
      await visits.close()
      await storage.close()
    },
  }
}

function sayReadiness(log: Log, why: string | null): void {
  if (why === null) log.info('what is written can be kept')
  else if (why === 'closing') log.info('not ready any more: going down')
  else log.error({ why }, 'what is written can not be kept')
}

/** 120 random bits in signs that fit in an address, a file name and a key. Not with a dash in front, which a command line takes for an option. */
function newId(): string {
  const id = randomBytes(15).toString('base64url')
  return id.startsWith('-') ? newId() : id
}
