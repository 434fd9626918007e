import type { Rights } from '../../shared/protocol/endpoints-accounts.ts'
import type { Workspace } from '../../shared/protocol/endpoints-workspace.ts'
import { type Caller, mayManageMembers } from '../access/caller.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, newSecret } from '../access/secret.ts'
import type { AccountStore } from '../storage/accounts.ts'
import type { MemberStore } from '../storage/members.ts'
import type { Accounts, LinkToMail } from './accounts.ts'
import { emailKey } from './email-address.ts'
import type { Passwords } from './passwords.ts'

const DAY = 24 * 60 * 60 * 1000
/** A colleague may be away for a few days. */
export const MEMBER_INVITATION_DAYS = 7

export type MemberParts = {
  store: MemberStore
  accounts: Pick<AccountStore, 'maybeAccountOf'>
  passwords: Passwords
  checkStrength: Accounts['checkStrength']
  clock: () => Date
  newId: () => string
  /** Makes the open connections of a person to an agreement what that person is there now; ends them when that is nothing. */
  refreshMember: (agreementId: string, personId: string) => Promise<void>
}

/** The workspace and its members. Who may change them is checked before, at the edge. */
export type Members = ReturnType<typeof createMembers>

export function createMembers(parts: MemberParts) {
  return { ...looking(parts), ...inviting(parts), ...changing(parts) }
}

function looking({ store, clock }: MemberParts) {
  return {
    /** The workspace as this member may see it: addresses and invitations are for admins. */
    async view(caller: Caller): Promise<Workspace> {
      const mayManage = mayManageMembers(caller)
      const members = await store.members()
      const invitations = mayManage ? await store.memberInvitations(clock().toISOString()) : []
      return {
        name: (await store.maybeWorkspace())?.name ?? '',
        members: await Promise.all(
          members.map(async (member) => ({
            ...member,
            rights: member.rights as Rights,
            email: mayManage || member.personId === caller.personId ? member.email : null,
            isYou: member.personId === caller.personId,
            leadsAlone: mayManage ? (await store.ledAloneBy(member.personId)).length : null,
          })),
        ),
        invitations: invitations.map(({ id, email, rights, createdAt, expiresAt }) => ({
          id,
          email,
          rights: rights as Rights,
          createdAt,
          expiresAt,
        })),
      }
    },
  }
}

function inviting({ store, accounts, passwords, checkStrength, clock, newId }: MemberParts) {
  return {
    /** A link for a colleague, in place of an earlier one. Throws a refusal `address-in-use` for who is a member already. */
    async invite(by: Caller, invited: { email: string; rights: Rights }): Promise<LinkToMail> {
      const key = emailKey(invited.email)
      if (await accounts.maybeAccountOf(key)) throw new Refusal('address-in-use')
      const secret = newSecret()
      const now = clock()
      await store.putMemberInvitation({
        ...invited,
        id: newId(),
        hash: hashOfSecret(secret),
        emailKey: key,
        createdBy: by.personId,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + MEMBER_INVITATION_DAYS * DAY).toISOString(),
      })
      return { email: invited.email, name: '', kind: 'member', secret }
    },

    /** Throws a refusal `not-found`. */
    async withdraw(by: Caller, id: string): Promise<void> {
      const wasThere = await store.removeMemberInvitation(id, at(by, clock()))
      if (!wasThere) throw new Refusal('not-found')
    },

    /** Makes who has the link a member; gives the person. Throws `invalid-link`, `weak-password` and `address-in-use`. */
    async become(secret: string, given: { name: string; password: string }): Promise<string> {
      const now = clock().toISOString()
      const invitation = await store.maybeMemberInvitation(hashOfSecret(secret), now)
      if (!invitation) throw new Refusal('invalid-link')
      await checkStrength(given.password, [given.name, invitation.email])
      const id = newId()
      const passwordHash = await passwords.hash(given.password)
      const refusal = await store.addMember(invitation, { id, name: given.name, passwordHash }, now)
      if (refusal) throw new Refusal(refusal === 'gone' ? 'invalid-link' : refusal)
      return id
    },
  }
}

function changing({ store, clock, refreshMember }: MemberParts) {
  return {
    async rename(name: string): Promise<void> {
      await store.renameWorkspace(name)
    },

    /** Throws the refusals `unknown-member` and `last-admin`. */
    async setRights(by: Caller, personId: string, rights: Rights): Promise<void> {
      const refusal = await store.setRights(personId, rights, at(by, clock()))
      if (refusal) throw new Refusal(refusal)
    },

    /**
     * Takes a member out at once, live connections included; a colleague takes over what nobody else leads. Throws the refusals
     * `unknown-member`, `last-admin` and `needs-hand-over`.
     */
    async remove(by: Caller, personId: string, handOverTo: string | null): Promise<void> {
      const removal = { personId, handOverTo, by: by.personId, at: clock().toISOString() }
      const done = await store.removeMember(removal)
      if (typeof done === 'string') throw new Refusal(done)
      for (const agreementId of done.left) await refreshMember(agreementId, personId)
      if (handOverTo === null) return
      for (const agreementId of done.handedOver) await refreshMember(agreementId, handOverTo)
    },
  }
}

const at = (by: Caller, now: Date) => ({ personId: by.personId, at: now.toISOString() })
