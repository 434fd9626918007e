import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { readAgreement } from '../../shared/document/read.ts'
import type { OwnRemark, PartyRound, Reading, Round } from '../../shared/protocol/endpoints-consultation.ts'
import { describeFound } from '../../shared/support/message.ts'
import {
  mayLeadRound,
  mayRemoveRemarks,
  maySeeRemarks,
  mayShareRemarks,
  type Reader,
} from '../access/consultation.ts'
import { mayWrite, type Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, newSecret } from '../access/secret.ts'
import type { StoredRemark } from '../storage/consultation.ts'
import { latestExpiry } from './invitations.ts'
import { type ReadingLinkParts, ROUND_BOUNDS, readingLinks } from './reading-links.ts'
import { type ReadingPageParts, readingPages } from './reading-page.ts'

export type ConsultationParts = ReadingLinkParts &
  ReadingPageParts & {
    /** Tells the party, and who leads, that there is something to fetch; everybody when there is no party named. */
    tell: (agreementId: string, partyId: string | null) => void
  }

/** Real time to read: two to four weeks. Domain pack, agreement.md 4. */
const USUAL_LIFE = 28 * 24 * 60 * 60 * 1000

/**
 * The round along the support base of a party: reading links without a name, remarks that are that party's alone, and its choice to share
 * them. What came of it stands in the agreement itself (`drafting.communityConsultedText`).
 */
export type Consultation = ReturnType<typeof createConsultation>

export function createConsultation(parts: ConsultationParts) {
  return { ...readingLinks(parts), ...ofParties(parts), ...ofReaders(parts) }
}

function ofParties({ store, documents, clock, newId, tell }: ConsultationParts) {
  const partiesOf = (id: string) => documents.read(id, (doc) => readAgreement(doc).value.parties)

  return {
    /** What somebody may see: the links of the parties they make links for, and the remarks that are theirs or shared. */
    async view(participation: Participation): Promise<PartyRound[]> {
      const { agreementId } = participation
      const [parties, rounds, shared] = await Promise.all([
        partiesOf(agreementId),
        store.roundsOf(agreementId),
        store.sharingParties(agreementId),
      ])
      const seen = parties.filter(({ id }) => maySeeRemarks(participation, id, shared.has(id)))
      const seenIds = seen.map(({ id }) => id)
      const remarks = await store.remarksFor(agreementId, seenIds)
      const led = parties.filter(({ id }) => mayLeadRound(participation, id)).map(({ id }) => id)
      return parties
        .filter(({ id }) => seenIds.includes(id) || led.includes(id))
        .map(({ id }) => ({
          partyId: id,
          mayLead: led.includes(id),
          mayShare: mayShareRemarks(participation, id),
          mayRemove: mayRemoveRemarks(participation, id),
          isShared: shared.has(id),
          rounds: led.includes(id) ? rounds.filter(({ partyId }) => partyId === id) : [],
          remarks: seenIds.includes(id)
            ? remarks.filter(({ partyId }) => partyId === id).map(gathered)
            : null,
        }))
    },

    /**
     * A new reading link; its secret is told this once. Throws the refusals `not-allowed`, and `malformed-request` for a party that the agreement
     * does not have or a link that would live too long.
     */
    async open(
      participation: Participation,
      wanted: { partyId: string; label: string; expiresAt?: string | undefined },
    ): Promise<Round & { secret: string }> {
      const { agreementId, personId } = participation
      const { partyId, label } = wanted
      if (!mayLeadRound(participation, partyId)) throw new Refusal('not-allowed')
      checkParty(partyId, await partiesOf(agreementId))
      const now = clock()
      const at = now.toISOString()
      const expiresAt = expiryOf(wanted.expiresAt, now)
      const secret = newSecret()
      const id = newId()
      const kept = {
        id,
        hash: hashOfSecret(secret),
        agreementId,
        partyId,
        label,
        createdBy: personId,
        at,
        expiresAt,
      }
      await store.addRound(kept)
      tell(agreementId, partyId)
      const counts = { closedAt: null, uses: 0, lastUsedAt: null, remarks: 0 }
      return { id, partyId, label, createdAt: at, expiresAt, ...counts, secret }
    },

    /** Closes a reading link at once. Throws the refusals `not-allowed`, and `unknown-invitation` for a link that is not theirs to close. */
    async close(participation: Participation, roundId: string): Promise<void> {
      if (!mayWrite(participation)) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      const round = (await store.roundsOf(agreementId)).find(({ id }) => id === roundId)
      if (!round || !mayLeadRound(participation, round.partyId)) throw new Refusal('unknown-invitation')
      await store.closeRound(roundId, { agreementId, by: personId, at: clock().toISOString() })
      tell(agreementId, round.partyId)
    },

    /**
     * Removes what came in for one's own party, with all that is kept of it. Throws the refusals `not-allowed` for who does not write for that party, and
     * `unknown-invitation` for a link that is not the party's.
     */
    async remove(participation: Participation, roundId: string, remarkId: string): Promise<void> {
      const { agreementId, personId, partyId } = participation
      if (partyId === null || !mayRemoveRemarks(participation, partyId)) throw new Refusal('not-allowed')
      const rounds = await store.roundsOf(agreementId)
      if (!rounds.some((round) => round.id === roundId && round.partyId === partyId))
        throw new Refusal('unknown-invitation')
      const done = { agreementId, by: personId, at: clock().toISOString() }
      if (await store.removeRemark({ roundId, remarkId }, done)) tell(agreementId, null)
    },

    /** Throws the refusals `not-allowed` for who does not write for this party, and `malformed-request` for a party that there is not. */
    async share(participation: Participation, partyId: string, isShared: boolean): Promise<void> {
      if (!mayShareRemarks(participation, partyId)) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      checkParty(partyId, await partiesOf(agreementId))
      await store.putSharing(partyId, isShared, { agreementId, by: personId, at: clock().toISOString() })
      tell(agreementId, null)
    },
  }
}

