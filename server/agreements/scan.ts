import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { setJson } from '../../shared/document/edit.ts'
import { readAgreement } from '../../shared/document/read.ts'
import type { ScanView } from '../../shared/protocol/endpoints-scan.ts'
import { describeFound, type Message } from '../../shared/support/message.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { mayOpenScan, partiesToScoreFor, partiesToSee, partiesWithWriter } from '../access/scan.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { ScanStore, StoredReady, StoredScore, StoredStep } from '../storage/scan.ts'
import { inTurn } from './in-turn.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'

export type ScanParts = {
  store: ScanStore
  agreements: Pick<AgreementStore, 'participantsOf'>
  documents: LiveDocuments
  library: Library
  clock: () => Date
  /** Tells those who are connected that there is something new to fetch: all, or the people of one party and who leads. */
  tell: (agreementId: string, partyId: string | null) => void
}

/** What is known of a scan at one moment. */
type Scan = {
  partyIds: string[]
  participants: Participation[]
  scores: StoredScore[]
  ready: StoredReady[]
  opening: StoredStep | null
}

type Scored = { partyId: string; factorId: string; score: number | null; note: string }

/** A scan needs two views to compare. */
const FEWEST_PARTIES = 2

/**
 * The factor scan: each party scores by itself, and nobody sees the scores of another before they are opened; then they stand in the
 * agreement. Whoever calls takes part in the agreement.
 */
export type FactorScan = ReturnType<typeof createFactorScan>

export function createFactorScan(parts: ScanParts) {
  const { store, library, clock, tell } = parts
  const turn = inTurn()

  /** Runs a step after those before it in the same agreement, and answers with the scan as the person may see it then. */
  const step = (
    by: Participation,
    about: string | null,
    change: (scan: Scan, at: string) => Promise<void>,
  ): Promise<ScanView> =>
    turn(by.agreementId, async () => {
      await change(await load(parts, by.agreementId), clock().toISOString())
      tell(by.agreementId, about)
      return view(await load(parts, by.agreementId), by)
    })

  return {
    view: async (by: Participation): Promise<ScanView> => view(await load(parts, by.agreementId), by),

    /** Throws the refusals `not-allowed`, `scan-opened`, and `malformed-request` for a factor that the catalogue does not have. */
    score: (by: Participation, scored: Scored): Promise<ScanView> =>
      step(by, scored.partyId, async (scan, at) => {
        checkMayScore(scan, by, scored.partyId)
        if (!library.catalog.factors.some(({ id }) => id === scored.factorId))
          throw new Refusal('malformed-request', [unknownFactor(scored.factorId)])
        await store.putScore(by.agreementId, { ...scored, personId: by.personId, at })
      }),

    /** The last party to be ready opens the scores. Throws the refusals of `score`. */
    ready: (by: Participation, { partyId, ready }: { partyId: string; ready: boolean }): Promise<ScanView> =>
      step(by, null, async (scan, at) => {
        checkMayScore(scan, by, partyId)
        if (ready && !hasScored(scan, partyId))
          throw new Refusal('malformed-request', [nothingScored(partyId)])
        const record = { agreementId: by.agreementId, personId: by.personId, at }
        await (ready ? store.addReady(partyId, record) : store.removeReady(partyId, record))
        const now = await load(parts, by.agreementId)
        if (allReady(now)) await open(parts, now, by, at)
      }),

    /** Opens the scores as they are, or lets parties score on. Throws a refusal `not-allowed`. */
    open: (by: Participation, { open: opens }: { open: boolean }): Promise<ScanView> =>
      step(by, null, async (scan, at) => {
        if (!mayOpenScan(by)) throw new Refusal('not-allowed')
        if (opens) await open(parts, scan, by, at)
        else await store.removeOpening({ agreementId: by.agreementId, personId: by.personId, at })
      }),
  }
}

