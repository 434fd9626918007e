import type { Contact, Party } from '../../agreement/party.ts'
import type { Facts } from '../facts.ts'
import { type Check, offence, when } from '../offence.ts'

/** Contact persons: who they are, how they are reached, what happens when they leave. Domain pack, agreement.md 3.12. */
export const PEOPLE_CHECKS = {
  municipal_executive_contact: (facts) =>
    facts.municipalities.length === 0
      ? [offence('no_municipality', 'parties')]
      : facts.municipalities
          .filter((party) => !hasExecutive(facts, party))
          .map((party) => offence(party.id, 'contacts', rolesOf(facts.contactsOf(party.id)))),

  two_contacts_per_party: (facts) =>
    facts.parties
      .filter((party) => facts.contactsOf(party.id).filter(isReachedFirst).length < 2)
      .map((party) => offence(party.id, 'contacts', rolesOf(facts.contactsOf(party.id)))),

  tasks_not_on_one_person: (facts) =>
    facts.parties.flatMap((party) => {
      const tasks = facts.tasksLedBy(party.id).filter((task) => task.contactId)
      const people = [...new Set(tasks.map((task) => task.contactId))]
      const at = tasks.map((task) => `tasks.${task.id}.contactId`)
      return when(tasks.length >= MANY_TASKS && people.length === 1, party.id, at, people)
    }),

  handover_agreed: ({ body }) =>
    when(body.communication.handoverText.trim() === '', 'handover_text', 'communication.handoverText'),

  not_only_email: ({ body }) => [
    ...body.contacts
      .filter((contact) => isReachedFirst(contact) && !contact.phone?.trim())
      .map((contact) => offence(contact.id, `contacts.${contact.id}.phone`)),
    ...when(
      !((body.communication.firstResponseDays ?? 0) > 0),
      'first_response_days',
      'communication.firstResponseDays',
    ),
  ],
} satisfies Record<string, Check>

const MANY_TASKS = 3

function hasExecutive(facts: Facts, party: Party): boolean {
  return facts.contactsOf(party.id).some((contact) => contact.roles.includes('executive'))
}

/** The people others call first: the coordinator and the one who stands in. */
function isReachedFirst({ roles }: Contact): boolean {
  return roles.includes('coordinator') || roles.includes('deputy')
}

function rolesOf(contacts: readonly Contact[]): unknown {
  return contacts.map(({ id, roles }) => [id, roles])
}
