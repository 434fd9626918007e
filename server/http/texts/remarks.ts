import type { RemarkWords } from '../../agreements/remarks.ts'
import type { Language } from './language.ts'

/** What stands in the comments of a Word file beside the words of people. */
export const REMARK_WORDS: Record<Language, RemarkWords> = {
  nl: {
    unknown: 'Onbekend',
    removed: '(Deze opmerking is weggehaald.)',
    paragraphAdd: (text) => `Voorstel: zet hier een alinea bij.\n${text}`,
    paragraphRemove: (text) => `Voorstel: haal deze alinea weg.\n${text}`,
    paragraphKind: 'Voorstel: geef deze alinea een andere vorm.',
    articleAdd: (heading, text) => `Voorstel: zet hierna een artikel bij.\n${heading}\n${text}`,
    articleRemove: 'Voorstel: haal dit artikel weg.',
    rowAdd: (values) => `Voorstel: zet hier een regel bij.\n${values}`,
    rowRemove: 'Voorstel: haal deze regel weg.',
    fact: (value) => (value === null ? 'Voorstel: maak dit leeg.' : `Voorstel: verander dit in “${value}”.`),
  },
  en: {
    unknown: 'Unknown',
    removed: '(This comment was taken away.)',
    paragraphAdd: (text) => `Proposal: add a paragraph here.\n${text}`,
    paragraphRemove: (text) => `Proposal: take out this paragraph.\n${text}`,
    paragraphKind: 'Proposal: give this paragraph another form.',
    articleAdd: (heading, text) => `Proposal: add an article after this one.\n${heading}\n${text}`,
    articleRemove: 'Proposal: take out this article.',
    rowAdd: (values) => `Proposal: add a row here.\n${values}`,
    rowRemove: 'Proposal: take out this row.',
    fact: (value) =>
      value === null ? 'Proposal: leave this empty.' : `Proposal: change this to “${value}”.`,
  },
}
