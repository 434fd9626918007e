import type { TextTable } from '../nl.ts'

const named = (name: string) => name || 'this article'

export const articles: TextTable['articles'] = {
  menu: (name) => `${named(name)}: move and more`,
  menuHint: 'Drag to move, or use Alt with the up or down arrow.',
  up: 'Move up',
  down: 'Move down',
  addAfter: 'Add an article after this one',
  addAnnexAfter: 'Add an annex after this one',
  restore: 'Put back the text of the template',
  remove: 'Take out',
  moved: (name, place, count) => `${named(name)} is now number ${place} of ${count}.`,
  removed: (name) => `${named(name)} was taken out.`,
  undo: 'Undo',
  byOther: {
    who: (name, party) => (party === null ? name : `${name} (${party})`),
    removed: (who, name) => `${who} took this out: ${named(name)}. Every word is kept.`,
    moved: (who, name, now) =>
      `${who} moved this: ${named(name)}.${now === null ? '' : ` It is now ${now}.`}`,
    putBack: 'Put it back',
  },
  notice: 'Message',
  dismiss: 'Close this message',
  toFill: (count) => `${count} to fill in`,
  toFillIn: (count, name) => `${count} to fill in in ${named(name)}`,
  add: {
    article: 'Add an article',
    annex: 'Add an annex',
    placed: (name) => `It comes after ${named(name)}.`,
    removed: 'Taken out: put back with every word',
    fromThis: 'From the template of this agreement',
    allThere: 'Everything of this template is here already.',
    fromOther: 'From another template',
    chooseOther: 'Choose a template',
    blank: 'Write your own',
    blankHeading: 'Heading',
    blankButton: 'Add empty',
    required: 'belongs here',
  },
  restoring: {
    title: 'Put back the text of the template',
    from: (template, edition) => `You put back the text of the template ‘${template}’, edition ${edition}.`,
    otherEdition: (edition) => `This article came from edition ${edition}.`,
    now: 'The text as it is now',
    copyFirst: 'Do you want to keep some of it? Copy it first. You can also undo putting back.',
    copy: 'Copy',
    copied: 'Copied',
    confirm: 'Put back the text of the template',
    same: 'The text is the same as that of the template.',
    gone: 'The template no longer has this article. Your text stays.',
  },
  definition: {
    title: (role) => `There are several parties in the role ‘${role}’ now.`,
    body: (term) => `Say who is meant by ‘${term}’. This proposal is added to the definitions:`,
    add: 'Add to the definitions',
  },
}
