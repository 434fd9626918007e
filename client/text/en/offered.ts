import type { TextTable } from '../nl.ts'

export const offered: TextTable['offered'] = {
  heading: 'Your words are no longer in the text',
  said: (count) =>
    count === 1
      ? 'Something you wrote is no longer in the text. You can put it back at the bottom of the screen.'
      : `${count} pieces you wrote are no longer in the text. You can put them back at the bottom of the screen.`,
  open: (count) => (count === 1 ? 'Look' : `Look (${count})`),
  fold: 'Later',
  nowhere: 'In this agreement',
  why: {
    prose:
      'Somebody took this paragraph away, or joined it with another, while you were writing. They had not seen your words yet.',
    removed: 'Somebody took this away while you were writing. They had not seen your words yet.',
    overwritten: 'Somebody filled in something else here at the same moment. This was your answer.',
    restored: 'We had to go back to an earlier version. These words were not kept yet.',
    refused: 'These words could not be kept.',
    noAccess: 'These words were not kept yet when you could not come in any more.',
  },
  gone: 'We can no longer find the place. You can copy your words and put them somewhere else.',
  putBack: 'Put back',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying did not work. You can select the words yourself.',
  notNeeded: 'Not needed',
  done: (place) => `Your words are back in ${place}. You can also undo that.`,
  yes: 'yes',
  no: 'no',
}
