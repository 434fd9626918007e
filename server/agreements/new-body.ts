import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { parseSnapshot } from '../../shared/agreement/snapshot.ts'
import { describeFound, type Message, type WithMessages } from '../../shared/support/message.ts'
import { articlesFromTemplate } from '../../shared/template/articles-from-template.ts'
import { makeAgreement, type StartingParty } from '../../shared/template/make-agreement.ts'
import { normsOf } from '../../shared/template/norms.ts'
import type { Template } from '../../shared/template/template.ts'
import { Refusal } from '../access/refusal.ts'
import { questionsMissing } from './advice.ts'
import type { Library } from './library.ts'

/** What an agreement can be started from: a template, or a snapshot that may name a template for its articles. */
export type NewAgreement = {
  templateId?: string | undefined
  title?: string | undefined
  shortTitle?: string | undefined
  parties?: readonly StartingParty[] | undefined
  snapshot?: unknown
}

/**
 * The body a new agreement begins with, and what is worth telling about it. Throws a refusal: `unknown-template`,
 * `newer-format`, or `malformed-request` with every place that is wrong.
 */
export function newBody(
  wanted: NewAgreement,
  library: Library,
  newId: () => string,
  today: string,
): WithMessages<AgreementBody> {
  if (wanted.snapshot !== undefined) return bodyFromSnapshot(wanted, library, newId, today)
  if (wanted.templateId === undefined)
    throw malformed('templateId', 'the id of a template, or a snapshot', wanted.templateId)
  const template = findTemplate(library, wanted.templateId, 'templateId')
  const { title, shortTitle, parties } = wanted
  const made = makeAgreement(template, library.catalog, { title, shortTitle, parties, newId, today })
  return { value: { ...made, humanChecks: questionsFor(made, library) }, messages: [] }
}

/** The questions for people, made once and by the server, so that nobody's answer to one is lost to a second making. */
function questionsFor(body: AgreementBody, { advice }: Library): AgreementBody['humanChecks'] {
  const asked = questionsMissing(body, advice.rules)
  return [...body.humanChecks, ...asked.map((ruleSlug) => ({ ruleSlug, answer: null, note: '' }))]
}

function bodyFromSnapshot(
  wanted: NewAgreement,
  library: Library,
  newId: () => string,
  today: string,
): WithMessages<AgreementBody> {
  const parsed = parseSnapshot(wanted.snapshot)
  if (!parsed.ok)
    throw new Refusal(
      parsed.problem === 'newer-format' ? 'newer-format' : 'malformed-request',
      insideSnapshot(parsed.messages),
    )
  const { value, messages } = parsed
  const told = [...insideSnapshot(messages), ...notUsedBeside(wanted)]
  if (parsed.hasArticles) return { value, messages: told }
  const template = findTemplate(library, value.templateId ?? '', 'snapshot.templateId')
  // Bodies that reading filled in are empty; the template has better ones.
  const annexes = value.annexes.map(({ body: _, ...fact }) => fact)
  const texts = articlesFromTemplate(template, { annexes }, newId, parsed.clauseOverrides)
  // The texts quote the amounts of the year, which a snapshot without articles does not bring.
  const norms = normsOf(value, library.catalog, today)
  return { value: { ...value, ...texts, norms }, messages: told }
}

/** A snapshot says all of it itself; what was sent beside it is named, so that nobody thinks it counted. */
function notUsedBeside(wanted: NewAgreement): Message[] {
  const beside = ['templateId', 'title', 'shortTitle', 'parties'] as const
  return beside
    .filter((name) => wanted[name] !== undefined)
    .map((path) => ({
      path,
      reason: 'not_used',
      expected: 'nothing beside a snapshot',
      found: describeFound(wanted[path]),
    }))
}

function findTemplate(library: Library, id: string, path: string): Template {
  const template = library.templates.get(id)
  if (template) return template
  const expected = `one of ${[...library.templates.keys()].join(', ')}`
  throw new Refusal('unknown-template', [
    { path, reason: 'unknown_template', expected, found: describeFound(id) },
  ])
}

function malformed(path: string, expected: string, found: unknown): Refusal {
  return new Refusal('malformed-request', [
    { path, reason: 'missing', expected, found: describeFound(found) },
  ])
}

function insideSnapshot(messages: readonly Message[]): Message[] {
  return messages.map((each) => ({ ...each, path: each.path ? `snapshot.${each.path}` : 'snapshot' }))
}
