import type { AgreementBody } from '../agreement/agreement.ts'
import type { RichText } from '../agreement/rich-text.ts'
import type { Offence } from './offence.ts'
import type { RuleText } from './rule-texts.ts'

/** Beginning of the keys of articles that hold the tasks of one cluster each: `tasks_trust`. */
const TASK_ARTICLE = 'tasks_'

/**
 * The keys of the articles beside which a finding is shown: the one that shows what it is about, and articles whose own text
 * it is about.
 */
export function articleKeysFor(rule: RuleText, offences: readonly Offence[], body: AgreementBody): string[] {
  const addresses = offences.flatMap(({ at }) => at)
  const names = rule.slug === 'no_empty_placeholders' ? offences.map(({ item }) => placeholderName(item)) : []
  const keys = [...articlesShowing(rule.articles, addresses, body), ...articlesNamed(names, addresses, body)]
  return [...new Set(keys)]
}

/**
 * The first of the preferred keys that this agreement has; any of them while it has no articles. Where tasks have an article
 * per cluster, these count as one, and addresses of certain tasks lead to the articles of their clusters alone.
 */
export function articlesShowing(
  preferred: readonly string[],
  addresses: readonly string[],
  body: AgreementBody,
): string[] {
  const present = body.articles.length === 0 ? null : new Set(body.articles.map(({ key }) => key))
  const keys = preferred.filter((key) => present === null || present.has(key))
  const first = keys[0]
  if (!first?.startsWith(TASK_ARTICLE)) return keys.slice(0, 1)
  const taskKeys = keys.filter((key) => key.startsWith(TASK_ARTICLE))
  const clusters = clustersOf(addresses, body)
  const narrowed = taskKeys.filter((key) => clusters.has(key.slice(TASK_ARTICLE.length)))
  return narrowed.length > 0 ? narrowed : taskKeys
}

function clustersOf(addresses: readonly string[], body: AgreementBody): Set<string | null> {
  const ids = namesAfter('tasks', addresses)
  return new Set(body.tasks.filter(({ id }) => ids.has(id)).map(({ clusterId }) => clusterId))
}

function articlesNamed(
  fields: readonly string[],
  addresses: readonly string[],
  { articles }: AgreementBody,
): string[] {
  const ids = namesAfter('articles', addresses)
  if (ids.size === 0 && fields.length === 0) return []
  return articles
    .filter((article) => ids.has(article.id) || fieldsIn(article.body).some((name) => fields.includes(name)))
    .flatMap(({ key }) => key ?? [])
}

function namesAfter(list: string, addresses: readonly string[]): Set<string> {
  const inside = addresses.filter((at) => at.startsWith(`${list}.`))
  return new Set(inside.flatMap((at) => at.split('.')[1] ?? []))
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
