import { readAgreement } from '../../shared/document/read.ts'
import type { ActKind } from '../../shared/protocol/acts.ts'
import type { ParticipantState, Role } from '../../shared/protocol/participant.ts'
import { describeFound } from '../../shared/support/message.ts'
import { canSpeakFor, speaks } from '../access/consents.ts'
import { memberOf, type Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { maybeRoomCode, newRoomCode } from '../access/room-code.ts'
import { keyedHashOfSecret } from '../access/secret.ts'
import type { AdmissionStore, Done, ParticipantChange } from '../storage/admission.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import { type ChangeMember, describe } from './agreements.ts'
import { inTurn } from './in-turn.ts'
import type { Invitation, Present } from './invitations.ts'
import type { LiveDocuments } from './live-documents.ts'

export type AdmissionParts = {
  store: AdmissionStore
  agreements: AgreementStore
  documents: LiveDocuments
  /** Keys what is kept of a room code: so short a code could be found by trying when only its plain hash were kept. */
  sessionSecret: string
  changeMember: ChangeMember
  /** Tells who is connected that the people are others now. */
  tell: (agreementId: string) => void
  clock: () => Date
}

/** A meeting with what comes before and after it. */
const ROOM_CODE_LIVES = 12 * 60 * 60 * 1000

/**
 * The ways into an agreement and the people in it. All but entering is done by somebody who leads the agreement, which is checked
 * before; each change holds at once, on connections that are open too.
 */
export type Admission = ReturnType<typeof createAdmission>

export function createAdmission(parts: AdmissionParts) {
  return { ...links(parts), ...roomCodes(parts), ...people(parts) }
}

const doneBy = ({ agreementId, personId }: Participation, clock: () => Date): Done => ({
  agreementId,
  by: personId,
  at: clock().toISOString(),
})

function links({ store, clock }: AdmissionParts) {
  return {
    /** Every link of an agreement, the oldest first, and the code that is open. */
    async waysIn(agreementId: string) {
      const invitations = (await store.linksOf(agreementId)).map((link) => ({
        ...link,
        role: link.role as Role,
      }))
      return { invitations, roomCode: await store.maybeRoomCodeOf(agreementId, clock().toISOString()) }
    },

    /** Somebody came in by this link. */
    countUse: (id: string) => store.countUse(id, clock().toISOString()),

    /** Throws a refusal `unknown-invitation`. */
    async revoke(by: Participation, invitationId: string): Promise<void> {
      if (!(await store.revokeLink(invitationId, doneBy(by, clock)))) throw new Refusal('unknown-invitation')
    },

    /** Ends every link and the code; gives how many links opened until now. */
    closeLinks: (by: Participation): Promise<number> => store.closeAll(doneBy(by, clock)),
  }
}

function roomCodes({ store, documents, sessionSecret, clock }: AdmissionParts) {
  const hashOf = (code: string) => keyedHashOfSecret(`room-code:${code}`, sessionSecret)

  /** What a code is for. Throws a refusal `invalid-code`. */
  async function room(typed: string): Promise<Invitation> {
    const code = maybeRoomCode(typed)
    const open = code && (await store.maybeRoomCode(hashOf(code), clock().toISOString()))
    if (!open) throw new Refusal('invalid-code')
    return { agreementId: open.agreementId, partyId: null, role: 'writer', askFirst: open.askFirst }
  }

  return {
    /** A new code, told this once. The one before it stops working. */
    async openRoomCode(by: Participation, askFirst: boolean) {
      const code = newRoomCode()
      const expiresAt = new Date(clock().getTime() + ROOM_CODE_LIVES).toISOString()
      const hash = hashOf(maybeRoomCode(code) ?? code)
      await store.putRoomCode({ hash, askFirst, expiresAt }, doneBy(by, clock))
      return { code, expiresAt, askFirst, uses: 0 }
    },

    closeRoomCode: (by: Participation): Promise<void> => store.removeRoomCode(doneBy(by, clock)),

    /** What a code is for, with the names of the parties one can come for. Throws a refusal `invalid-code`. */
    seeRoom: async (typed: string) => describe(documents, await room(typed)),

    /**
     * What a code gives to who comes for this party. Throws the refusals `invalid-code`, and `malformed-request` when the agreement has no
     * such party.
     */
    async enterRoom(typed: string, partyId: string | null, readAlong: boolean): Promise<Invitation> {
      const invitation = await room(typed)
      if (readAlong) return { ...invitation, role: 'reader' }
      const parties = await documents.read(invitation.agreementId, (doc) => readAgreement(doc).value.parties)
      if (parties.some(({ id }) => id === partyId)) return { ...invitation, partyId }
      throw unknownParty(partyId, parties)
    },

    countCodeUse: (agreementId: string) => store.countCodeUse(agreementId),
  }
}

export type PersonChange = {
  name?: string | undefined
  role?: Role | undefined
  partyId?: string | null | undefined
  speaksFor?: boolean | undefined
}

function people({ store, agreements, documents, changeMember, tell, clock }: AdmissionParts) {
  const turn = inTurn()

  /** Throws a refusal `unknown-participant` for who is not there, or not in one of these states. */
  async function present(
    agreementId: string,
    personId: string,
    states: readonly ParticipantState[],
  ): Promise<Present> {
    const found = (await agreements.maybeParticipant(agreementId, personId)) as Present | null
    if (!found || !states.includes(found.state)) throw new Refusal('unknown-participant')
    return found
  }

  /** Somebody has to lead. Throws a refusal `last-facilitator`. */
  async function checkOneStaysToLead({ agreementId, personId, role, state }: Present): Promise<void> {
    if (role !== 'facilitator' || state !== 'active') return
    const others = (await agreements.participantsOf(agreementId)).filter((each) => each.personId !== personId)
    if (!others.some((each) => each.role === 'facilitator')) throw new Refusal('last-facilitator')
  }

  /** Keeps the change, tells the person's own connections, then everybody that the people are others. */
  async function apply(
    by: Participation,
    before: Present,
    change: ParticipantChange,
    kinds: readonly ActKind[],
  ): Promise<Present> {
    const { agreementId, personId } = before
    const { speaksFor } = await store.changeParticipant(personId, change, kinds, doneBy(by, clock))
    const after = { ...before, ...change, speaksFor } as Present
    changeMember(agreementId, personId, after.state === 'active' ? memberOf(after) : null)
    tell(agreementId)
    return after
  }

  return {
    /** Where somebody stands in an agreement; `none` for who never came. */
    async entry(agreementId: string, personId: string): Promise<ParticipantState | 'none'> {
      const found = (await agreements.maybeParticipant(agreementId, personId)) as Present | null
      return found?.state ?? 'none'
    },

    /** Also those who wait to be admitted. */
    async withWaiting(agreementId: string): Promise<Present[]> {
      const all = (await agreements.everybodyIn(agreementId)) as Present[]
      return all.filter(({ state }) => state !== 'removed')
    },

    /**
     * Gives somebody another name, role or party, or the word of the party. Throws the refusals `unknown-participant`, `last-facilitator`, and
     * `malformed-request` for a party that the agreement does not have, or for the word of a party for who can not have it.
     */
    change: (by: Participation, personId: string, asked: PersonChange): Promise<Present> =>
      turn(by.agreementId, async () => {
        const { name, role, partyId, speaksFor } = asked
        const before = await present(by.agreementId, personId, ['active', 'waiting'])
        if (role !== undefined && role !== 'facilitator') await checkOneStaysToLead(before)
        if (partyId != null) {
          const parties = await documents.read(by.agreementId, (doc) => readAgreement(doc).value.parties)
          if (!parties.some(({ id }) => id === partyId)) throw unknownParty(partyId, parties)
        }
        const change = {
          ...(name === undefined ? {} : { name }),
          ...(role === undefined ? {} : { role }),
          ...(partyId === undefined ? {} : { partyId }),
          ...(speaksFor === undefined ? {} : { speaksFor }),
        }
        if (speaksFor === true && !canSpeakFor({ ...before, ...change })) throw cannotSpeak()
        return apply(by, before, change, kindsOf(before, change))
      }),

    /** Ends somebody's part, or turns away who waits. Throws the refusals `unknown-participant` and `last-facilitator`. */
    remove: (by: Participation, personId: string): Promise<void> =>
      turn(by.agreementId, async () => {
        const before = await present(by.agreementId, personId, ['active', 'waiting'])
        await checkOneStaysToLead(before)
        await apply(by, before, { state: 'removed' }, ['remove-participant'])
      }),

    /** Throws a refusal `unknown-participant` for who does not wait. */
    admit: (by: Participation, personId: string): Promise<Present> =>
      turn(by.agreementId, async () => {
        const before = await present(by.agreementId, personId, ['waiting'])
        return apply(by, before, { state: 'active' }, ['admit'])
      }),
  }
}

function kindsOf(before: Present, { name, role, partyId, speaksFor }: ParticipantChange): ActKind[] {
  const hasOtherRole = role !== undefined && role !== before.role
  const hasOtherParty = partyId !== undefined && partyId !== before.partyId
  const hasOtherWord = speaksFor !== undefined && speaksFor !== speaks(before)
  const isRenamed = name !== undefined && name !== before.name
  return [
    ...(hasOtherRole || hasOtherParty ? ['change-role' as const] : []),
    ...(hasOtherWord ? ['change_speaker' as const] : []),
    ...(isRenamed ? ['rename-participant' as const] : []),
  ]
}

function cannotSpeak(): Refusal {
  const expected = 'somebody who writes, signs or leads, for a party'
  const message = { path: 'speaksFor', reason: 'not_of_a_party', expected, found: 'somebody else' }
  return new Refusal('malformed-request', [message])
}

function unknownParty(partyId: string | null, parties: readonly { id: string }[]): Refusal {
  const expected = `one of ${parties.map(({ id }) => id).join(', ')}`
  const found = describeFound(partyId)
  return new Refusal('malformed-request', [{ path: 'partyId', reason: 'unknown_party', expected, found }])
}
