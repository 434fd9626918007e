import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { drawTitle } from '../../shared/agreement/title.ts'
import { readAgreement } from '../../shared/document/read.ts'
import {
  byPlaceAndDay,
  type OpenPointWords,
  openPointsOutline,
  type PointOnPaper,
  placeName,
  type SectionNames,
} from '../../shared/outline/open-points-outline.ts'
import { officialName } from '../../shared/outline/parties.ts'
import { sectionNames } from '../../shared/outline/section-names.ts'
import {
  MOST_POINTS,
  type NewOpenPoint,
  type OpenPoint,
  type OpenPointChange,
  type PointOwner,
} from '../../shared/protocol/endpoints-open-points.ts'
import { describeFound } from '../../shared/support/message.ts'
import { fileNameOf } from '../../shared/word/file-name.ts'
import { type CalendarDay, writeCalendar } from '../../shared/word/write-calendar.ts'
import { mayChangeOpenPoints } from '../access/open-points.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { OpenPointStore, PointWords, StoredPoint } from '../storage/open-points.ts'
import type { AgreementFile } from './agreement-file.ts'
import type { FileWriter } from './file-writer.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'
import type { Themes } from './themes.ts'

export type OpenPointParts = {
  store: OpenPointStore
  agreements: Pick<AgreementStore, 'knownBy' | 'participantsOf' | 'addAct'>
  documents: Pick<LiveDocuments, 'read'>
  library: Pick<Library, 'catalog'>
  files: Pick<FileWriter, 'write'>
  /** How a paper that is made now looks. */
  themes: Pick<Themes, 'now'>
  clock: () => Date
  /** Tells everybody in the agreement that there is something to fetch. */
  tell: (agreementId: string) => void
}

/** How the files are worded, and where the list stands for who has them. */
export type OpenPointFileWords = OpenPointWords & {
  language: string
  /** Who does it, in the calendar. */
  who: (name: string) => string
  address: string
}

/** Points that were taken away count for as long as the agreement is there: an end to what a program can fill. */
const BOUNDS = { living: MOST_POINTS, ever: 20 * MOST_POINTS }

/** What is still to be done or decided in an agreement, per article, with who and when: a list of all parties together. */
export type OpenPoints = ReturnType<typeof createOpenPoints>

export function createOpenPoints(parts: OpenPointParts) {
  return { ...listing(parts), ...changing(parts), ...taking(parts) }
}

function listing({ store, agreements }: OpenPointParts) {
  return {
    /** All points, the oldest first, those that are done included. Whoever calls takes part. */
    async list({ agreementId }: Participation): Promise<OpenPoint[]> {
      return withNames(agreements, agreementId, await store.pointsOf(agreementId))
    },
  }
}

function changing({ store, agreements, documents, library, clock, tell }: OpenPointParts) {
  const bodyOf = (id: string) => documents.read(id, (doc) => readAgreement(doc).value)

  /** What was sent, as it is kept. Throws a refusal `malformed-request` for an article, a person or a party that there is not. */
  async function checked(agreementId: string, sent: OpenPointChange): Promise<Partial<PointWords>> {
    const { text, due, owner, sectionId } = sent
    const isPlaced = sectionId !== undefined && sectionId !== null
    const body = isPlaced || owner?.kind === 'party' ? await bodyOf(agreementId) : null
    if (owner?.kind === 'party') checkParty(owner.partyId, body?.parties ?? [])
    if (owner?.kind === 'person') await checkPerson(agreementId, owner.personId)
    return {
      ...(text === undefined ? {} : { text }),
      ...(due === undefined ? {} : { due }),
      ...(owner === undefined ? {} : ownerColumns(owner)),
      ...(sectionId === undefined ? {} : { sectionId, heading: isPlaced ? headingOf(sectionId, body) : '' }),
    }
  }

  function headingOf(sectionId: string, body: AgreementBody | null): string {
    const heading = body && sectionNames(body, library.catalog).get(sectionId)
    if (typeof heading !== 'string') refuse('sectionId', 'the id of an article or annex, or null', sectionId)
    return heading
  }

  async function checkPerson(agreementId: string, personId: string): Promise<void> {
    const present = await agreements.participantsOf(agreementId)
    if (!present.some((each) => each.personId === personId))
      refuse('owner.personId', 'somebody who takes part', personId)
  }

  async function known(agreementId: string, id: string): Promise<OpenPoint> {
    const stored = await store.maybePoint(agreementId, id)
    const [point] = stored ? await withNames(agreements, agreementId, [stored]) : []
    if (point === undefined) throw new Refusal('unknown-open-point')
    return point
  }

  return {
    /**
     * Writes a point down; one that was sent before stays as it is. Throws the refusals `not-allowed`, `malformed-request` for an article, a person
     * or a party that there is not, `unknown-open-point` when it was taken away since, and `too-many-open-points`.
     */
    async add(participation: Participation, { id, ...sent }: NewOpenPoint): Promise<OpenPoint> {
      if (!mayChangeOpenPoints(participation)) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      const words = (await checked(agreementId, sent)) as PointWords
      const done = { by: personId, at: clock().toISOString() }
      const added = await store.addPoint(agreementId, id, words, done, BOUNDS)
      if (added === 'too-many') throw new Refusal('too-many-open-points')
      if (added === 'removed') throw new Refusal('unknown-open-point')
      tell(agreementId)
      return known(agreementId, id)
    },

    /** Changes what is named of a point. Throws the refusals `not-allowed`, `malformed-request` and `unknown-open-point`. */
    async change(participation: Participation, id: string, sent: OpenPointChange): Promise<OpenPoint> {
      if (!mayChangeOpenPoints(participation)) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      const words = await checked(agreementId, sent)
      const by = { by: personId, at: clock().toISOString() }
      const isThere = await store.changePoint(agreementId, id, words, sent.isDone, by)
      if (!isThere) throw new Refusal('unknown-open-point')
      tell(agreementId)
      return known(agreementId, id)
    },

    /** Takes a point away, with its words. Throws the refusals `not-allowed` and `unknown-open-point`. */
    async remove(participation: Participation, id: string): Promise<void> {
      if (!mayChangeOpenPoints(participation)) throw new Refusal('not-allowed')
      const { agreementId, personId } = participation
      const by = { by: personId, at: clock().toISOString() }
      if (!(await store.removePoint(agreementId, id, by))) throw new Refusal('unknown-open-point')
      tell(agreementId)
    },
  }
}

