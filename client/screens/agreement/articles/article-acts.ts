import type { Doc } from 'yjs'
import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { emptyRichText } from '../../../../shared/agreement/rich-text.ts'
import { addText, replaceText, type TextList } from '../../../../shared/document/article-edit.ts'
import { addRecord, randomId } from '../../../../shared/document/edit.ts'
import { asOneStep } from '../../../../shared/document/own-step.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { textFromTemplate } from '../../../../shared/template/text-from-template.ts'
import type { FoundText } from './find-text.ts'
import { placeInOrder, type TemplatePart } from './template-parts.ts'

type Where = { doc: Doc; body: AgreementBody; list: TextList; after: string | null }

/** Adds an empty article or annex; gives its id. */
export function addBlank({ doc, body, list, after }: Where, heading: string): string {
  const id = randomId()
  const values =
    list === 'articles'
      ? { heading, numbered: true, key: null, origin: null }
      : { title: heading, kind: 'other' }
  addText(doc, list, id, { values, body: emptyRichText() }, placeAfter(after ?? beforeSigning(body, list)))
  return id
}

/** Adds an article or annex of a template, with references to the articles that are here; gives its id. */
export function addFrom(template: Template, { key, heading, part }: TemplatePart, where: Where): string {
  const { doc, body, list, after } = where
  const id = randomId()
  const isOwn = template.id === body.templateId
  const place =
    after ?? (isOwn && list === 'articles' ? placeInOrder(template, key, body) : beforeSigning(body, list))
  const isKeyFree = body.articles.every((article) => article.key !== key)
  asOneStep(doc, () => {
    const text = textWithMissing(doc, template, part, (named) => (named === key ? id : idOfKey(body, named)))
    const values =
      'numbered' in part
        ? {
            heading,
            numbered: part.numbered,
            key: isKeyFree ? key : null,
            origin: { templateId: template.id, edition: template.edition, key },
          }
        : { title: heading, kind: part.kind }
    addText(doc, list, id, { values, body: text }, placeAfter(place))
  })
  return id
}

/** Sets the text back to that of the template, as one step. */
export function restoreFrom(
  template: Template,
  part: TemplatePart,
  doc: Doc,
  body: AgreementBody,
  found: FoundText,
): void {
  asOneStep(doc, () => {
    const text = textWithMissing(doc, template, part.part, (key) => idOfKey(body, key))
    const origin = { templateId: template.id, edition: template.edition, key: part.key }
    replaceText(doc, found.list, found.id, {
      values: found.list === 'articles' ? { origin } : {},
      body: text,
    })
  })
}

/** What the template refers to and the agreement lacks is written down by its heading, so that the reference can name it. */
function textWithMissing(
  doc: Doc,
  template: Template,
  part: TemplatePart['part'],
  idOf: (key: string) => string | null,
) {
  const { body, missing } = textFromTemplate(template, part, idOf, randomId)
  for (const { id, heading } of missing) addRecord(doc, 'removedTexts', { key: id, values: { heading } })
  return body
}

function idOfKey(body: AgreementBody, key: string): string | null {
  return body.articles.find((article) => article.key === key)?.id ?? null
}

/** Before the signatures, which end an agreement; an annex comes last. */
function beforeSigning({ articles }: AgreementBody, list: TextList): string | null {
  if (list === 'annexes') return null
  const index = articles.findIndex(({ key }) => key === 'signatures')
  return articles[(index < 0 ? articles.length : index) - 1]?.id ?? null
}

const placeAfter = (id: string | null) => (id === null ? {} : { after: id })
