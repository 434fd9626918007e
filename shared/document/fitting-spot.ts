import type { LostPiece } from './lost-piece.ts'

/** A place in one of several texts. */
export type Found = { text: number; at: number }

/** So much of the surroundings must agree on both sides together, in characters, before a place counts as the one. */
const ENOUGH = 8
/** When one side only is looked at. */
const ENOUGH_ALONE = 16
/** So much of each side is compared. */
const COMPARED = 32

/** The places where all pieces fit, in order; null when one of them fits nowhere, or in more than one place. */
export function fittingSpots(texts: readonly string[], pieces: readonly LostPiece[]): Found[] | null {
  const spots = pieces.map((piece) => fittingSpot(texts, piece))
  return spots.length > 0 && spots.every((spot) => spot !== null) ? spots : null
}

function fittingSpot(texts: readonly string[], { before, after }: LostPiece): Found | null {
  const left = before.slice(-COMPARED)
  const right = after.slice(0, COMPARED)
  return (
    onlyPlace(texts, left, right, ENOUGH) ??
    onlyPlace(texts, left, '', ENOUGH_ALONE) ??
    onlyPlace(texts, '', right, ENOUGH_ALONE)
  )
}

function onlyPlace(texts: readonly string[], left: string, right: string, enough: number): Found | null {
  if ((left + right).trim().length < enough) return null
  const found = texts.flatMap((words, text) =>
    placesOf(words, left + right).map((start) => ({ text, at: start + left.length })),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at)
  return places
}
