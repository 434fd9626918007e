import type { OpenPoint, OpenPointChange } from '../../../shared/protocol/endpoints-open-points.ts'
import type { CallFailure, OpenPointCommand, Waiting } from '../../connection/index.ts'

/** A point as the screen shows it. */
export type SeenPoint = OpenPoint & {
  /** What of it the server does not have yet; null: it is all there. `refused`: what it will not take, and its sentence. */
  waiting: { refused: readonly string[]; refusal: string | null } | null
}

/** What a point that waits is drawn with. */
export type PointWords = {
  you: { personId: string; name: string }
  headingOf: (sectionId: string) => string
  nameOf: (personId: string) => string | null
}

/** What the server has, with what waits on this device laid over it, the oldest first. What was refused and holds no words is not done here either. */
export function withWaitingPoints(
  points: readonly OpenPoint[],
  waiting: readonly Waiting<OpenPointCommand>[],
  words: PointWords,
): SeenPoint[] {
  const seen = new Map<string, SeenPoint>(points.map((point) => [point.id, { ...point, waiting: null }]))
  for (const each of waiting) layOver(seen, each, words)
  return [...seen.values()]
}

/** Words that somebody typed stay, and so does a point that somebody thinks is done or gone; what is gone already needs no second going. */
export function staysRefused(command: OpenPointCommand, failure: CallFailure): boolean {
  const isGone = failure.kind === 'problem' && failure.name === 'unknown-open-point'
  if (!isGone) return true
  return command.kind === 'change' && command.change.text !== undefined
}

function layOver(
  seen: Map<string, SeenPoint>,
  { id, at, command, refusal }: Waiting<OpenPointCommand>,
  words: PointWords,
): void {
  const pointId = command.kind === 'add' ? command.point.id : command.pointId
  const known = seen.get(pointId) ?? null
  const before = known?.waiting ?? null
  const waiting = {
    refused: [...(before?.refused ?? []), ...(refusal === null ? [] : [id])],
    refusal: refusal ?? before?.refusal ?? null,
  }
  if (command.kind === 'add') {
    const { sectionId, text, owner, due } = command.point
    seen.set(
      pointId,
      known ?? { ...begun(pointId, at, words), ...said({ sectionId, text, owner, due }, words), waiting },
    )
    return
  }
  if (command.kind === 'remove') {
    if (refusal === null) seen.delete(pointId)
    else if (known !== null) seen.set(pointId, { ...known, waiting })
    return
  }
  const { text, isDone } = command.change
  // Somebody took the point away meanwhile: the words that were typed are not lost with it.
  const changed = known ?? (text === undefined || refusal === null ? null : begun(pointId, at, words))
  if (changed === null) return
  const isTicked = refusal === null && isDone !== undefined && isDone !== (changed.done !== null)
  const by = { by: words.you.personId, byName: words.you.name, at }
  seen.set(pointId, {
    ...changed,
    ...said(command.change, words),
    ...(isTicked ? { done: isDone ? by : null } : {}),
    waiting,
  })
}

function begun(id: string, at: string, { you }: PointWords): OpenPoint {
  return {
    ...{ id, sectionId: null, heading: '', text: '', owner: null, ownerName: null, due: null, done: null },
    ...{ madeBy: you.personId, madeByName: you.name, madeAt: at },
  }
}

/** What a change says, in the fields of a point; what it leaves out stays. */
function said(
  { text, sectionId, owner, due }: OpenPointChange,
  { headingOf, nameOf }: PointWords,
): Partial<OpenPoint> {
  const ownerName = owner?.kind === 'person' ? nameOf(owner.personId) : null
  return {
    ...(text === undefined ? {} : { text }),
    ...(due === undefined ? {} : { due }),
    ...(owner === undefined ? {} : { owner, ownerName }),
    ...(sectionId === undefined
      ? {}
      : { sectionId, heading: sectionId === null ? '' : headingOf(sectionId) }),
  }
}

/** What of a point is otherwise now: what others changed meanwhile stays theirs. */
export function differing(point: OpenPoint, now: Required<Omit<OpenPointChange, 'isDone'>>): OpenPointChange {
  const { text, sectionId, owner, due } = now
  return {
    ...(text === point.text ? {} : { text }),
    ...(sectionId === point.sectionId ? {} : { sectionId }),
    ...(due === point.due ? {} : { due }),
    ...(JSON.stringify(owner) === JSON.stringify(point.owner) ? {} : { owner }),
  }
}