function taking({ store, agreements, documents, library, files, themes, clock }: OpenPointParts) {
  const { catalog } = library

  async function gathered(agreementId: string) {
    const body = await documents.read(agreementId, (doc) => readAgreement(doc).value)
    const points = await withNames(agreements, agreementId, await store.pointsOf(agreementId))
    const whoOf = ({ owner, ownerName }: OpenPoint): string => {
      if (owner?.kind !== 'party') return ownerName ?? ''
      const party = body.parties.find(({ id }) => id === owner.partyId)
      return party ? officialName(party, catalog) : ''
    }
    return {
      title: drawTitle(body),
      names: sectionNames(body, catalog),
      points: points.map(
        (point): PointOnPaper => ({ ...point, who: whoOf(point), isDone: point.done !== null }),
      ),
    }
  }

  async function noted<T>({ agreementId, personId }: Participation, file: T): Promise<T> {
    await agreements.addAct({ at: clock().toISOString(), kind: 'export', agreementId, personId })
    return file
  }

  return {
    /** The list as a Word file. Rejects as `FileWriter.write` does. */
    async wordFile(participation: Participation, words: OpenPointFileWords): Promise<AgreementFile> {
      const { agreementId } = participation
      const { title, names, points } = await gathered(agreementId)
      const date = clock()
      const about = { title, names, today: date.toISOString().slice(0, 10), language: words.language }
      const outline = openPointsOutline(points, about, words)
      const name = [words.title, title].filter(Boolean).join(' - ')
      const theme = await themes.now()
      return noted(participation, await files.write({ outline, name, agreementId, date, theme }))
    },

    /** The points that are open and have a day, for a calendar. Throws a refusal `nothing-due` when there are none. */
    async calendarFile(participation: Participation, words: OpenPointFileWords): Promise<AgreementFile> {
      const { agreementId } = participation
      const { title, names, points } = await gathered(agreementId)
      const open = byPlaceAndDay(points, names).filter(({ isDone }) => !isDone)
      const days = open.flatMap((point) => maybeDay(point, agreementId, title, names, words))
      if (days.length === 0) throw new Refusal('nothing-due')
      const name = [words.title, title].filter(Boolean).join(' - ')
      const text = writeCalendar(days, { name, language: words.language, stamp: clock() })
      return noted(participation, {
        bytes: new TextEncoder().encode(text),
        mediaType: 'text/calendar; charset=utf-8',
        name: `${fileNameOf(name)}.ics`,
      })
    },
  }
}

function maybeDay(
  point: PointOnPaper,
  agreementId: string,
  title: string,
  names: SectionNames,
  words: OpenPointFileWords,
): CalendarDay[] {
  const { id, text, who, due } = point
  if (due === null) return []
  const place = placeName(point, names, words)
  return [
    {
      uid: `${id}.${agreementId}@handslag`,
      day: due,
      summary: text.split('\n')[0] ?? '',
      description: [text, place, words.who(who || words.nobody), title].filter(Boolean).join('\n'),
      url: words.address,
    },
  ]
}

function ownerColumns(owner: PointOwner | null): Pick<PointWords, 'ownerPersonId' | 'ownerPartyId'> {
  return {
    ownerPersonId: owner?.kind === 'person' ? owner.personId : null,
    ownerPartyId: owner?.kind === 'party' ? owner.partyId : null,
  }
}

function ownerOf({ ownerPersonId, ownerPartyId }: StoredPoint): PointOwner | null {
  if (ownerPersonId !== null) return { kind: 'person', personId: ownerPersonId }
  return ownerPartyId === null ? null : { kind: 'party', partyId: ownerPartyId }
}

async function withNames(
  agreements: Pick<AgreementStore, 'knownBy'>,
  agreementId: string,
  points: readonly StoredPoint[],
): Promise<OpenPoint[]> {
  const ids = points.flatMap(({ madeBy, ownerPersonId, done }) => [madeBy, ownerPersonId, done?.by])
  const people = ids.filter((id): id is string => typeof id === 'string')
  const known = await agreements.knownBy(agreementId, [...new Set(people)])
  const names = new Map(known.map(({ personId, name }) => [personId, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return points.map((point) => {
    const { id, sectionId, heading, text, due, madeBy, madeAt, done, ownerPersonId } = point
    return {
      ...{ id, sectionId, heading, text, due, madeBy, madeAt },
      madeByName: nameOf(madeBy),
      owner: ownerOf(point),
      ownerName: ownerPersonId === null ? null : nameOf(ownerPersonId),
      done: done && { ...done, byName: nameOf(done.by) },
    }
  })
}

function checkParty(partyId: string, parties: AgreementBody['parties']): void {
  if (parties.some(({ id }) => id === partyId)) return
  refuse('owner.partyId', `one of ${parties.map(({ id }) => id).join(', ')}`, partyId)
}

function refuse(path: string, expected: string, found: string): never {
  throw new Refusal('malformed-request', [
    { path, reason: 'unknown_value', expected, found: describeFound(found) },
  ])
}
