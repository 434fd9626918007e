import type * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import {
  indexAmong,
  type ProposedParagraph,
  withProposedParagraphs,
} from '../../shared/agreement/propose-paragraphs.ts'
import { maybePassage, type WordOf } from '../../shared/document/passage-anchor.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { maybeText } from '../../shared/document/suggestions.ts'
import { fieldText } from '../../shared/outline/field-text.ts'
import { drawNumbers } from '../../shared/outline/numbers.ts'
import { partyById } from '../../shared/outline/parties.ts'
import { referenceText } from '../../shared/outline/reference-text.ts'
import { type RoleWordAttrs, roleWordText } from '../../shared/outline/role-words.ts'
import type { CommentAnchor, Thread } from '../../shared/protocol/endpoints-comments.ts'
import type { OpenProposal, ProposalsView } from '../../shared/protocol/endpoints-proposals.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { KnownRemark } from '../../shared/word/carried-data.ts'
import type { CommentPlace } from '../../shared/word/comment-places.ts'
import type { WordThread } from '../../shared/word/comments.ts'
import type { Remarks } from '../../shared/word/remarks.ts'
import type { Participation } from '../access/participation.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { CommentStore } from '../storage/comments.ts'
import { saidInWords, shownThread } from './comment-thread.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'
import {
  changeInWords,
  type ProposalWords,
  paragraphProposed,
  placeOfChange,
  placeOfFact,
} from './proposal-in-words.ts'
import type { Proposals } from './proposals.ts'

export type RemarkParts = {
  comments: Pick<CommentStore, 'threadsFor' | 'commentsFor'>
  agreements: Pick<AgreementStore, 'everybodyIn'>
  proposals: Pick<Proposals, 'view'>
  documents: Pick<LiveDocuments, 'read'>
  library: Pick<Library, 'catalog'>
}

/** What stands in a file beside the words of people. */
export type RemarkWords = ProposalWords & { unknown: string; removed: string }

/** The texts with what is proposed in them, and what people say about them. */
export type WorkingText = { texts: Pick<AgreementBody, 'articles' | 'annexes'>; remarks: Remarks }
export type Remarked = { body: AgreementBody; working: WorkingText }

/**
 * What a Word file to work on carries beside the text. Of comments only those for everyone are read, whoever takes the file: it goes by mail to
 * whom nobody knows, and what an organisation says among its own is in it for nobody.
 */
export function createRemarks({ comments, agreements, proposals, documents, library }: RemarkParts) {
  return async (by: Participation, words: RemarkWords): Promise<Remarked> => {
    const threads = await sharedThreads({ comments, agreements }, by.agreementId)
    const view = await proposals.view(by)
    return documents.read(by.agreementId, (doc) => {
      const body = readAgreement(doc).value
      return { body, working: workingText({ doc, body, threads, view, words, catalog: library.catalog }) }
    })
  }
}

/** Who said and proposed what a file to work on holds now, by author and moment as such a file has them, in every language in which it is written. */
export function createKnownRemarks(parts: RemarkParts, languages: readonly RemarkWords[]) {
  const remarked = createRemarks(parts)
  return async (agreementId: string): Promise<KnownRemark[]> => {
    // Loaded when it is needed: it is large.
    const { knownRemarks } = await import('../../shared/word/remarks.ts')
    const { printable } = await import('../../shared/word/printable.ts')
    const each = languages.map(async (words) => {
      const { working } = await remarked({ ...NOBODY, agreementId }, words)
      return knownRemarks(printable(working.remarks))
    })
    return (await Promise.all(each)).flat()
  }
}

/** Sees what everyone may see, and may nothing. */
const NOBODY = { personId: '', name: '', partyId: null, role: 'reader' } as const

async function sharedThreads(
  { comments, agreements }: Pick<RemarkParts, 'comments' | 'agreements'>,
  agreementId: string,
): Promise<Thread[]> {
  const [threads, said, people] = await Promise.all([
    comments.threadsFor(agreementId, ['all']),
    comments.commentsFor(agreementId, ['all']),
    agreements.everybodyIn(agreementId),
  ])
  const byId = new Map(threads.map((thread) => [thread.id, thread]))
  return [...Map.groupBy(said, ({ threadId }) => threadId)].flatMap(([id, mine]) => {
    const thread = byId.get(id)
    return (thread && shownThread(thread, mine, people)) ?? []
  })
}

/** All that the remarks of a file are made of, at one moment. */
type Known = {
  doc: Y.Doc
  body: AgreementBody
  threads: readonly Thread[]
  view: ProposalsView
  words: RemarkWords
  catalog: Catalog
}

