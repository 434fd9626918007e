import type { AgreementBody } from '../agreement/agreement.ts'
import { agreementAsItStands, asItStands } from '../agreement/as-it-stands.ts'
import type { Paragraph, RichText, RichTextBlock } from '../agreement/rich-text.ts'
import type { Message, WithMessages } from '../support/message.ts'
import { isForeign, needsTranslationNotice } from './annex-language.ts'
import { drawBlock } from './blocks.ts'
import { conditionHolds } from './conditions.ts'
import { drawInlines, isBlank, type Paper, textInlines } from './inlines.ts'
import { type DrawnParagraph, drawNumbers, drawParagraphNumbers, numberingDepth } from './numbers.ts'
import type { Block, Outline, Section } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'
import { proseMessages } from './prose-messages.ts'
import { drawTitlePage } from './title-page.ts'
import { writtenParagraph } from './written.ts'

/**
 * Draws an agreement as it stands on paper. `status` is the state that the server keeps; up to `agreed` the paper says that
 * it is a draft; `fixedOn` is the day (ISO) on which the text was fixed. What is only proposed is not on it. Never fails: what this edition does not know is named on paper and told in the messages.
 */
export function buildOutline(
  written: AgreementBody,
  catalog: PaperCatalog,
  options: OutlineOptions,
): WithMessages<Outline> {
  const body = agreementAsItStands(written)
  const paper: Paper = {
    body,
    catalog,
    numbers: drawNumbers(body),
    ...(options.toWorkOn ? { written: textsOf(written) } : {}),
    ...(options.toFillIn ? { toFillIn: true } : {}),
  }
  const titlePage = drawTitlePage(paper, options.status, options.fixedOn ?? null)
  const value: Outline = {
    language: body.language ?? 'nl',
    layout: isShort(body) ? 'short' : 'full',
    title: titlePage.title,
    titlePage,
    sections: body.articles.map((article) => drawArticle(article, paper)),
    annexes: body.annexes.map((annex) => drawAnnex(annex, paper)),
    words: {
      contents: paperWord(catalog, 'contents'),
      page: paperWord(catalog, 'page'),
      of: paperWord(catalog, 'pageOf'),
      version: paperWord(catalog, 'version'),
    },
  }
  return { value, messages: messagesOf(paper) }
}

export type OutlineOptions = {
  status: string
  fixedOn?: string | null
  /** True: what is proposed in the texts is in it too, and every piece of a text says where it stands (`Written`). */
  toWorkOn?: boolean
  /** True: every fact of a record in a table or list names itself, so that it can be filled in where it stands (`RowFact`). */
  toFillIn?: boolean
}

const textsOf = ({ articles, annexes }: AgreementBody) =>
  new Map([...articles, ...annexes].map(({ id, body }) => [id, body]))

function isShort(body: AgreementBody): boolean {
  return body.documentType === 'short_project_agreement'
}

/** One article or annex as it stands on paper; null when there is none with this id. */
export function drawSection(id: string, paper: Paper): Section | null {
  const article = paper.body.articles.find((each) => each.id === id)
  if (article) return drawArticle(article, paper)
  const annex = paper.body.annexes.find((each) => each.id === id)
  return annex ? drawAnnex(annex, paper) : null
}

function drawArticle(article: AgreementBody['articles'][number], paper: Paper): Section {
  return {
    id: article.id,
    key: article.key,
    number: paper.numbers.get(article.id) ?? null,
    label: isShort(paper.body) ? '' : paperWord(paper.catalog, 'article'),
    heading: article.heading ?? '',
    content: drawContent(article, article.numbered === true, paper),
  }
}

function drawAnnex(annex: AgreementBody['annexes'][number], paper: Paper): Section {
  return {
    id: annex.id,
    key: annex.kind,
    number: paper.numbers.get(annex.id) ?? null,
    label: paperWord(paper.catalog, 'annex'),
    heading: annex.title ?? '',
    content: withNotice(annex, inItsLanguage(annex, drawContent(annex, true, paper)), paper),
  }
}

type DrawnAnnex = AgreementBody['annexes'][number]

