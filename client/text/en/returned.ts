import type { TextTable } from '../nl.ts'

const of = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const things = (proposals: number, comments: number) =>
  [
    proposals === 0 ? '' : of(proposals, 'proposal', 'proposals'),
    comments === 0 ? '' : of(comments, 'comment', 'comments'),
  ]
    .filter(Boolean)
    .join(' and ')

/** A Word file that was worked on elsewhere comes back: what it says otherwise, to take over or to leave. */
export const returned: TextTable['returned'] = {
  title: 'Bring a file back',
  busy: 'One moment, we are fetching what there is.',
  lead: 'Did you work on the Word file outside Handslag? Bring it back here. You see what is different in the file, and choose what to take over. Nothing changes by itself: what you take over becomes a proposal.',
  notYours: 'Bringing a file back is for those who may write in this agreement.',
  offline:
    'Bringing back needs a connection. Your file stays on your device. Try again when there is a connection.',
  choose: 'Choose a Word file',
  drop: 'Place to drop a Word file',
  dropHelp: 'Choose the file (.docx), or drag it here.',
  readingFile: 'We are reading the file and comparing it with the agreement.',
  tooLarge:
    'This file is larger than 20 MB. Take large pictures out of it, save it, and choose it once more.',
  earlier: 'Brought back before',
  ofOthers: 'From others',
  nameless: 'Word file',
  someone: 'somebody without a name',
  broughtBy: (when, name) => `Brought back ${when}, by ${name}.`,
  counts: (found, taken, left) =>
    found === 0
      ? 'Nothing was different.'
      : `${of(found, 'difference', 'differences')}, of which ${taken} taken over and ${left} not.`,
  open: 'Look',
  openLabel: (name) => `Look at ${name}`,
  remove: 'Remove',
  removeLabel: (name) => `Remove: ${name}`,
  removeAsk: 'The file goes away here. What was taken over from it stays.',
  removeYes: 'Yes, remove',
  removed: 'The file was removed. What was taken over from it stays.',
  toList: 'Another file',
  file: (name) => `File: ${name}`,
  nothing: 'The file says the same as the agreement.',
  nothingFree: 'All that is in this file was decided on, or says so here already.',
  sum: (count) => `${of(count, 'difference', 'differences')} from the agreement.`,
  conflicts: (count) =>
    `At ${count} of them something changed here too in the meantime. Those are not chosen beforehand.`,
  legend: 'What is gone in the file is struck through. What was added is underlined.',
  notCompared:
    'The table of contents, the headers and footers, and the layout, such as bold or colour, are not compared. What is different there is not shown here.',
  facts: 'Facts and the whole',
  unnamed: 'Article without a heading',
  kinds: {
    words: 'Other words',
    fact: 'Another fact',
    comment: 'Comment in the file',
    reply: 'Answer to a comment',
    remark: 'Can not be a proposal',
  },
  remarkHelp: 'We can not take this over by ourselves. You can put it beside the text as a comment.',
  accordingTo: (people) => `according to the file of ${people}`,
  was: 'It first said',
  inFile: 'In the file',
  here: 'Here it now says',
  empty: 'nothing',
  goneWord: 'gone',
  cameWord: 'added',
  meanwhile: {
    changed: 'Something changed here too in the meantime. Read all three before you choose.',
    gone: 'What stood here has been taken out in the meantime.',
  },
  alreadySo: (count) => `Says so here already (${count})`,
  select: 'Chosen',
  selectLabel: (what) => `Choose: ${what}`,
  selectAll: 'Choose all that is free',
  selectNone: 'Choose nothing',
  take: 'Take over as a proposal',
  takeComment: 'Put beside the text as a comment',
  takeReply: 'Put with the comment as an answer',
  leave: 'Do not take over',
  takeAfterAll: 'Take over after all',
  takeAll: (proposals, comments) => `Put ${things(proposals, comments)} in the agreement`,
  chooseFirst: 'First choose what you want to take over.',
  taking: 'One moment, we are putting it in.',
  isTaken: 'Taken over. Others decide on it.',
  isTakenComment: 'Stands beside the text as a comment.',
  isLeft: 'Not taken over.',
  done: (proposals, comments) =>
    `${things(proposals, comments)} ${proposals + comments === 1 ? 'is' : 'are'} now in the agreement.`,
  doneLeft: 'That was not taken over.',
  notDone: (count) =>
    `${of(count, 'change was', 'changes were')} not taken over: the text here has just changed. Read again and then choose.`,
  toProposals: 'See the proposals in the text',
  before: 'How the agreement was before this stands under Versions.',
}
