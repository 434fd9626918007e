import type { leave as nl } from '../nl/leave.ts'

export const leave: typeof nl = {
  button: 'Sign out',
  busy: 'You are being signed out',
  shared: {
    label: 'Shared computer',
    strip: 'Shared computer: nothing of yours stays here.',
    button: 'Done, sign out',
    pageTitle: 'Agreement',
  },
  unsent: {
    title: 'Not everything is kept yet',
    body: (count) =>
      count === 1
        ? 'One change of yours stands on this device alone. If you sign out now, it is gone.'
        : `${count} changes of yours stand on this device alone. If you sign out now, they are gone.`,
    stay: 'Do not sign out yet',
    go: 'Sign out anyway',
  },
  failed: {
    title: 'You are not quite signed out yet',
    body: 'Everything of yours was taken off this device, but we could not reach the server. Try again, or close the browser altogether.',
  },
  done: {
    pageTitle: 'Signed out',
    heading: 'You are signed out',
    body: 'Nothing of yours is on this device any more. What you wrote stands with the agreement.',
    now: 'Do you want to take part again? Then open the link of your invitation again.',
  },
}
