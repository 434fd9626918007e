import type { TextTable } from '../nl.ts'

/** The factor scan: which thresholds matter in this region. */
export const scan: TextTable['scan'] = {
  title: 'Thresholds',
  heading: 'Which thresholds matter here?',
  lead: 'There are 17 thresholds between families and help. Each party first scores them by itself. Then you lay the scores side by side and choose together what to work on.',
  busy: 'We are fetching the thresholds.',
  back: 'To the agreement',
  print: 'Print',
  noParties: 'There are no parties in the agreement yet. Add them first at the article Parties.',
  who: {
    heading: 'Who is ready?',
    ready: 'is ready',
    busy: 'is still busy',
    absent: 'does not take part yet',
    secret:
      'Nobody sees the scores of another until all parties that take part are ready or the facilitator opens the scores.',
    opened: (when, name) =>
      name === null
        ? `The scores are open since ${when}.`
        : `The scores are open since ${when}. Last step: ${name}.`,
  },
  fill: {
    heading: 'Your scores',
    for: (party) => `You fill in for ${party}.`,
    chooseParty: 'For which party do you fill in?',
    choosePartyHelp:
      'You can fill in scores for parties that nobody writes for yet, such as your own organisation.',
    shared: 'Everybody of this party can fill in here. What you fill in last stands.',
    notMine: 'You do not belong to a party that fills in scores. You can see who is ready.',
    modes: 'Way of filling in',
    oneByOne: 'One by one',
    list: 'As a list',
    progress: (count, total) => `${count} of ${total} scored`,
    place: (number, total) => `Threshold ${number} of ${total}`,
    question: 'Question to talk about',
    scale: 'How strong is this in our region?',
    scores: ['Not at all', 'A little', 'Sometimes', 'Much', 'Very much'],
    clear: 'Take the score away',
    note: 'Why? A few words',
    noteHelp: 'Everybody sees this too when the scores open.',
    by: (name, when) => `Last filled in by ${name}, ${when}`,
    previous: 'Previous',
    next: 'Next',
    skip: 'Skip',
    last: 'To the end',
    saved: 'All kept',
    saving: 'We are keeping your score',
    notSaved: 'Not kept yet. Leave this page open; we try again by ourselves.',
  },
  ready: {
    heading: 'Are you ready?',
    all: 'You scored all thresholds.',
    skipped: (count) =>
      count === 1
        ? 'One threshold has no score yet. That is fine: if you do not know, skip it.'
        : `${count} thresholds have no score yet. That is fine: if you do not know, skip them.`,
    none: 'You have not scored anything yet. Begin with the threshold you know best.',
    button: 'We are ready',
    busy: 'One moment',
    done: 'You are ready.',
    waiting: (names) => `We still wait for ${names}. Then all scores open at once.`,
    waitingAlone: 'The scores open when other parties are ready too, or when the facilitator opens them.',
    notYet: 'Not ready after all',
    mayChange: 'Until then you can change your scores.',
  },
  opening: {
    heading: 'Open the scores',
    help: 'If not all parties are ready, you can open the scores all the same. Everybody then sees what is filled in now.',
    button: 'Open the scores',
    confirmHeading: 'Open the scores now?',
    confirm: (names) =>
      `Not ready yet: ${names}. All parties will see each other's scores and words. This can not be undone.`,
    confirmAll: "All parties will see each other's scores and words. This can not be undone.",
    nothing: 'There are no scores to open yet.',
    busy: 'The scores are being opened',
    resume: 'Let parties score on',
    resumeHelp:
      'Does a party join later, or do you want to score again after a year? New scores are hidden again until they are opened. What is open stays in sight.',
  },
  picture: {
    heading: 'How you see it together',
    lead: 'Each mark is a party. The line runs from the lowest to the highest score. A long line asks for a talk. Nobody is right or wrong.',
    older: 'These are the scores that were open already. Parties are scoring again now.',
    order: 'Order',
    orders: { difference: 'Largest difference first', height: 'Heaviest first', cluster: 'By cluster' },
    legend: 'Parties',
    scale: 'From 1, not at all, to 5, very much',
    low: 'Not at all',
    high: 'Very much',
    rowSaid: (scores, difference) =>
      difference === 0 ? `${scores}. No difference.` : `${scores}. Difference: ${difference}.`,
    talk: 'You see this differently. What does one see that the other does not?',
    differenceOf: (points) => `difference ${points}`,
    words: 'Why',
    clusters: 'By cluster',
    clusterSaid: (alike, apart) => {
      const same = alike === 1 ? '1 threshold about the same' : `${alike} thresholds about the same`
      const other = apart === 1 ? '1 clearly different' : `${apart} clearly different`
      return `${same}, ${other}`
    },
    heightSaid: (height) => `average ${height}`,
    table: 'All scores in a table',
    showTable: 'Show as a table',
    hideTable: 'Hide the table',
    factor: 'Threshold',
    difference: 'Difference',
    noScore: 'no score',
  },
  focus: {
    heading: 'This is what we work on together',
    lead: 'Five to eight thresholds is feasible. Choose at least one that lies with the help itself.',
    empty: 'You have not chosen a threshold yet. Choose them above.',
    pick: 'Choose',
    picked: 'Chosen',
    remove: 'Take away',
    count: (count) => (count === 1 ? '1 threshold chosen.' : `${count} thresholds chosen.`),
    many: 'Those are many. Which ones can wait?',
    noService: 'There is no threshold yet that lies with the help itself.',
    toArticle: 'Your choice stands in the agreement too.',
    readOnly: 'You can look along. Choosing is not possible with your invitation.',
  },
}
