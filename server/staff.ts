import type { Kysely } from 'kysely'
import { CLOSE } from '../shared/protocol/live.ts'
import { memberOf, type Participation } from './access/participation.ts'
import { type Accounts, createAccounts } from './people/accounts.ts'
import { createMembers, type Members } from './people/members.ts'
import { createPasskeys, type Passkeys } from './people/passkeys.ts'
import { createPasswords } from './people/passwords.ts'
import type { Rooms } from './rooms/rooms.ts'
import { accountStore } from './storage/accounts.ts'
import { agreementStore } from './storage/agreements.ts'
import { memberStore } from './storage/members.ts'
import { peopleStore } from './storage/people.ts'
import type { Tables } from './storage/storage.ts'

type Staff = { accounts: Accounts; members: Members; passkeys: Passkeys }

/** The accounts of members, and the workspace they are in. */
export function createStaff(
  records: Kysely<Tables>,
  rooms: Pick<Rooms, 'changeMember' | 'disconnect' | 'tell'>,
  edges: { clock: () => Date; newId: () => string },
): Staff {
  const stores = { store: accountStore(records), people: peopleStore(records), members: memberStore(records) }
  const agreements = agreementStore(records)
  const passwords = createPasswords()
  const accounts = createAccounts({
    ...stores,
    passwords,
    clock: edges.clock,
    reconnect: async (personId) => {
      for (const { id } of await agreements.agreementsOf(personId))
        rooms.disconnect(id, personId, CLOSE.goingDown)
    },
  })
  const members = createMembers({
    store: stores.members,
    accounts: stores.store,
    passwords,
    checkStrength: accounts.checkStrength,
    ...edges,
    refreshMember: async (agreementId, personId) => {
      const known = await agreements.maybeParticipant(agreementId, personId)
      const isIn = known !== null && known.state === 'active'
      rooms.changeMember(agreementId, personId, isIn ? memberOf(known as Participation) : null)
      rooms.tell(agreementId, { kind: 'changed', what: 'participants' })
    },
  })
  return { accounts, members, passkeys: createPasskeys({ ...stores, clock: edges.clock }) }
}
