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
  'unknown-open-point': {
    title: 'This point is gone',
    detail: 'Somebody took this open point away. Load the list again.',
  },
  'too-many-open-points': {
    title: 'The list is full',
    detail: 'There are 500 points in the list already. First take away points that are done.',
  },
  'too-many-versions': {
    title: 'Too many versions',
    detail: 'As many versions of this agreement are kept as can be. Who leads it can remove old versions.',
  },
  'nothing-due': {
    title: 'Nothing for the calendar',
    detail: 'No open point has a date. Choose at a point when it has to be done.',
  },
  'last-facilitator': {
    title: 'Somebody has to lead',
    detail: 'This is the only one who leads. Let somebody else lead first.',
  },
  'newer-format': {
    title: 'Made with a newer version',
    detail: 'This file comes from a newer version of Handslag. Update this Handslag and try again.',
  },
  'agreement-archived': {
    title: 'This agreement is in the archive',
    detail:
      'While it is there you can read everything but change nothing. Whoever leads the meeting can take it back.',
  },
  'scan-opened': {
    title: 'The scores are open already',
    detail: 'Everybody sees the scores already. Ask the person who leads whether parties may score on.',
  },
  'unknown-proposal': {
    title: 'This proposal is not there',
    detail: 'Nothing was decided on it, or it is gone. Load the list again.',
  },
  'too-many-proposals': {
    title: 'There are too many proposals',
    detail: 'Decide first on proposals that are there already.',
  },
  'advice-changed': {
    title: 'This point has just changed',
    detail: 'The agreement has changed, and this point with it. Look again and then choose anew.',
  },
  'agreement-fixed': {
    title: 'The text is fixed',
    detail: 'What is fixed does not change any more. All parties together can open the text again.',
  },
  'not-fixed': {
    title: 'The text is open',
    detail: 'The text is not fixed, or nobody asked to open it again.',
  },
  'not-ready-to-sign': {
    title: 'Not to be signed yet',
    detail:
      'The text is not fixed yet. Who leads fixes it when all parties agree. Then there is a file to sign.',
  },
  'not-all-agreed': {
    title: 'Not everybody agrees yet',
    detail:
      'Not every party agrees with every article. Write down what was decided, or wait for their agreement.',
  },
  'changed-meanwhile': {
    title: 'The text has just changed',
    detail: 'It says something else now than on your screen. Read it again and then choose anew.',
  },
  'weak-password': {
    title: 'Choose a harder password',
    detail:
      'This password is too short or too easy to guess. Use 12 characters or more, for instance four separate words.',
  },
  'passkey-refused': {
    title: 'This passkey does not work',
    detail: 'The passkey belongs to no account here, or it took too long. Try again, or sign in another way.',
  },
  'wrong-sign-in': {
    title: 'Signing in did not work',
    detail: 'The e-mail address or the password is not right. Check them and try again.',
  },
  'invalid-link': {
    title: 'This link does not work any more',
    detail: 'The link was used, is too old or is incomplete. Ask for a new one.',
  },
  'unknown-member': {
    title: 'There is no such member',
    detail: 'This person is not (or no longer) in the workspace. Load the page again.',
  },
  'address-in-use': {
    title: 'This address is taken',
    detail: 'Another account has this e-mail address already. Choose another one.',
  },
  'no-address': {
    title: 'There is no e-mail address yet',
    detail: 'Fill in your e-mail address with your account first.',
  },
  'last-admin': {
    title: 'There must be an admin',
    detail: 'This is the only admin. Make another member an admin first.',
  },
  'needs-hand-over': {
    title: 'Choose who takes over',
    detail: 'This person leads agreements that nobody else leads. Choose a colleague who takes them over.',
  },
  'token-too-narrow': {
    title: 'This token may not do that',
    detail: 'The token of this program was not made for this. Make a token with more rights.',
  },
  'hand-over-first': {
    title: 'Hand over first',
    detail:
      'You are the only one who leads an agreement. Let somebody else lead it first, or delete that agreement.',
  },
  'other-title': {
    title: 'This is another title',
    detail: 'What you typed is not the title of this agreement. Nothing was deleted.',
  },
  'unknown-thread': {
    title: 'There is no such comment',
    detail: 'This comment is not there (any more). Load the list again.',
  },
  'too-many-comments': {
    title: 'No more fits here',
    detail: 'There are as many comments here as there can be. Go on in another place.',
  },
  'no-mail': {
    title: 'No mail here',
    detail: 'This Handslag can not send mail. Sign in with your password, or ask the admin for a link.',
  },
  'no-office': {
    title: 'Not this kind of file here',
    detail:
      'This Handslag can not make OpenDocument or PDF. Take the Word file, or ask the administrator for LibreOffice.',
  },
  'office-failed': {
    title: 'The file was not made',
    detail: 'Making this file did not work. Try again later, or take the Word file.',
  },
  'too-slow': {
    title: 'That took too long',
    detail: 'The server waited for the rest of the request, which did not come in time. Try again.',
  },
  'headers-too-large': {
    title: 'The headers are too large',
    detail:
      'The headers of this request are too large together. If need be clear the cookies of this address and try again.',
  },
  'body-too-large': {
    title: 'Too large',
    detail: 'This is more than can be sent here at once. Make it smaller and try again.',
  },
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
  'unknown-return': {
    title: 'This file is no longer here',
    detail:
      'The file that was brought back has been removed. Bring it back again if you still want to use it.',
  },
  'too-many-returns': {
    title: 'There are too many files',
    detail:
      'As many files as possible that were brought back are kept with this agreement. First remove files that you are done with.',
  },
  'file-no-word-file': {
    title: 'This is no Word file',
    detail:
      'Choose a file of Word or LibreOffice, with .docx behind its name. Is it another kind of file? Then first save it as a Word document (.docx).',
  },
  'file-not-ours': {
    title: 'This file does not come from Handslag',
    detail:
      'We can only compare a Word file that you took along from here. Take the agreement along again and put your changes in that file.',
  },
  'file-data-lost': {
    title: 'We no longer know what this file was made of',
    detail:
      'The program in which you saved the file took out what we compare with, and we can not find the text of that time. Take the agreement along again, put your changes in that file and bring it back.',
  },
  'file-comparison': {
    title: 'This file is a comparison',
    detail:
      'A comparison holds two texts at once, so we can not find changes in it. Take the Word file along and put your changes in that file.',
  },
  'file-other-agreement': {
    title: 'This file belongs to another agreement',
    detail: 'Open that other agreement and bring the file back there.',
  },
  'file-newer-format': {
    title: 'Made with a newer version',
    detail:
      'This file was made with a newer Handslag. Reload this page. If that does not help, ask whoever runs this Handslag to update it.',
  },
  'file-damaged': {
    title: 'This file is damaged',
    detail:
      'We can not read the file. Open it in Word or LibreOffice, save it again as .docx, and choose it once more.',
  },
  'file-encrypted': {
    title: 'This file has a password',
    detail: 'We can not open the file. Take the password off in Word, save it, and choose it once more.',
  },
  'file-too-large': {
    title: 'This file is too large',
    detail: 'Take large pictures out of the file, save it, and choose it once more.',
  },
  'file-macros': {
    title: 'There are macros in this file',
    detail:
      'A macro is a program in a file, and we do not accept those. Save the file as an ordinary Word document (.docx) and choose it once more.',
  },
  'file-external-links': {
    title: 'This file fetches something from elsewhere',
    detail:
      'Something in it is fetched from another place, such as a linked picture. Take it out or paste it into the file itself, save it, and choose it once more.',
  },
}
