import type { LinkKind } from '../../../shared/protocol/endpoints-accounts.ts'
import type { Language } from './language.ts'

type Mailed = { name: string; address: string; workspace: string }
type MailText = { subject: string; text: (mailed: Mailed) => string }

const dutch: Record<LinkKind, MailText> = {
  'sign-in': {
    subject: 'Uw link om u aan te melden bij Handslag',
    text: ({ name, address }) => `${greetDutch(name)}

Met deze link meldt u zich aan bij Handslag:

${address}

De link werkt één keer, een kwartier lang. Vroeg u er niet om? Dan hoeft u niets te doen.
`,
  },
  password: {
    subject: 'Kies een nieuw wachtwoord voor Handslag',
    text: ({ name, address }) => `${greetDutch(name)}

Met deze link kiest u een nieuw wachtwoord voor Handslag:

${address}

De link werkt één keer, een kwartier lang. Vroeg u er niet om? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.
`,
  },
  email: {
    subject: 'Bevestig uw e-mailadres voor Handslag',
    text: ({ name, address }) => `${greetDutch(name)}

U wilt dit e-mailadres gebruiken bij Handslag. Open deze link om dat te bevestigen:

${address}

De link werkt één keer, een kwartier lang. Vroeg u er niet om? Dan hoeft u niets te doen.
`,
  },
  member: {
    subject: 'U bent uitgenodigd voor Handslag',
    text: ({ address, workspace }) => `Goedendag,

Een collega nodigt u uit voor ${workspace === '' ? 'de werkruimte' : `de werkruimte "${workspace}"`} in Handslag. Daar schrijft u samen met partners aan een overeenkomst.

Met deze link kiest u een naam en een wachtwoord:

${address}

De link werkt één keer, een week lang. Kent u Handslag niet? Dan hoeft u niets te doen.
`,
  },
}

const english: Record<LinkKind, MailText> = {
  'sign-in': {
    subject: 'Your link to sign in to Handslag',
    text: ({ name, address }) => `${greetEnglish(name)}

With this link you sign in to Handslag:

${address}

The link works once, for a quarter of an hour. You did not ask for it? Then you need not do anything.
`,
  },
  password: {
    subject: 'Choose a new password for Handslag',
    text: ({ name, address }) => `${greetEnglish(name)}

With this link you choose a new password for Handslag:

${address}

The link works once, for a quarter of an hour. You did not ask for it? Then you need not do anything: your password stays as it is.
`,
  },
  email: {
    subject: 'Confirm your e-mail address for Handslag',
    text: ({ name, address }) => `${greetEnglish(name)}

You want to use this e-mail address with Handslag. Open this link to confirm it:

${address}

The link works once, for a quarter of an hour. You did not ask for it? Then you need not do anything.
`,
  },
  member: {
    subject: 'You are invited to Handslag',
    text: ({ address, workspace }) => `Hello,

A colleague invites you to ${workspace === '' ? 'the workspace' : `the workspace "${workspace}"`} in Handslag, where you write an agreement together with partners.

With this link you choose a name and a password:

${address}

The link works once, for a week. You do not know Handslag? Then you need not do anything.
`,
  },
}

const greetDutch = (name: string) => (name === '' ? 'Goedendag,' : `Dag ${name},`)
const greetEnglish = (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`)

/** What each mail says, by what its link is for. */
export const MAILS: Record<Language, Record<LinkKind, MailText>> = { nl: dutch, en: english }
