import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { lookOf } from '../../client/editor/inline-views.ts'
import { followFacts } from '../../client/screens/agreement/paper/paper-facts-of.ts'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { ProposedChange } from '../../shared/agreement/proposed-change.ts'
import { drawProse } from '../../shared/document/drawing.ts'
import { randomId } from '../../shared/document/edit.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import { observeAgreement } from '../../shared/document/observe.ts'
import { maybeMarked, type Span, type WordOf } from '../../shared/document/passage-anchor.ts'
import { wordsOfBlock } from '../../shared/document/proposed-change.ts'
import { suggestionsIn } from '../../shared/document/suggestions.ts'
import { writeProse } from '../../shared/document/write-prose.ts'
import { editorExtensions } from '../../shared/editor/extensions.ts'
import { asSuggestion, suggestionOn } from '../../shared/editor/suggest.ts'
import type { CommentAnchor } from '../../shared/protocol/endpoints-comments.ts'
import { realCatalog } from '../support/examples-on-paper.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, type TestServer } from '../support/test-server.ts'

/** How much is said about an agreement; each article gets its share of all of it. */
export type Discussion = {
  /** Proposals as marks on words. */
  words: number
  /** Proposals kept as data: paragraphs, rows and facts. */
  changes: number
  /** Comments with a reply. */
  threads: number
}

type Person = { headers: Record<string, string>; live: LiveClient }

const schema = getSchema(editorExtensions())
/** So many parties take part; each proposes and answers by turns. */
const VOICES = 3

