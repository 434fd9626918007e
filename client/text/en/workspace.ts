import type { workspace as nl } from '../nl/workspace.ts'

/** The workspace and its members. */
export const workspace: typeof nl = {
  page: 'Workspace',
  lead: 'The organisation that starts agreements here, and the colleagues who do so.',
  nameHeading: 'Name of the workspace',
  name: 'Name',
  nameHelp: 'For instance the name of your municipality.',
  unnamed: 'Without a name yet',
  saveName: 'Save name',
  saved: 'Saved.',
  membersHeading: 'Colleagues',
  you: '(you)',
  rights: { admin: 'Admin', member: 'Member' },
  rightsHelp: 'A member starts and leads agreements. An admin also decides who is a member.',
  rightsOf: (name) => `Rights of ${name}`,
  noAccount: 'No account yet',
  since: (when) => `Since ${when}`,
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removal: {
    heading: (name) => `Remove ${name}`,
    body: (name) =>
      `${name} has no access to anything from that moment. Links to take part that ${name} made stop working. What ${name} wrote stays.`,
    takesOver: 'Who takes over?',
    leads: (name, count) =>
      count === 1
        ? `${name} leads 1 agreement alone. A colleague takes it over.`
        : `${name} leads ${count} agreements alone. A colleague takes them over.`,
    choose: 'Choose a colleague',
    missing: 'Choose who takes over.',
    button: (name) => `Remove ${name}`,
  },
  inviteHeading: 'Invite a colleague',
  inviteHelp: 'Your colleague gets a link to make an account. The link works for a week.',
  email: 'E-mail address',
  emailMissing: 'Fill in the e-mail address of your colleague.',
  invite: 'Invite',
  rightsLabel: 'Rights',
  invited: (email) => `A mail was sent to ${email}.`,
  handOver: (email) =>
    `No mail could be sent. Copy the link and give it to ${email} yourself. It is shown only now.`,
  link: 'Link',
  copy: 'Copy',
  copied: 'Copied',
  waitingHeading: 'Invited, not here yet',
  until: (when) => `Link works until ${when}`,
  withdraw: 'Withdraw',
  withdrawNamed: (email) => `Withdraw: ${email}`,
  busy: 'One moment',
  loading: 'We are fetching the workspace.',
}
