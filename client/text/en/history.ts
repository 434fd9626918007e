/** Who changed what and when, what is new since one's last visit, and a text as it was. */
export const history = {
  tab: 'History',
  title: 'History',
  busy: 'We are getting the history.',
  again: 'Get it again',
  notRefreshed: 'Getting the latest did not work. This is what we already had.',
  today: 'today',
  yesterday: 'yesterday',
  unknown: 'Unknown',
  you: '(you)',
  and: 'and',
  who: {
    show: 'Show in the text who wrote what',
    menuShow: 'Show who wrote what',
    menuHide: 'Hide who wrote what',
    help: 'Each piece of text begins with the initials of who wrote it. Text without initials was there from the start.',
    inArticle: (name: string) => `Who wrote in ${name}`,
    nobody: 'Only the text of the start stands here.',
    words: (count: number) => (count === 1 ? '1 word' : `${count} words`),
    passages: (count: number) => (count === 1 ? 'See 1 piece of text' : `See ${count} pieces of text`),
    passagesOf: (name: string) => `Pieces of text by ${name}`,
    more: (count: number) => `And ${count} more.`,
  },
  since: {
    mark: 'Changed',
    markLabel: 'Changed by somebody else since your last visit',
    heading: 'Since your last visit',
    visit: (when: string) => `Your last visit ended ${when}.`,
    first: 'This is your first visit. At a next visit you see here what others changed in the meantime.',
    nothing: 'Nobody else has changed anything since.',
    nothingHere: 'Nobody else has changed anything in this article since.',
    everywhere: 'Everywhere since your last visit',
    articles: (count: number) =>
      count === 1
        ? 'Since your last visit 1 article was changed.'
        : `Since your last visit ${count} articles were changed.`,
    step: (at: number, count: number, article: string) => `Changed, ${at} of ${count}: ${article}`,
    walk: 'Walk through them',
    next: 'Next',
    previous: 'Previous',
    look: 'What changed?',
    away: 'Do not show any more',
    open: (count: number) =>
      count === 1 ? '1 place changed since your last visit' : `${count} places changed since your last visit`,
  },
  article: {
    earlier: 'Earlier',
    all: 'Who changed this article',
    none: 'Nothing has been changed in this article yet.',
    facts: 'Facts and tables that stand here',
    older: 'Show older changes',
    look: 'See it as it was then',
    lookLabel: (when: string, name: string) => `See it as it was then: ${when}, ${name}`,
  },
  places: {
    front: 'Title and other facts of the agreement',
    unnamed: 'Article without a heading',
    gone: (heading: string) => `${heading} (taken out)`,
    goneUnnamed: 'An article that was taken out',
  },
  asItWas: {
    title: 'As it was then',
    busy: 'We are getting the text of that moment.',
    changedBy: (name: string, when: string) => `Change by ${name}, ${when}.`,
    which: 'Which text',
    after: 'After this change',
    before: 'Before this change',
    headingThen: (heading: string) => `The heading was then: ${heading}`,
    differences: 'Show what changed afterwards',
    gone: 'taken out afterwards',
    came: 'added afterwards',
    nearest: (when: string) =>
      `This is long ago. Not every change of then is kept apart. You see the text of ${when}.`,
    same: 'The text is now the same as then.',
    facts:
      'Facts that are filled in and tables are shown as they are now. Putting text back does not change them.',
    restore: 'Put this text back',
    restoring: 'We are putting the text back',
    restoreHelp:
      'The text of now goes away, for all parties. We keep it with the versions. You can also undo putting it back.',
    readOnly: 'Your invitation is for reading: you cannot put text back.',
    notThen: 'This article was not in the agreement then. Choose another moment.',
    goneNow:
      'This article was taken out. First put it back with ‘Add article’, below the list of articles. After that you can choose from the earlier text here.',
    restored: (name: string) => `The text of that moment is back: ${name}.`,
  },
  putBack: {
    article: (name: string, article: string) =>
      article === ''
        ? `${name} put an older text of an article back. What stood there is kept.`
        : `${name} put an older text back of ${article}. What stood there is kept.`,
    all: (name: string) => `${name} put an older text of the whole agreement back. What stood there is kept.`,
    go: 'Go to the article',
    look: 'See what stood there',
  },
}
