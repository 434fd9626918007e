import type { sharing as nl } from '../nl/sharing.ts'

const times = (count: number) => {
  if (count === 0) return 'Nobody came in yet'
  return count === 1 ? '1 person came in' : `${count} people came in`
}

export const sharing: typeof nl = {
  busy: 'We are fetching the links.',
  code: {
    heading: 'Code for in the room',
    lead: 'For people who sit here together: they go to the address and type the code.',
    open: 'Show a code',
    opening: 'The code is being made',
    again: 'Make a new code',
    openElsewhere: (until) =>
      `A code is open until ${until}. This page cannot show it any more. Make a new one; the old one then stops.`,
    goTo: 'Go to',
    andType: 'and type',
    orScan: 'Or scan',
    qr: 'QR code that lets you in with this code',
    until: (moment, count) => `Works until ${moment}. ${times(count)}.`,
    large: 'Large on the screen',
    close: 'Close the code',
    closing: 'The code is being closed',
  },
  links: {
    heading: 'Links',
    until: (moment) => `until ${moment}`,
    uses: times,
    notUsed: 'not used yet',
    asksFirst: 'you let people in yourself',
    notHere: 'This link cannot be shown again. Lost it? Make a new one and withdraw this one.',
    revoke: 'Withdraw',
    revokeNamed: (name) => `Withdraw: ${name}`,
    revokeAsk: (name) => `Withdraw: ${name}?`,
    revokeMeans:
      'Then nobody comes in by this link any more. Whoever takes part already, goes on taking part.',
    revokeYes: 'Yes, withdraw',
    revoking: 'The link is being withdrawn',
    revoked: (name) => `Withdrawn: ${name}.`,
    over: (count) => (count === 1 ? '1 link that no longer works' : `${count} links that no longer work`),
    revokedAt: (moment) => `withdrawn ${moment}`,
    expiredAt: (moment) => `expired ${moment}`,
  },
  make: {
    open: 'Make another link',
    heading: 'A new link',
    forWhom: 'For whom',
    nobody: 'No party',
    role: 'What may they do',
    roles: {
      facilitator: 'Lead along',
      writer: 'Write',
      commenter: 'Read and comment',
      reader: 'Read only',
      signatory: 'Read and sign',
    },
    label: 'Name of the link',
    labelHelp: 'For example: board of Foundation X. So you see later who came by it.',
    until: 'How long does it work',
    untils: { tonight: 'Until tonight', week: 'A week', quarter: '90 days' },
    askFirst: 'I let everybody in myself',
    button: 'Make the link',
  },
  closeAll: {
    button: 'Close all links',
    busy: 'The links are being closed',
    heading: 'Close all links?',
    body: 'The links and the code then no longer work. Whoever takes part already goes on taking part.',
    done: (count) => (count === 1 ? '1 link is closed.' : `${count} links are closed.`),
  },
}
