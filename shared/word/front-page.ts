import { Paragraph, Tab, TextRun } from 'docx'
import type { Outline } from '../outline/outline.ts'
import { toRuns } from './runs.ts'

/** Title, parties and what is known of place and term; in a short agreement these stand above the text instead. */
export function toFrontPage({ titlePage, title, layout }: Outline): Paragraph[] {
  const { between, facts, draftMark } = titlePage
  // A short agreement names them a few lines further on.
  const parties = layout === 'short' ? [] : titlePage.parties
  return [
    ...(draftMark ? [new Paragraph({ style: 'DraftMark', text: draftMark })] : []),
    new Paragraph({ style: 'Title', text: title }),
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
