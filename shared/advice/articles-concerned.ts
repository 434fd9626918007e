import type { AgreementBody } from '../agreement/agreement.ts'
import type { RichText } from '../agreement/rich-text.ts'
import type { Offence } from './offence.ts'
import type { RuleText } from './rule-texts.ts'

const TASK_ARTICLE = 'tasks_'

/**
 * The keys of the articles beside which a finding is shown: the first of the rule's that this agreement has, and articles
 * whose own text it is about. Where tasks have an article per cluster, these count as one, and a finding about certain tasks
 * stands beside the articles of their clusters alone. A body without articles has none to leave out.
 */
export function articleKeysFor(rule: RuleText, offences: readonly Offence[], body: AgreementBody): string[] {
  const present = body.articles.length === 0 ? null : new Set(body.articles.map(({ key }) => key))
  const keys = rule.articles.filter((key) => present === null || present.has(key))
  return [...new Set([...firstOf(keys, offences, body), ...articlesNamed(rule, offences, body)])]
}

function firstOf(keys: readonly string[], offences: readonly Offence[], body: AgreementBody): string[] {
  const first = keys[0]
  if (first === undefined) return []
  if (!first.startsWith(TASK_ARTICLE)) return [first]
  const taskKeys = keys.filter((key) => key.startsWith(TASK_ARTICLE))
  const clusters = clustersOf(offences, body)
  const narrowed = taskKeys.filter((key) => clusters.has(key.slice(TASK_ARTICLE.length)))
  return narrowed.length > 0 ? narrowed : taskKeys
}

/** Clusters of the tasks that the offences name. */
function clustersOf(offences: readonly Offence[], body: AgreementBody): Set<string | null> {
  const ids = new Set(namesAfter('tasks', offences))
  return new Set(body.tasks.filter(({ id }) => ids.has(id)).map(({ clusterId }) => clusterId))
}

function articlesNamed(rule: RuleText, offences: readonly Offence[], body: AgreementBody): string[] {
  const ids = new Set(namesAfter('articles', offences))
  const names = rule.slug === 'no_empty_placeholders' ? offences.map(({ item }) => placeholderName(item)) : []
  return body.articles
    .filter((article) => ids.has(article.id) || fieldsIn(article.body).some((name) => names.includes(name)))
    .flatMap(({ key }) => key ?? [])
}

function namesAfter(list: string, offences: readonly Offence[]): string[] {
  const addresses = offences.flatMap(({ at }) => at).filter((at) => at.startsWith(`${list}.`))
  return addresses.flatMap((at) => at.split('.')[1] ?? [])
}

/** The name inside `{{name}}`; the server keeps it without braces. */
export function placeholderName(item: string): string {
  return item.replace(/^\{\{\s*|\s*\}\}$/g, '')
}

/** Names of the fields that a text shows. */
export function fieldsIn({ content }: RichText): string[] {
  const inlines = content.flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
  return inlines.flatMap((inline) => (inline.type === 'field' ? [inline.attrs.name] : []))
}
