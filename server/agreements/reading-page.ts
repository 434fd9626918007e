import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { readAgreement } from '../../shared/document/read.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import { officialName } from '../../shared/outline/parties.ts'
import { readingOutline } from '../../shared/outline/reading-outline.ts'
import type { Reading } from '../../shared/protocol/endpoints-consultation.ts'
import type { Template } from '../../shared/template/template.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'

export type ReadingPageParts = {
  agreements: Pick<AgreementStore, 'maybeAgreement'>
  documents: Pick<LiveDocuments, 'read'>
  library: Library
  clock: () => Date
}

/** What every reader of an agreement sees alike. */
export type ReadingPage = Pick<Reading, 'explanations'> & {
  outline: Outline
  /** How each party is called. */
  partyNames: ReadonlyMap<string, string>
}

/** How long (ms) a drawn page serves: a hall of people opens the same link within a minute. */
const FRESH = 3000
/** Agreements of which a page is held. */
const HELD = 20

/** Draws what readers see of an agreement: the paper without people, and the explanations of its template. */
export function readingPages({ agreements, documents, library, clock }: ReadingPageParts) {
  const drawn = new Map<string, { at: number; page: Promise<ReadingPage> }>()

  async function draw(agreementId: string): Promise<ReadingPage> {
    const stored = await agreements.maybeAgreement(agreementId)
    if (!stored) throw new Refusal('not-signed-in')
    const body = await documents.read(agreementId, (doc) => readAgreement(doc).value)
    const { catalog, templates } = library
    const template = body.templateId === null ? undefined : templates.get(body.templateId)
    return {
      outline: readingOutline(body, catalog, { status: stored.status }),
      explanations: template === undefined ? [] : explanationsOf(body, template),
      partyNames: new Map(body.parties.map((party) => [party.id, officialName(party, catalog)])),
    }
  }

  /** The page of now, at most a few seconds old. */
  return (agreementId: string): Promise<ReadingPage> => {
    const at = clock().getTime()
    const held = drawn.get(agreementId)
    if (held && at - held.at < FRESH) return held.page
    const page = draw(agreementId)
    drawn.delete(agreementId)
    drawn.set(agreementId, { at, page })
    page.catch(() => drawn.delete(agreementId))
    for (const id of [...drawn.keys()].slice(0, Math.max(0, drawn.size - HELD))) drawn.delete(id)
    return page
  }
}

/** The template's words beside each article and annex that came from it. */
function explanationsOf({ articles, annexes }: AgreementBody, template: Template): Reading['explanations'] {
  const found = [
    ...articles.map(({ id, key }) => ({ id, from: template.articles.find((each) => each.key === key) })),
    ...annexes.map(({ id, kind }) => ({ id, from: template.annexes.find((each) => each.kind === kind) })),
  ]
  return found.flatMap(({ id, from }) =>
    from === undefined ? [] : [{ sectionId: id, guidance: from.guidance, question: from.question }],
  )
}
