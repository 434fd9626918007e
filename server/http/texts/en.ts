import type { ProblemTexts } from './problem-texts.ts'

export const en: ProblemTexts = {
  'malformed-request': {
    title: 'This is not right',
    detail: 'The server does not understand this request. See errors for what should be different.',
  },
  'not-signed-in': {
    title: 'Who are you?',
    detail:
      'For this step the server must know who you are. Open your link again, or begin at the start screen.',
  },
  'not-allowed': {
    title: 'Not allowed',
    detail: 'You have no access to this. Ask the person who leads the agreement for a link.',
  },
  'wrong-origin': {
    title: 'Wrong page',
    detail: 'This request came from another website. Open Handslag itself and try it there.',
  },
  'not-found': { title: 'Not found', detail: 'There is nothing at this address.' },
  'unknown-template': {
    title: 'There is no such template',
    detail: 'There is no template with this name. Choose one from the list.',
  },
  'unknown-agreement': {
    title: 'There is no such agreement',
    detail: 'There is no agreement at this address. Check whether the address is right.',
  },
  'unknown-version': {
    title: 'There is no such version',
    detail: 'This agreement has no version with this number. Leave the version out to get the text of now.',
  },
  'unknown-moment': {
    title: 'This was not there then',
    detail: 'At that moment this article was not in the agreement. Choose another moment.',
  },
  'unknown-line': {
    title: 'This connection is gone',
    detail: 'The connection has ended. The page makes a new one by itself.',
  },
  'invalid-invitation': {
    title: 'This link does not work',
    detail: 'The link is incomplete, expired or withdrawn. Ask the person who invited you for a new one.',
  },
  'invalid-code': {
    title: 'This code does not work',
    detail: 'The code is wrong or was closed. Look at the screen again, or ask for a new code.',
  },
  'unknown-invitation': {
    title: 'There is no such link',
    detail: 'This link does not belong to this agreement. Load the list again.',
  },
  'unknown-participant': {
    title: 'This person does not take part',
    detail: 'This person does not take part in this agreement (any more). Load the list again.',
  },
  'last-facilitator': {
    title: 'Somebody has to lead',
    detail: 'This is the only one who leads. Let somebody else lead first.',
  },
  'newer-format': {
    title: 'Made with a newer version',
    detail: 'This file comes from a newer version of Handslag. Update this Handslag and try again.',
  },
  'scan-opened': {
    title: 'The scores are open already',
    detail: 'Everybody sees the scores already. Ask the person who leads whether parties may score on.',
  },
  'advice-changed': {
    title: 'This point has just changed',
    detail: 'The agreement has changed, and this point with it. Look again and then choose anew.',
  },
  'body-too-large': { title: 'Too large', detail: 'This is more than 4 MB. Make it smaller and try again.' },
  'too-many-requests': {
    title: 'One moment',
    detail: 'There were too many requests in a row. Wait a minute and try again.',
  },
  'not-yet-possible': { title: 'Not possible yet', detail: 'Handslag can not do this yet.' },
  'cannot-keep': {
    title: 'Can not be kept',
    detail: 'The server can not keep anything now. Nothing has changed. Try again later.',
  },
  'internal-error': {
    title: 'Something went wrong',
    detail: 'Something went wrong on the server. What was kept is safe. Try again.',
  },
}
