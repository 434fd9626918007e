import type { TextTable } from '../nl.ts'

/** Fixing the text, and opening it again. */
export const fixing: TextTable['fixing'] = {
  fixed: 'Fixed',
  heading: 'Fix the text',
  lead: 'After that nobody writes in the text any more, and the Word file stays exactly as it is then.',
  allAgreed: 'All parties agree with all articles and annexes.',
  notAllAgreed: 'Not all parties agree with everything yet. Write down what you decided about that.',
  decision: 'What was decided?',
  decisionMissing: 'Write down what was decided.',
  fix: 'Fix the text',
  fixing: 'We are fixing the text',
  fixedOn: (day, name) => `Fixed on ${day} by ${name}`,
  decided: 'Decided when it was fixed:',
  version: (number) => `Version ${number}`,
  fileHash: 'Check number of the Word file',
  textHash: 'Check number of the text',
  proof: 'Check numbers',
  ask: {
    heading: 'Open it again',
    lead: 'Every party has to agree to that. After that each party agrees anew.',
    reason: 'Why does the text have to be opened?',
    reasonMissing: 'Write down why.',
    go: 'Ask the parties',
    back: 'Take the question back',
    asked: (name, day) => `${name} has been asking since ${day} whether the text may be opened.`,
    agreed: (names) => `Agreed: ${names}`,
    nobody: 'No party has answered yet.',
    agree: (party) => `The text may be opened, for ${party}`,
    said: 'Your party has said that the text may be opened.',
  },
  busy: 'One moment',
}
