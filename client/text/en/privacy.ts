import type { TextTable } from '../nl.ts'

export const privacy: TextTable['privacy'] = {
  page: 'Privacy',
  menu: 'Privacy and my data',
  heading: 'What we keep about you',
  lead: 'Here is what Handslag knows of you, why, and how long. You can download all of it. You can also have yourself erased.',
  what: 'What, why and how long',
  why: 'Why',
  howLong: 'How long',
  kept: [
    {
      what: 'Your name, your role, and for which party you take part',
      why: 'So the others in the agreement see who writes.',
      howLong: 'As long as the agreement is there, or until you have yourself erased.',
    },
    {
      what: 'What you write: the text, notes, scores and choices',
      why: 'That is the agreement itself.',
      howLong:
        'As long as the agreement is there. When you have yourself erased the text stays, without your name.',
    },
    {
      what: 'When you changed something, and when you were there last',
      why: 'So everybody sees what is new. When you were there, only you see.',
      howLong: 'As long as the agreement is there. Your visits go when you have yourself erased.',
    },
    {
      what: 'The agreement, concern or objection that you give for your party',
      why: 'All parties see who gave it, when, and to which text.',
      howLong: 'As long as the agreement is there. If you have yourself removed, it stays without your name.',
    },
    {
      what: 'That you do not understand an article, if you press that',
      why: 'So you count once. We keep it without your name. Nobody sees who it was.',
      howLong: 'Until it was talked about in the meeting, or until you take it back.',
    },
    {
      what: 'A Word file that you bring back',
      why: 'So you see what is different in it. Only you see what is in the file.',
      howLong: 'Until you remove it, have yourself erased, or the agreement goes.',
    },
    {
      what: 'A key in your browser (a cookie)',
      why: 'So you need your link only once. The key follows you nowhere.',
      howLong: '90 days, or until you sign out. On a shared computer half a day at most.',
    },
    {
      what: 'The text of your agreement on this device',
      why: 'So you can write on without a connection.',
      howLong: 'Until you sign out. On a shared computer we keep nothing on the device.',
    },
    {
      what: 'If you have an account: your e-mail address, your password (unreadable) and your passkeys',
      why: 'You sign in with them. Only colleagues who start agreements have an account.',
      howLong: 'Until you have yourself erased, or an admin removes your account.',
    },
    {
      what: 'The log: who invited somebody, came in, downloaded or deleted something',
      why: 'So one can see afterwards what happened. It holds no names, no text and no passwords.',
      howLong: 'The log stays. Once you are erased, the number in it leads to nobody.',
    },
  ],
  never: {
    heading: 'What we do not do',
    body: 'We do not follow you and sell nothing. No page fetches anything from another website. What you do does not get into technical logs with your name or address.',
  },
  agreements: {
    heading: 'How long an agreement stays',
    never: 'Agreements are never deleted by themselves here. Who leads an agreement can delete it.',
    months: (months) =>
      `Agreements are deleted here when nothing changes in them for ${months === 1 ? 'a month' : `${months} months`}. Who leads one sees that beforehand, and can also delete it.`,
    backups:
      'Deleted is really gone. Only in backups it still stands, until those are thrown away. Who runs this Handslag knows how long that takes.',
  },
  ask: {
    heading: 'Questions?',
    body: (workspace) =>
      `Ask the person who leads your agreement${workspace === '' ? '' : `, or ${workspace}`}. If you do not agree together, you can complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).`,
  },
  mine: {
    heading: 'My data',
    nobody:
      'On this device we do not know who you are. Open your link first, or sign in. Then you can download your data here or have yourself erased.',
    you: (name) => (name === '' ? 'You read along without a name.' : `You are known here as ${name}.`),
    downloadHelp: 'You get one file (JSON) with all that we keep about you.',
    download: 'Download my data',
    downloaded: 'Your data is among your downloads.',
    busy: 'One moment',
    loading: 'We look who you are.',
    eraseHelp: 'Your name and all that lets you in go. What you wrote stays.',
    erase: 'Erase me',
    eraseHeading: 'Do you want to be erased?',
    eraseBody: [
      'Everywhere your name becomes “voormalig deelnemer” (former participant).',
      'Your account, e-mail address, passkeys and visits go.',
      'You are signed out on all your devices at once.',
      'What you wrote stays in the agreement.',
    ],
    noWayBack: 'This can not be undone.',
    eraseButton: 'Yes, erase me',
  },
  retention: {
    heading: 'How long agreements stay',
    help: 'Choose after how many months without a change an agreement is deleted. Who leads it sees that at least 60 days before.',
    label: 'Delete agreements',
    never: 'Never by themselves',
    after: (months) =>
      months % 12 === 0
        ? `After ${months === 12 ? '1 year' : `${months / 12} years`} without a change`
        : `After ${months} months without a change`,
    save: 'Save',
    saved: 'Saved.',
  },
  warning: {
    list: (day) => `Will be deleted on ${day} when nothing changes`,
    title: 'This agreement will be deleted soon',
    body: (day) =>
      `Nothing has changed for long. On ${day} this agreement is deleted. When you change something in the text, it stays longer. You can also download it as a Word file.`,
  },
  deletion: {
    heading: 'Delete this agreement',
    until: (day) => `When nothing changes any more, this agreement is deleted by itself on ${day}.`,
    forever: 'This agreement is never deleted by itself.',
    help: 'The text, its history, the notes, the scores and the links go, for everybody. In the log it stays that you did this.',
    button: 'Delete this agreement',
    question: 'Do you want to delete this agreement?',
    download: 'Download the Word file first if you want to keep the text.',
    title: 'Type the title',
    titleIs: (title) => `The title is: ${title}`,
    titleMissing: 'Type the title exactly as it stands above.',
    confirm: 'Delete for everybody',
    busy: 'The agreement is being deleted',
  },
}
