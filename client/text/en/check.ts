import type { check as nl } from '../nl/check.ts'

export const check: typeof nl = {
  before: 'Meeting somewhere else soon?',
  link: 'Test your connection',
  pageTitle: 'Test your connection',
  heading: 'Test your connection',
  lead: 'Do this test in the place and on the device of the meeting, best a day before. It takes less than a minute.',
  steps: 'What we test',
  running: 'The test is running.',
  again: 'Test again',
  state: { waiting: 'Not tested yet', busy: 'Busy', good: 'Works', bad: 'Does not work' },
  step: {
    reached: {
      name: 'Reaching Handslag',
      good: 'Your device reaches Handslag.',
      bad: 'Handslag does not answer.',
    },
    socket: {
      name: 'The quick connection',
      good: 'What you write goes back and forth at once.',
      bad: 'Your network blocks the quick connection.',
    },
    line: {
      name: 'The spare connection',
      good: 'The slower way is open, for when the quick one is not.',
      bad: 'The slower way does not work either.',
    },
    storage: {
      name: 'Keeping on this device',
      good: 'If the internet fails, your text stays kept here.',
      bad: 'This browser keeps nothing for us. If the internet fails, do not close the page. Are you in a private window? Then use an ordinary one.',
    },
  },
  pace: {
    quick: 'Back and forth is quick: you notice no waiting.',
    fine: 'Back and forth is fine: you see each other’s letters almost at once.',
    noticeable: 'Back and forth is noticeably slow: you see each other’s letters after a moment.',
    slow: 'Back and forth is very slow: you see each other’s letters only after some seconds.',
  },
  verdict: {
    good: { title: 'You can hold your meeting', body: 'Writing together works well from here.' },
    slower: {
      title: 'It works, a bit slower',
      body: 'You can hold your meeting. Your network blocks the quick connection; Handslag takes another way by itself. Nothing gets lost. Your IT department can open the quick way.',
    },
    slow: {
      title: 'It works, but slowly',
      body: 'You can hold your meeting, but this connection is slow. Try another place or another network.',
    },
    blocked: {
      title: 'Writing together does not work here yet',
      body: 'You do reach Handslag, but your network does not let writing together through. Ask your IT department for help, or use the internet of a phone for the meeting.',
    },
    notReached: {
      title: 'No connection with Handslag',
      body: 'See whether you have internet and test again. Do other websites work? Then ask your IT department for help.',
    },
  },
  ict: {
    heading: 'You can ask your IT department this',
    help: 'Copy this text and mail it. Your name and your texts are not in it.',
    resultHeading: 'The result, to pass on',
    copy: 'Copy the result',
    copied: 'Copied',
    copyFailed: 'Copying does not work in this browser. Select the text and copy it yourself.',
  },
  report: {
    heading: 'Handslag: result of the connection test',
    address: 'Address:',
    time: 'Tested on:',
    works: 'works',
    fails: 'does not work',
    steps: {
      reached: 'HTTP to the server',
      socket: 'WebSocket',
      line: 'Spare way over plain HTTP requests',
      storage: 'Storage in the browser (IndexedDB)',
    },
    ask: 'Our question to who runs the network:',
    allowSockets: (address) => `Allow WebSocket connections (HTTP Upgrade) to ${address}`,
    doNotHold: (address) =>
      `Do not hold answers of ${address} to scan or bundle them, and allow GET, POST and DELETE there`,
  },
}
