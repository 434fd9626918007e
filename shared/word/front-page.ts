import { Paragraph, Tab, TextRun } from 'docx'
import { markOf, type Outline } from '../outline/outline.ts'
import { toLetterhead } from './letterhead.ts'
import type { Look } from './look.ts'
import type { Marks } from './remarks.ts'
import { toRuns } from './runs.ts'

/** Title, parties and what is known of place and term; in a short agreement these stand above the text instead. */
export function toFrontPage({ titlePage, title, layout }: Outline, marks: Marks, look: Look): Paragraph[] {
  const { between, parties, facts } = titlePage
  const mark = markOf(titlePage)
  return [
    ...(layout === 'short' ? [] : toLetterhead(look)),
    ...(mark ? [new Paragraph({ style: 'DraftMark', text: mark })] : []),
    new Paragraph({ style: 'Title', children: marks.around(titlePage, [new TextRun(title)]) }),
    ...(parties.length > 0 ? [new Paragraph({ style: 'TitleLead', text: between })] : []),
    ...parties.map(
      (party) => new Paragraph({ style: 'TitleParty', children: toRuns(party.name, new Map()) }),
    ),
    new Paragraph({ style: 'TitleRule' }),
    ...facts.map(
      (fact) =>
        new Paragraph({
          style: 'TitleFact',
          children: [new TextRun({ children: [fact.label, new Tab(), fact.value] })],
        }),
    ),
  ]
}
