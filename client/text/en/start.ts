import type { start as nl } from '../nl/start.ts'

export const start: typeof nl = {
  pageTitle: 'Start',
  promise: 'Write one agreement together',
  lead: 'Municipality, youth care and migrant organisation write in the same text at the same time, each on their own screen. When you are done, you take away one Word file.',
  busy: 'We are fetching your agreements.',
  signIn: {
    heading: 'Who are you?',
    help: 'So that others see who is writing. Your first name is enough.',
    name: 'Your name',
    button: 'Start',
    busy: 'One moment',
    nameMissing: 'Fill in your name.',
  },
  needLink: {
    heading: 'You need a link',
    body: 'Did you get an invitation? Open its link or scan its QR code. Are you the one who started Handslag? Open the link that the program showed.',
  },
  startLink: {
    heading: 'Welcome to Handslag',
    body: 'You open Handslag with the first link. Fill in your name and you can begin.',
  },
  mine: {
    heading: 'My agreements',
    empty: 'You have no agreement yet. Choose an example below and begin.',
    parties: 'With',
    noParties: 'No parties with a name yet',
    changed: (when) => `Last changed ${when}`,
    offline: 'No connection',
    lastSeen: (when) =>
      `These are your agreements as you last saw them on this device${when === '' ? '' : ` (${when})`}. What can be opened here, you can read and go on writing. It is kept when there is a connection again.`,
    needsConnection: 'Opens when there is a connection',
    unreadable:
      'We cannot read this agreement now. Nothing was thrown away. Ask whoever runs Handslag for you to look at it.',
  },
  templates: {
    heading: 'A new agreement',
    help: 'Choose the example that fits best. You can change every sentence afterwards.',
    choose: 'Choose this example',
    chooseNamed: (title) => `Choose this example: ${title}`,
    parties: (count) => (count === 1 ? '1 party' : `${count} parties`),
    empty: 'There are no examples. Ask the administrator to place one.',
  },
  create: {
    pageTitle: 'New agreement',
    heading: 'Who takes part?',
    lead: 'You do not know a name yet? Leave it empty. You fill it in later, in the text itself.',
    from: 'Example',
    shortTitle: 'Name of the cooperation',
    shortTitleHelp: 'A short name, for instance: Samen dichtbij 2027-2029. It becomes part of the title.',
    shortTitleMissing: 'Give the cooperation a name.',
    parties: 'Parties',
    button: 'Begin the agreement',
    busy: 'The agreement is being prepared',
    otherTemplate: 'Another example',
  },
}