/** Its prose is in its language; tables and lists show facts of the agreement, which are not translated. */
function inItsLanguage({ language }: DrawnAnnex, content: Block[]): Block[] {
  if (!isForeign(language)) return content
  return content.map((block) => (block.kind === 'paragraph' ? { ...block, language } : block))
}

function withNotice(annex: DrawnAnnex, content: Block[], { catalog }: Paper): Block[] {
  if (!needsTranslationNotice(annex, catalog)) return content
  const inlines = textInlines(paperWord(catalog, 'translationNotice'))
  return [...content, { kind: 'paragraph', style: 'note', level: 0, number: null, inlines }]
}

/** Which paragraphs of a text stand on paper and under which numbers; the editor draws the same. */
export function drawTextNumbers(
  content: readonly RichTextBlock[],
  numbered: boolean,
  body: AgreementBody,
  catalog: PaperCatalog,
): DrawnParagraph[] {
  const standing = asItStands({ type: 'doc', content: [...content] }).content
  return numberContent(standing, numbered, { body, catalog, numbers: drawNumbers(body) })
}

function numberContent(content: readonly RichTextBlock[], numbered: boolean, paper: Paper): DrawnParagraph[] {
  return drawParagraphNumbers(content, numbered, (paragraph) => isShown(paragraph, paper))
}

function isShown({ attrs, content }: Paragraph, paper: Paper): boolean {
  if (attrs.onlyIf !== null && !conditionHolds(attrs.onlyIf, paper.body)) return false
  return !isBlank(content ?? [], paper)
}

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>
type DrawnText = { id: string; body: RichText }

function drawContent({ id, body: text }: DrawnText, numbered: boolean, paper: Paper): Block[] {
  const drawn = numberContent(text.content, numbered, paper)
  const written = paper.written?.get(id) ?? null
  if (written !== null) return captionNeighbours(drawWritten(written.content, drawn, numbered, paper))
  const blocks = text.content.flatMap((block, index) => {
    const { shown, number } = drawn[index] ?? { shown: true, number: null }
    if (!shown) return []
    return block.type === 'block' ? drawBlock(block.attrs.name, paper) : [drawParagraph(block, number, paper)]
  })
  return captionNeighbours(blocks)
}

function drawParagraph(paragraph: Paragraph, number: string | null, paper: Paper): ParagraphBlock {
  return {
    kind: 'paragraph',
    style: paragraph.attrs.kind,
    level: numberingDepth(paragraph) ?? paragraph.attrs.level,
    number,
    inlines: drawInlines(paragraph.content ?? [], paper),
  }
}

/** The same with what is proposed in it; `drawn` is how each paragraph stands. The paragraphs of both are one to one. */
function drawWritten(
  content: readonly RichTextBlock[],
  drawn: readonly DrawnParagraph[],
  numbered: boolean,
  paper: Paper,
): Block[] {
  const proposed = numberContent(content, numbered, paper)
  return content.flatMap((block, index): Block[] => {
    const { shown, number } = drawn[index] ?? { shown: true, number: null }
    const as = proposed[index]
    if (block.type === 'block') return drawBlock(block.attrs.name, paper)
    if (!shown && !as?.shown) return []
    const asNumber = shown || as?.number === null ? number : ''
    const paragraph = drawParagraph({ ...block, content: [] }, asNumber, paper)
    return [{ ...paragraph, ...writtenParagraph(block, index, shown, paper) }]
  })
}

/** Where tables stand next to each other, their captions tell them apart. */
function captionNeighbours(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'table') return block
    const nextToTable = blocks[index - 1]?.kind === 'table' || blocks[index + 1]?.kind === 'table'
    return { ...block, captionShown: block.captionShown || nextToTable }
  })
}

function messagesOf({ body }: Paper): Message[] {
  const texts = [
    ...body.articles.map((article) => ({ path: `articles.${article.id}.body`, text: article.body })),
    ...body.annexes.map((annex) => ({ path: `annexes.${annex.id}.body`, text: annex.body })),
  ]
  return texts.flatMap(({ path, text }) => proseMessages(path, text, body))
}
