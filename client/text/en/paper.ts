/** The agreement as paper. */
export const paper = {
  label: 'The agreement',
  title: 'Title of the agreement',
  titleFollows: 'The title follows the name of the cooperation until you change it yourself.',
  followAgain: 'Follow the name of the cooperation again',
  heading: (article: string) => `Heading of ${article}`,
  annexTitle: (annex: string) => `Title of ${annex}`,
  text: (article: string) => `Text of ${article}`,
  withHeading: (article: string, heading: string) => `${article}, ${heading}`,
  articleNumber: (number: string) => `article ${number}`,
  annexNumber: (number: string) => `annex ${number}`,
  unnumbered: (heading: string) => `the part ${heading}`,
  facts: 'Facts with this article',
  leftOut: 'This clause is not in the agreement now.',
  parties: 'Parties',
  place: 'Place',
  readOnly: 'You are reading along. The text changes by itself when others write.',
  fact: {
    title: 'Fact',
    done: 'Done',
    usedElsewhere: 'This fact changes wherever it stands in the text.',
  },
}