async function load({ store, agreements, documents }: ScanParts, agreementId: string): Promise<Scan> {
  return {
    partyIds: await documents.read(agreementId, (doc) =>
      readAgreement(doc).value.parties.map(({ id }) => id),
    ),
    participants: (await agreements.participantsOf(agreementId)) as Participation[],
    scores: await store.scoresOf(agreementId),
    ready: await store.readyParties(agreementId),
    opening: await store.maybeOpening(agreementId),
  }
}

/** First into the agreement, then the record: when the second fails, the same step can be made again. */
async function open(
  { store, documents }: ScanParts,
  { scores, opening }: Scan,
  { agreementId, personId }: Participation,
  at: string,
): Promise<void> {
  if (opening) return
  await documents.edit(agreementId, personId, (doc) => {
    setJson(doc, 'factorScores', withScores(readAgreement(doc).value.factorScores, scores))
  })
  await store.addOpening({ agreementId, personId, at })
}

type FactorScores = AgreementBody['factorScores']

/** The scores of the agreement with those of the scan; parties that scored nothing here keep what stood there. */
function withScores(before: FactorScores, scores: readonly StoredScore[]): FactorScores {
  const scored = new Set(scores.map(({ partyId }) => partyId))
  const kept = Object.entries(before).map(([factorId, given]) => {
    const others = Object.entries(given).filter(([partyId]) => !scored.has(partyId))
    return [factorId, Object.fromEntries(others)] as const
  })
  const after: Record<string, Record<string, number>> = Object.fromEntries(kept)
  for (const { factorId, partyId, score } of scores)
    if (score !== null) after[factorId] = { ...after[factorId], [partyId]: score }
  return Object.fromEntries(Object.entries(after).filter(([, given]) => Object.keys(given).length > 0))
}

function view(scan: Scan, by: Participation): ScanView {
  const { partyIds, participants, scores, ready, opening } = scan
  const own = partiesToSee(by, partyIds, participants)
  const seen = opening ? partyIds : own
  const nameOf = (id: string) => participants.find(({ personId }) => personId === id)?.name ?? null
  const takingPart = partiesTakingPart(scan)
  return {
    mine: partiesToScoreFor(by, partyIds, participants),
    mayOpen: mayOpenScan(by),
    parties: partyIds.map((partyId) => ({
      partyId,
      takesPart: takingPart.includes(partyId),
      readyAt: ready.find((each) => each.partyId === partyId)?.at ?? null,
    })),
    opened: opening && { at: opening.at, name: nameOf(opening.personId) },
    scores: scores
      .filter(({ partyId }) => seen.includes(partyId))
      .map(({ personId, ...said }) => ({
        ...said,
        name: own.includes(said.partyId) ? nameOf(personId) : null,
      })),
  }
}

function partiesTakingPart(scan: Scan): string[] {
  const withWriter = partiesWithWriter(scan.participants)
  return scan.partyIds.filter((id) => withWriter.has(id) || hasScored(scan, id))
}

function hasScored({ scores }: Scan, partyId: string): boolean {
  return scores.some((each) => each.partyId === partyId && each.score !== null)
}

function allReady(scan: Scan): boolean {
  const takingPart = partiesTakingPart(scan)
  const isReady = (id: string) => scan.ready.some(({ partyId }) => partyId === id)
  return takingPart.length >= FEWEST_PARTIES && takingPart.every(isReady)
}

function checkMayScore(scan: Scan, by: Participation, partyId: string): void {
  if (!partiesToScoreFor(by, scan.partyIds, scan.participants).includes(partyId))
    throw new Refusal('not-allowed')
  if (scan.opening) throw new Refusal('scan-opened')
}

function unknownFactor(factorId: string): Message {
  const expected = 'a factor of the catalogue'
  return { path: 'factorId', reason: 'unknown_factor', expected, found: describeFound(factorId) }
}

function nothingScored(partyId: string): Message {
  const expected = 'a party with at least one score'
  return { path: 'partyId', reason: 'nothing_scored', expected, found: describeFound(partyId) }
}
