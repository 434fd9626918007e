import type { everywhere as nl } from '../nl/everywhere.ts'

export const everywhere: typeof nl = {
  product: 'Handslag',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  again: 'Try again',
  reload: 'Reload the page',
  toStart: 'To the start',
  optional: '(can wait)',
  skipToContent: 'To the content',
  language: 'Language',
  languages: { nl: 'Nederlands', en: 'English' },
  unnamedParty: 'No name yet',
  untitled: 'Agreement without a title',
  statuses: {
    draft: 'Draft',
    in_review: 'Under discussion',
    agreed: 'Agreed',
    ready_to_sign: 'Ready to sign',
    signed: 'Signed',
    in_force: 'In force',
    ended: 'Ended',
    archived: 'Archived',
  },
  roles: {
    facilitator: 'facilitator',
    writer: 'writer',
    commenter: 'reader who comments',
    reader: 'reader',
    signatory: 'signatory',
  },
}