function workingText(known: Known): WorkingText {
  const { doc, body, threads, view, words } = known
  const paragraphs = view.open.flatMap((each) => paragraphProposed(doc, each) ?? [])
  const tracked = new Set(paragraphs.map(({ id }) => id))
  const beside = view.open.filter(({ id, what }) => what.kind === 'change' && !tracked.has(id))
  return {
    texts: withProposedParagraphs(body, paragraphs),
    remarks: {
      threads: [
        ...threads.map((thread) => toThread(thread, known, paragraphs)),
        ...beside.map((proposal) => proposalThread(proposal, known, paragraphs)),
      ],
      proposers: Object.fromEntries(
        view.open.map((each) => [each.id, { author: authorOf(each.authors, known), at: each.at }]),
      ),
      unknown: words.unknown,
    },
  }
}

type Person = { name: string; partyId: string | null }

/** "Fatima (Stichting Voorbeeld)", of several people one after the other. */
function authorOf(people: readonly Person[], { body, catalog, words }: Known): string {
  const named = people.map(({ name, partyId }) => {
    const isParty = body.parties.some(({ id }) => id === partyId)
    return partyId !== null && isParty && name !== ''
      ? `${name} (${partyById(partyId, body, catalog)})`
      : name
  })
  return named.filter((name) => name !== '').join(', ') || words.unknown
}

function toThread(thread: Thread, known: Known, paragraphs: readonly ProposedParagraph[]): WordThread {
  return {
    id: thread.id,
    place: amongProposed(placeOf(thread.anchor, known, paragraphs), paragraphs),
    quote: thread.anchor.quote,
    isResolved: thread.state === 'resolved',
    comments: thread.comments.map((comment) => ({
      author: authorOf([comment.author], known),
      at: comment.at,
      text: comment.isRemoved ? known.words.removed : saidInWords(comment),
    })),
  }
}

/** What can not be tracked in a text is said beside it, by who proposes it. */
function proposalThread(
  proposal: OpenProposal,
  known: Known,
  paragraphs: readonly ProposedParagraph[],
): WordThread {
  const { doc, body, catalog, words } = known
  const text = changeInWords(proposal, words, { body, catalog, numbers: drawNumbers(body) })
  const author = authorOf(proposal.authors, known)
  return {
    place: amongProposed(placeOfChange(doc, proposal), paragraphs),
    quote: '',
    isResolved: false,
    comments: [{ author, at: proposal.at ?? EVER, text }],
  }
}

/** A proposal as data always knows its moment; a comment needs one. */
const EVER = '1980-01-01T00:00:00Z'

function placeOf(
  anchor: CommentAnchor,
  known: Known,
  paragraphs: readonly ProposedParagraph[],
): CommentPlace {
  switch (anchor.kind) {
    case 'article':
      return { kind: 'section', sectionId: anchor.articleId }
    case 'fact':
      return placeOfFact(anchor.address)
    case 'row':
      return { kind: 'row', list: anchor.list, recordId: anchor.rowId, field: null }
    case 'passage':
      return placeOfPassage(anchor, known)
    case 'proposal':
      return placeOfProposal(anchor.proposalId, known, paragraphs)
  }
}

function placeOfPassage(
  anchor: Extract<CommentAnchor, { kind: 'passage' }>,
  { doc, body, catalog }: Known,
): CommentPlace {
  const text = maybeText(doc, anchor.articleId)
  const span = text && maybePassage(text, anchor, wordsIn(body, catalog))
  if (span === null) return { kind: 'gone', sectionId: anchor.articleId }
  const { from, to } = span
  return {
    kind: 'passage',
    sectionId: anchor.articleId,
    from: { index: from.block, offset: from.offset },
    to: { index: to.block, offset: to.offset },
  }
}

/** As a page reads what stands in a sentence. */
function wordsIn(body: AgreementBody, catalog: Catalog): WordOf {
  const numbers = drawNumbers(body)
  return (name, attrs) => {
    if (name === 'field') return fieldText(String(attrs.name), body, catalog, numbers).text
    if (name === 'articleReference')
      return referenceText(String(attrs.articleId), body, numbers, catalog).text
    return roleWordText(attrs as RoleWordAttrs, body)
  }
}

/** Of a proposal that was decided the article it was in is left. */
function placeOfProposal(
  id: string,
  { doc, view }: Known,
  paragraphs: readonly ProposedParagraph[],
): CommentPlace {
  const open = view.open.find((each) => each.id === id)
  if (open === undefined)
    return { kind: 'gone', sectionId: view.decided.find((each) => each.id === id)?.place ?? null }
  const isTracked = open.what.kind === 'words' || paragraphs.some((each) => each.id === id)
  return isTracked ? { kind: 'suggestion', id } : placeOfChange(doc, open)
}

/** Proposed paragraphs stand between the others. */
function amongProposed(place: CommentPlace, paragraphs: readonly ProposedParagraph[]): CommentPlace {
  if (place.kind !== 'passage') return place
  const { sectionId, from, to } = place
  return {
    ...place,
    from: { ...from, index: indexAmong(paragraphs, sectionId, from.index) },
    to: { ...to, index: indexAmong(paragraphs, sectionId, to.index) },
  }
}
