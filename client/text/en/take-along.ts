import type { TextTable } from '../nl.ts'

export const takeAlong: TextTable['takeAlong'] = {
  button: 'Take along',
  heading: 'Take along',
  groups: {
    read: 'To read and to keep',
    work: 'To work on',
    elsewhere: 'For a website or another program',
  },
  files: {
    word: {
      name: 'Word file',
      what: 'The whole text as it stands now. To read, to print and to sign.',
    },
    wordToSign: {
      name: 'Word file to sign',
      what: 'The fixed text, with page numbers in its contents. Does Word ask on opening whether it may update fields? Choose Yes: else the numbers are missing.',
    },
    summary: {
      name: 'Summary on one page',
      what: 'Who does what, the money and who decides. A Word file to hand out.',
    },
    public: {
      name: 'Public version',
      what: 'The whole text without names, addresses and telephone numbers of people. Check it before you publish it.',
    },
    wordToWorkOn: {
      name: 'Word file with comments and proposals',
      what: 'To work on outside Handslag. What your organisation says among its own is not in it.',
    },
    form: {
      name: 'Empty form in Word',
      what: 'The text with empty places and empty tables to fill in. Bring it back, and you see what was filled in.',
    },
    publicHtml: {
      name: 'Public version as a web page',
      what: 'The whole text without data of people, for a website. Check it first.',
    },
    pdf: {
      name: 'PDF for the archive (PDF/A)',
      what: 'Looks the same everywhere. To keep; one can not work on in it.',
    },
    odt: {
      name: 'OpenDocument (ODT)',
      what: 'For LibreOffice and other programs. What you change in it Handslag can not recognise.',
    },
    html: {
      name: 'Web page (HTML)',
      what: 'The whole text for a website or intranet. Opens in every browser.',
    },
    json: {
      name: 'Data (JSON)',
      what: 'All that is filled in, without layout. For those who make or run programs.',
    },
  },
  whyNot: {
    open: 'This cannot be done yet. The text must be fixed first.',
    fixed: 'This cannot be done now. The text is fixed; of that there is one Word file, without comments.',
    noOffice: 'This cannot be done here: there is no LibreOffice on this server. Ask the administrator.',
  },
  other: 'Also to be taken along',
  ways: {
    print: { name: 'Preview and print', what: 'This is how it looks on paper. Print it right away.' },
    openPoints: {
      name: 'Open points',
      what: 'The list of what must still be done: on paper, as a Word file or in your calendar.',
    },
    consultation: {
      name: 'For the people behind you',
      what: 'A reading link, or a print with slips to respond on.',
    },
    compare: {
      name: 'Comparison of two versions',
      what: 'A Word file with what has changed, as tracked changes. First choose which versions.',
    },
    bringBack: {
      name: 'Bring a file back',
      what: 'A Word file that you worked on outside Handslag: what is different in it becomes a proposal.',
    },
  },
  where: 'A file comes among your downloads.',
  busy: 'The file is being made.',
  busyHere: 'There is no connection. Your device is making the Word file…',
  done: 'The file is among your downloads.',
  doneHere:
    'The file is among your downloads. Your device made it, without a connection: what others just wrote may be missing.',
  failed: 'The file did not work out. Your text is safe. Try again.',
  notAllKept:
    'Not everything is kept yet. Wait until it says: all kept. Then your last sentence is in the file too.',
  anyway: 'Take it along anyway',
}
