import { isPlaceholderName, PLACEHOLDERS } from '../../agreement/placeholders.ts'
import { placeholderName } from '../articles-concerned.ts'
import { type Check, offence, when } from '../offence.ts'

/** How the agreement comes about, and what is still open before it can be signed. Domain pack, agreement.md 2. */
export const PROCESS_CHECKS = {
  migrant_org_co_drafts: ({ migrantOrganisations, record }) =>
    migrantOrganisations.some((party) => record.coDrafterPartyIds.includes(party.id))
      ? []
      : migrantOrganisations.map((party) => offence(party.id, 'parties', record.coDrafterPartyIds)),

  community_consulted: ({ body }) =>
    when(
      body.drafting.communityConsultedOnDraft !== true,
      'drafting',
      'drafting.communityConsultedOnDraft',
      body.drafting.communityConsultedOnDraft,
    ),

  bottom_up_content: (facts) => {
    const proposed = facts.tasks.filter((task) => task.proposedByPartyId)
    const parties = [...new Set(proposed.map((task) => task.proposedByPartyId))]
    if (proposed.length < ENOUGH_TASKS) return []
    if (facts.migrantOrganisations.length > 0 && !parties.some(facts.isMigrantOrganisation))
      return [offence('no_task_from_migrant_organisation', 'tasks', parties)]
    return when(parties.length === 1, `all_tasks_from_${parties[0]}`, 'tasks', parties)
  },

  met_in_person_first: ({ body }) =>
    when(!body.drafting.firstMeetingDate, 'first_meeting_date', 'drafting.firstMeetingDate'),

  no_open_items: ({ record: { openItems }, tasks }) => [
    ...when(openItems.comments > 0 || openItems.proposals > 0, 'open_items', [], openItems),
    ...tasks
      .filter((task) => task.status === 'proposed')
      .map((task) => offence(task.id, `tasks.${task.id}.status`)),
  ],

  no_empty_placeholders: ({ record }) =>
    record.unresolvedPlaceholders.map((name) => offence(name, placeOf(name))),
} satisfies Record<string, Check>

/** With fewer tasks than this, who proposed them tells nothing. */
const ENOUGH_TASKS = 4

/** Where the fact behind a placeholder is filled in; nowhere for a name that no text can have. */
function placeOf(placeholder: string): string[] {
  const name = placeholderName(placeholder)
  return isPlaceholderName(name) ? [PLACEHOLDERS[name].target] : []
}
