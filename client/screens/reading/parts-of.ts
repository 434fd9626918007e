import type { Outline, Section } from '../../../shared/outline/outline.ts'
import type { Reading } from '../../../shared/protocol/endpoints-consultation.ts'
import { numberWords } from '../agreement/preview/outline-section.tsx'

/** One article or annex as somebody reads it who does not take part. */
export type ReadingPart = {
  section: Section
  kind: 'article' | 'annex'
  /** "Artikel 6 Duur" */
  name: string
  guidance: string | null
  question: string | null
}

/** The articles and annexes in their order, each with its explanation. */
export function partsOf(outline: Outline, explanations: Reading['explanations']): ReadingPart[] {
  const found = new Map(explanations.map((each) => [each.sectionId, each]))
  const partOf = (section: Section, kind: ReadingPart['kind']): ReadingPart => ({
    section,
    kind,
    name: [numberWords(section), section.heading].filter(Boolean).join(' '),
    guidance: found.get(section.id)?.guidance ?? null,
    question: found.get(section.id)?.question ?? null,
  })
  return [
    ...outline.sections.map((section) => partOf(section, 'article')),
    ...outline.annexes.map((section) => partOf(section, 'annex')),
  ]
}
