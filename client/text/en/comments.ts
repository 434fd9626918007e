import type { TextTable } from '../nl.ts'

/** What people say to each other about a place of the agreement. */
export const comments: TextTable['comments'] = {
  tab: 'Comments',
  busy: 'We are fetching the comments.',
  stale: 'The newest comments could not be fetched. This is what we had.',
  again: 'Fetch again',
  filter: {
    label: 'Which comments',
    open: 'Open',
    resolved: 'Resolved',
    mine: 'For me',
  },
  scope: {
    label: 'Where',
    article: 'In this article',
    all: 'In the whole agreement',
  },
  list: 'Comments',
  keys: 'The arrow keys up and down go from comment to comment. Enter goes to the place in the text. Ctrl+Alt+M brings you back.',
  previous: 'Previous comment',
  next: 'Next comment',
  none: {
    open: 'There are no open comments.',
    resolved: 'Nothing has been resolved yet.',
    mine: 'There are no comments for you. Here you see where somebody mentions you, and talks that you take part in.',
  },
  help: 'Choose words in the text and then ‘Comment’. Or comment on a whole article.',
  elsewhere: (count) =>
    count === 1
      ? 'There is 1 open comment in another place.'
      : `There are ${count} open comments in other places.`,
  circle: {
    label: 'Who sees this',
    everyone: 'For all parties',
    organisation: (name) => `Only within ${name}`,
    leaders: 'Only for those who lead the meeting',
  },
  place: {
    passage: 'About these words',
    gone: 'The text is gone; this stood there:',
    takenOut: 'This is no longer in the agreement:',
    article: (name) => `About the whole article: ${name}`,
    fact: (name) => `About the fact: ${name}`,
    row: (name) => `About the row: ${name}`,
    proposal: 'About a proposal',
    goTo: 'Go to the place',
  },
  write: {
    onWords: 'Comment',
    button: 'Make a comment',
    onArticle: 'Comment on this article',
    onFact: 'Comment on this fact',
    onRow: 'Comment on this row',
    heading: 'New comment',
    label: 'Your comment',
    help: 'Type @ to mention somebody.',
    send: 'Post comment',
    tooLong: (most) => `This is too long. A comment holds ${most} characters.`,
    empty: 'Write your comment first.',
    nothingChosen: 'Choose words in the text first.',
  },
  mention: {
    label: 'People you can mention',
    found: (count) => (count === 1 ? '1 person found' : `${count} people found`),
    outside: (name) => `${name} does not see this comment. Take the name away or choose ‘For all parties’.`,
  },
  thread: {
    by: (name) => `Comment by ${name}`,
    changed: 'changed',
    removed: 'This comment was removed.',
    waiting: 'Not sent yet',
    refused: 'Not posted',
    retry: 'Try again',
    drop: 'Throw away',
    reply: 'Reply',
    replyLabel: 'Your reply',
    sendReply: 'Post reply',
    resolve: 'Resolved',
    reopen: 'Open again',
    resolvedBy: (name, when) => `Resolved by ${name}, ${when}`,
    reopenedBy: (name, when) => `Opened again by ${name}, ${when}`,
    own: (when) => `Your comment of ${when}`,
    change: 'Change',
    changeLabel: 'Change your comment',
    makePoint: 'Make it an open point',
    save: 'Save',
    remove: 'Remove',
  },
  of: {
    count: (count) => (count === 1 ? '1 open comment' : `${count} open comments`),
    open: (count, name) =>
      count === 0
        ? `Comment on ${name}`
        : count === 1
          ? `1 open comment on ${name}`
          : `${count} open comments on ${name}`,
  },
  selection: {
    make: 'Comment',
    look: 'Look at the comment',
  },
}
