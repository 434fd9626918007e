import type { AgreementBody } from '../agreement/agreement.ts'
import type { RichText } from '../agreement/rich-text.ts'
import type { Task } from '../agreement/task.ts'

/** A text that people typed themselves, and where it stands. */
export type FreeText = { at: string; text: string }

/**
 * All text typed by people: goal, problem, recitals, results, tasks, and articles that come from no template. The text of a
 * template is judged when the template is made.
 */
export function freeTextsOf(body: AgreementBody, tasks: readonly Task[]): FreeText[] {
  const { purpose } = body
  const texts: FreeText[] = [
    { at: 'purpose.goalText', text: purpose.goalText },
    { at: 'purpose.problemStatement', text: purpose.problemStatement ?? '' },
    ...body.recitals.map(({ id, text }) => ({ at: `recitals.${id}.text`, text })),
    ...purpose.results.map(({ id, text }) => ({ at: `purpose.results.${id}.text`, text })),
    ...tasks.flatMap(({ id, title, description }) => [
      { at: `tasks.${id}.title`, text: title ?? '' },
      { at: `tasks.${id}.description`, text: description },
    ]),
    ...ownArticles(body),
  ]
  return texts.filter(({ text }) => text.trim() !== '')
}

function ownArticles({ articles }: AgreementBody): FreeText[] {
  return articles
    .filter((article) => article.origin === null)
    .map((article) => ({ at: `articles.${article.id}.body`, text: plainTextOf(article.body) }))
}

function plainTextOf({ content }: RichText): string {
  return content
    .map((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .map((inlines) => inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join(''))
    .join('\n')
}
