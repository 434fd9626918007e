import type { join as nl } from '../nl/join.ts'

export const join: typeof nl = {
  pageTitle: 'Join',
  busy: 'We are looking up your invitation.',
  heading: 'You are invited to write along',
  headingReader: 'You are invited to read along',
  forAgreement: 'Agreement',
  forParty: 'You take part for',
  forFacilitator: 'You lead this agreement',
  otherParties: 'Also in this agreement',
  name: 'Your name',
  nameHelp: 'Your first name is enough. Others see this name with what you write. You need no account.',
  nameMissing: 'Fill in your name.',
  button: 'Join',
  pending: 'One moment',
  kept: 'We keep your name and what you write with this agreement. On this device we keep that you take part.',
  wrong: {
    heading: 'This link does not work',
    body: 'Perhaps the link is too old, was withdrawn, or was not copied completely. Nothing is lost.',
    now: 'Ask whoever invited you for a new link. Or scan the QR code again.',
  },
  noSecret: {
    heading: 'Open the link of your invitation',
    body: 'This is the page to join, but the last part of the link is missing. Open the whole link again, or scan the QR code.',
  },
}