/** People of three parties propose and comment all over an agreement, by the same ways as the pages have. Rejects when the server takes less than that. */
export async function discuss(
  server: TestServer,
  { id, invitations }: Started,
  much: Discussion,
): Promise<void> {
  const links = invitations.filter(({ role }) => role === 'writer').slice(0, VOICES)
  const people: Person[] = []
  for (const [index, { url }] of links.entries()) {
    const headers = { cookie: await server.joinAs(url, `Spreker ${index + 1}`) }
    const live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${id}`, headers)
    await live.synced
    people.push({ headers, live })
  }
  const by = (turn: number): Person => {
    const person = people[turn % people.length]
    if (person === undefined) throw new Error('discuss: nobody was invited to write')
    return person
  }
  const at = `${server.url}/api/v1/agreements/${id}`
  const body = observeAgreement(by(0).live.doc).get()
  for (const [turn, change] of changesIn(body, much.changes).entries())
    await said(post(`${at}/proposals`, { id: randomId(), change }, by(turn).headers))
  for (const [turn, person] of people.entries()) await proposeWords(person.live, body, much.words, turn)
  const reader = by(0).live
  await untilHere(reader, much.words)
  for (const [turn, anchor] of anchorsIn(reader.doc, body, much.threads).entries()) {
    const threadId = crypto.randomUUID()
    const words = { text: 'Klopt dit nog, na wat wij vorige week bespraken?', commentId: crypto.randomUUID() }
    const thread = { threadId, circle: 'everyone', partyId: null, anchor, ...words }
    await said(post(`${at}/comments`, thread, by(turn).headers))
    const reply = { commentId: crypto.randomUUID(), text: 'Ik zoek het uit en kom erop terug.' }
    await said(post(`${at}/comments/${threadId}/replies`, reply, by(turn + 1).headers))
  }
  for (const { live } of people) live.close()
}

async function said(answer: Promise<Response>): Promise<void> {
  const response = await answer
  if (!response.ok)
    throw new Error(`discuss: the server answered ${response.status}: ${await response.text()}`)
}

/** What comes round by round, so that each has its share. */
const shared = <T>(those: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, turn) => those[turn % those.length]).filter((each) => each !== undefined)

function changesIn(body: AgreementBody, count: number): ProposedChange[] {
  const tasks = shared(body.tasks, count)
  return shared(body.articles, count).map(({ id: articleId, body: text }, turn): ProposedChange => {
    const index = text.content.findIndex((block) => block.type === 'paragraph')
    const at = { articleId, index, seen: wordsOfBlock(text.content[index]) }
    const taskId = tasks[turn]?.id ?? ''
    switch (turn % 4) {
      case 0:
        return {
          kind: 'paragraph-add',
          ...at,
          paragraph: { kind: 'clause', level: 0, text: 'Wij kijken er elk half jaar naar.' },
        }
      case 1:
        return { kind: 'paragraph-kind', ...at, paragraph: { kind: 'note', level: 0 } }
      case 2:
        return { kind: 'row-remove', list: 'tasks', rowId: taskId }
      default:
        return { kind: 'fact', address: `tasks.${taskId}.frequency`, value: 'elke twee weken' }
    }
  })
}

/** Where a word stands: in the editor's counting, and as the paragraph and the letters in it. */
type Word = { from: number; to: number; span: Span }

/** The words as they stand, in a row that stays the same while others are proposed between them. */
function wordsIn(doc: Node): Word[] {
  const words: Word[] = []
  doc.forEach((paragraph, start, block) => {
    if (!paragraph.inlineContent) return
    paragraph.forEach((node, offset) => {
      if (!node.isText || suggestionOn(node, 'insertion') !== null) return
      for (const { index, 0: letters } of (node.text ?? '').matchAll(/\p{L}+/gu)) {
        const from = offset + index
        const to = from + letters.length
        const span = { from: { block, offset: from }, to: { block, offset: to } }
        words.push({ from: start + 1 + from, to: start + 1 + to, span })
      }
    })
  })
  return words
}

const WAYS = [
  (tr: Transaction, { to }: Word) => tr.insert(to, schema.text(' samen')),
  (tr: Transaction, { from, to }: Word) => tr.delete(from, to),
  (tr: Transaction, { from, to }: Word) => tr.replaceWith(from, to, schema.text('anders')),
] as const

/** One person's part of the proposed words: of all places in an article every third, beginning at their turn. */
async function proposeWords(
  live: LiveClient,
  { articles }: AgreementBody,
  count: number,
  turn: number,
): Promise<void> {
  const texts = articles.flatMap(({ id }) => {
    const fragment = articleFragment(live.doc, id)
    const words = wordsIn(drawProse(fragment, schema).node).length
    // Every other word at most, so that each proposal stands by itself.
    return words < 2 * Math.ceil(count / articles.length) + 8 ? [] : [{ fragment, words }]
  })
  const share = shared(texts, count)
  const own = new Set<string>()
  const hand = {
    newId: () => {
      const id = randomId().slice(0, 20)
      own.add(id)
      return id
    },
    isOwn: (id: string) => own.has(id),
  }
  for (const [place, { fragment, words }] of texts.entries()) {
    const here = share.filter((_, each) => each % texts.length === place).length
    for (let nth = turn; nth < here; nth += VOICES) {
      const word = Math.floor((nth * words) / here)
      proposeAt(live.doc, fragment, word, WAYS[nth % WAYS.length] ?? WAYS[0], hand)
    }
  }
  await live.keptAll()
}

/** What an editor does while somebody proposes: the change is turned into a proposal before it comes into the text. */
function proposeAt(
  doc: Y.Doc,
  fragment: Y.XmlFragment,
  nth: number,
  way: (typeof WAYS)[number],
  hand: Parameters<typeof asSuggestion>[2],
): void {
  const { node, drawing } = drawProse(fragment, schema)
  const word = wordsIn(node)[nth]
  if (word === undefined) throw new Error(`discuss: no word ${nth} in ${node.textContent}`)
  const state = EditorState.create({ doc: node, schema })
  const proposed = asSuggestion(way(state.tr, word), state, hand)
  if (typeof proposed === 'string') throw new Error(`discuss: refused as ${proposed}`)
  doc.transact(() => writeProse(fragment, proposed.doc, drawing), ySyncPluginKey)
}

async function untilHere({ doc }: LiveClient, count: number): Promise<void> {
  const isHere = () => suggestionsIn(doc).length >= count
  if (isHere()) return
  await new Promise<void>((resolve) => {
    doc.on('update', () => {
      if (isHere()) resolve()
    })
  })
}

/** Most threads are about words, as people's are; of each ten one is about an article, one about a fact and one about a row. */
function anchorsIn(doc: Y.Doc, body: AgreementBody, count: number): CommentAnchor[] {
  const facts = followFacts(observeAgreement(doc), realCatalog())
  const wordOf: WordOf = (name, attrs) => lookOf(name, attrs, facts).text
  const places = shared(body.articles, count)
  const tasks = shared(body.tasks, count)
  const anchors = places.map(({ id: articleId, heading }, turn): CommentAnchor => {
    const round = Math.floor(turn / body.articles.length)
    const passage = passageAt(articleFragment(doc, articleId), round, wordOf)
    const quote = heading ?? ''
    switch (turn % 10) {
      case 7:
        return { kind: 'article', articleId, quote }
      case 8:
        return { kind: 'fact', address: 'term.startDate', quote }
      case 9:
        return { kind: 'row', list: 'tasks', rowId: tasks[turn]?.id ?? '', quote }
      default:
        return passage === null
          ? { kind: 'article', articleId, quote }
          : { kind: 'passage', articleId, ...passage }
    }
  })
  facts.stop()
  return anchors
}

/** Two words in a row in one paragraph, others for each round; null in a text without so many. */
function passageAt(fragment: Y.XmlFragment, round: number, wordOf: WordOf) {
  const pairs = pairsOf(wordsIn(drawProse(fragment, schema).node))
  const span = pairs[(round * 5 + 2) % Math.max(1, pairs.length)]
  return span === undefined ? null : maybeMarked(fragment, span, wordOf)
}

const pairsOf = (words: readonly Word[]): Span[] =>
  words.flatMap(({ span }, index) => {
    const next = words[index + 1]?.span
    return next?.from.block === span.from.block ? [{ from: span.from, to: next.to }] : []
  })
