import type { TextTable } from '../nl.ts'

/** The akkoord of parties, beside each article and all together. */
export const akkoord: TextTable['akkoord'] = {
  title: 'Agreement per article',
  menu: 'Who agrees',
  states: {
    none: 'not yet',
    agreed: 'agreed',
    agreed_with_concern: 'agreed with a concern',
    objection: 'objection',
    changed: 'look again',
  },
  short: {
    none: 'not yet',
    agreed: 'agreed',
    agreed_with_concern: 'concern',
    objection: 'objection',
    changed: 'look again',
  },
  ofParty: (party, state) => `${party}: ${state}`,
  ofParties: (state, parties) => `${state}: ${parties}`,
  label: (name) => `Who agrees with ${name}`,
  count: (yes, all) => `${yes} of ${all} parties agree`,
  by: (name, day) => `${name}, ${day}`,
  choose: (party) => `Your answer for ${party}`,
  byAnother: (party) =>
    `Somebody else agrees on behalf of ${party}. Would you like to do so? Ask the facilitator.`,
  choices: {
    agreed: 'Agreed',
    agreed_with_concern: 'Agreed with a concern',
    objection: 'Objection',
    none: 'Not yet',
  },
  reason: {
    agreed_with_concern: 'What is your concern?',
    objection: 'What is your objection?',
    help: 'All parties read this.',
    missing: 'Write down in one sentence what your concern or objection is.',
    give: 'Pass it on',
  },
  changedSince: {
    agreed: (count) => `Changed since you agreed: ${sentences(count)}`,
    agreed_with_concern: (count) => `Changed since you agreed: ${sentences(count)}`,
    objection: (count) => `Changed since you objected: ${sentences(count)}`,
  },
  changedBusy: 'Changed since your answer',
  reopened: 'The text was opened again. Look again and give your answer once more.',
  showWords: 'Show what changed',
  gone: 'Gone:',
  came: 'New:',
  notSent: 'Not sent yet. That goes by itself once there is a connection.',
  notGiven: 'Not passed on: the text has changed meanwhile. Read it again and choose anew.',
  refused: 'Not passed on: you do not agree for this party any more, or the agreement is fixed.',
  putAway: 'Understood',
  grid: {
    lead: 'What each party says of each article. Silence is no consent.',
    busy: 'We are fetching what the parties say.',
    noParties: 'No parties take part yet.',
    article: 'Article',
    whole: (done, all) => `All parties agree on ${done} of ${all} articles and annexes`,
    wholeDone: 'All parties agree on everything',
    annex: (number) => `Annex ${number}`,
    readAll: 'Read all',
    readAllOf: (whose) => `Read all: ${whose}`,
    whose: (state, party) => `${state} of ${party}`,
    rest: 'Show only what not all parties agree on yet',
  },
}

function sentences(count: number): string {
  return count === 1 ? '1 sentence' : `${count} sentences`
}