function ofReaders(parts: ConsultationParts) {
  const { store, clock, tell } = parts
  const pageOf = readingPages(parts)

  return {
    /** What a reader sees: the agreement without anything of people, and what this device sent. */
    async reading({ agreementId, partyId, readerId, expiresAt }: Reader): Promise<Reading> {
      const [page, shared, remarks] = await Promise.all([
        pageOf(agreementId),
        store.sharingParties(agreementId),
        store.remarksFrom(readerId),
      ])
      return {
        partyName: page.partyNames.get(partyId) ?? '',
        isShared: shared.has(partyId),
        expiresAt,
        outline: page.outline,
        explanations: page.explanations,
        remarks: remarks.map(own),
      }
    },

    /**
     * Keeps a remark for the party whose round it is. Throws the refusals `malformed-request` for an article that there is not, and
     * `too-many-requests` when this device or this link sent too many.
     */
    async remark(
      reader: Reader,
      { id, sectionId, text }: { id: string; sectionId: string | null; text: string },
    ): Promise<OwnRemark> {
      const { outline } = await pageOf(reader.agreementId)
      const section = [...outline.sections, ...outline.annexes].find((each) => each.id === sectionId)
      if (sectionId !== null && section === undefined) throw unknownSection(sectionId)
      const heading = section === undefined ? '' : headingOf(section)
      const remark = { id, sectionId, heading, text, at: clock().toISOString() }
      if (!(await store.addRemark(reader, remark, ROUND_BOUNDS))) throw new Refusal('too-many-requests')
      tell(reader.agreementId, reader.partyId)
      return own(remark)
    },

    /** Takes back what this device sent. What is not there, or from another device, stays as it is. */
    async withdraw({ readerId, agreementId }: Reader, remarkId: string): Promise<void> {
      if (await store.withdrawRemark({ readerId, remarkId })) tell(agreementId, null)
    },
  }
}

const own = ({ id, sectionId, text, at }: OwnRemark): OwnRemark => ({ id, sectionId, text, at })

const gathered = ({ partyId: _, ...remark }: StoredRemark) => remark

function headingOf({
  label,
  number,
  heading,
}: {
  label: string
  number: string | null
  heading: string
}): string {
  return [number === null ? '' : `${label} ${number}`.trim(), heading].filter(Boolean).join(' ')
}

function expiryOf(asked: string | undefined, now: Date): string {
  if (asked === undefined) return new Date(now.getTime() + USUAL_LIFE).toISOString()
  const at = Date.parse(asked)
  const latest = latestExpiry(now)
  if (at > now.getTime() && at <= latest.getTime()) return new Date(at).toISOString()
  const expected = `a moment after ${now.toISOString()} and not after ${latest.toISOString()}`
  const message = { path: 'expiresAt', reason: 'out_of_range', expected, found: describeFound(asked) }
  throw new Refusal('malformed-request', [message])
}

function checkParty(partyId: string, parties: AgreementBody['parties']): void {
  if (parties.some(({ id }) => id === partyId)) return
  const expected = `one of ${parties.map(({ id }) => id).join(', ')}`
  const message = { path: 'partyId', reason: 'unknown_party', expected, found: describeFound(partyId) }
  throw new Refusal('malformed-request', [message])
}

function unknownSection(sectionId: string): Refusal {
  const expected = 'the id of an article or annex, or null'
  const message = { path: 'sectionId', reason: 'unknown_section', expected, found: describeFound(sectionId) }
  return new Refusal('malformed-request', [message])
}
