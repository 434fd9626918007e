import type { errors as nl } from '../nl/errors.ts'

export const errors: typeof nl = {
  title: 'That did not work',
  unreachableTitle: 'No connection to the server',
  unreachable: 'We cannot reach the server. Check your internet connection, then try again.',
  unexpectedAnswer: 'The server gave an answer we do not understand. Reload the page.',
  pageTitle: 'This page does not work right now',
  pageBody:
    'Something went wrong while drawing this page. What was kept is safe: it is on the server. Reload the page to go on.',
  notFoundTitle: 'This page does not exist',
  notFoundBody: 'Perhaps the address was not copied completely. You find your agreements from the start.',
}
