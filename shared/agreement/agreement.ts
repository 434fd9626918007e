import { z } from 'zod'
import { article, removedText } from './article.ts'
import * as closing from './closing.ts'
import { evaluation } from './evaluation.ts'
import * as f from './field.ts'
import { financing, norms } from './financing.ts'
import { anchoringMeasure, communication, governance, meeting, programme } from './governance.ts'
import { contact, party, signatory } from './party.ts'
import { definition, factorScores, focusFactor, purpose, recital } from './purpose.ts'
import { boundaries, privacy, safety } from './safeguards.ts'
import { customCluster, task } from './task.ts'
import { term } from './term.ts'

export const DOCUMENT_TYPES = [
  'cooperation_agreement',
  'covenant',
  'short_project_agreement',
  'programme_agreement',
] as const
export const LEGAL_STATUSES = ['binding', 'intent', 'mixed'] as const

/**
 * The body of an agreement: everything people write. What the server keeps about it is the record (`record.ts`).
 * The order of the keys is the order in canonical form.
 */
export const agreementBody = z.object({
  templateId: f.line(80),
  templateEdition: f.number(),
  documentType: f.choice(DOCUMENT_TYPES),
  title: f.line(300),
  /** From the template, with `{{short_title}}`; the title follows it until somebody types an own one. */
  titlePattern: f.line(300),
  shortTitle: f.line(200),
  citationTitle: f.line(300),
  language: f.line(20),
  legalStatus: f.choice(LEGAL_STATUSES),
  bindingArticleKeys: f.referenceSet('articleKeys'),
  place: f.line(200),
  clusterFrameworkId: f.line(80),
  drafting: closing.drafting,
  parties: f.list(party),
  signatories: f.list(signatory),
  contacts: f.list(contact),
  recitals: f.list(recital),
  definitions: f.list(definition),
  purpose,
  focusFactors: f.list(focusFactor, 'factorId'),
  factorScores,
  term,
  financing,
  norms,
  programme,
  customClusters: f.list(customCluster),
  tasks: f.list(task),
  governance,
  meetings: f.list(meeting),
  communication,
  anchoring: f.list(anchoringMeasure),
  boundaries,
  safety,
  privacy,
  evaluation,
  amendment: closing.amendment,
  accession: closing.accession,
  disputes: closing.disputes,
  publication: closing.publication,
  humanChecks: f.list(closing.humanCheck, 'ruleSlug'),
  articles: f.list(article),
  annexes: f.list(closing.annex),
  removedTexts: f.list(removedText),
})

export type AgreementBody = z.infer<typeof agreementBody>
