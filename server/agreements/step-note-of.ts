import type { NoteMark, StepNote } from '../../shared/protocol/endpoints-steps.ts'
import type { StoredNoteVersion } from '../storage/steps.ts'

/** Texts that one person writes on from each other within this time (ms) are one writing. */
const ONE_WRITING = 10 * 60_000
/** Earlier texts that are shown; the records keep all. */
const SHOWN = 20

type Text = StoredNoteVersion

/**
 * The note of one place out of all its versions, oldest first. The last text stands. Earlier texts come along as long as
 * their words are not all in it, so that whoever wrote at the same moment finds their own again.
 */
export function stepNoteOf(versions: readonly StoredNoteVersion[]): StepNote {
  const [first] = versions
  if (first === undefined) throw new RangeError('stepNoteOf: a note has at least one version')
  const texts = versions.filter(({ part }) => part === 'text')
  const text = texts.at(-1)
  const mark = versions.findLast(({ part }) => part === 'mark')
  const writings = intoWritings(texts)
  return {
    itemId: first.itemId,
    aboutPartyId: first.aboutPartyId,
    audience: first.audience === 'all' ? 'shared' : 'own',
    text: text?.value ?? '',
    version: text?.seq ?? null,
    writtenBy: text?.name ?? null,
    writtenAt: text?.at ?? null,
    mark: (mark?.value ?? 'none') as NoteMark,
    markedBy: mark?.name ?? null,
    markedAt: mark?.at ?? null,
    overlapped: isOverlapped(writings),
    earlier: earlierTexts(writings),
  }
}

/** All notes among versions of many places, in the order in which they were begun. */
export function stepNotesOf(versions: readonly StoredNoteVersion[]): StepNote[] {
  const places = new Map<string, StoredNoteVersion[]>()
  for (const version of versions) {
    const place = JSON.stringify([version.itemId, version.aboutPartyId, version.audience])
    places.set(place, [...(places.get(place) ?? []), version])
  }
  return [...places.values()].map(stepNoteOf)
}

/** Groups texts that somebody wrote on without anybody in between. */
function intoWritings(texts: readonly Text[]): Text[][] {
  const writings: Text[][] = []
  for (const text of texts) {
    const before = writings.at(-1)?.at(-1)
    if (before && goesOnFrom(before, text)) writings.at(-1)?.push(text)
    else writings.push([text])
  }
  return writings
}

function goesOnFrom(before: Text, text: Text): boolean {
  const apart = Date.parse(text.at) - Date.parse(before.at)
  return text.personId === before.personId && text.basedOn === before.seq && apart <= ONE_WRITING
}

function isOverlapped(writings: readonly Text[][]): boolean {
  const [start] = writings.at(-1) ?? []
  const before = writings.at(-2)?.at(-1)
  const now = writings.at(-1)?.at(-1)
  if (!start || !before || !now || start.basedOn === before.seq) return false
  return !now.value.includes(before.value)
}

function earlierTexts(writings: readonly Text[][]): StepNote['earlier'] {
  const shown = [writings.at(-1)?.at(-1)?.value ?? '']
  const earlier: StepNote['earlier'] = []
  for (const writing of writings.slice(0, -1).reverse()) {
    const last = writing.at(-1)
    if (!last || shown.some((text) => text.includes(last.value))) continue
    shown.push(last.value)
    earlier.push({ text: last.value, by: last.name, at: last.at })
  }
  return earlier.slice(0, SHOWN)
}
