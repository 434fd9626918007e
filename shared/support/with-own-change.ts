import { oneChange } from './one-change.ts'
import { steps } from './steps.ts'

/**
 * What `other` says with the one change in it that made `own` of `was`: two changed a text at the same moment, each without the other. Null
 * where the other took out what the change was made in, so that only people can say what is meant.
 */
export function withOwnChange(was: string, own: string, other: string): string | null {
  const { index, remove, insert } = oneChange(was, own)
  const places = placesIn(was, other)
  const out = places.slice(index, index + remove)
  const at = out.length > 0 ? out[0] : placeBetween(places, index)
  if (at === undefined || out.includes(undefined)) return null
  const left = Array.from({ length: other.length }, (_, place) => (out.includes(place) ? '' : other[place]))
  return left.slice(0, at).join('') + insert + left.slice(at).join('')
}

/**
 * What a text says now with what came in by typing, `typed` made of `shown`, where others changed it without its being shown. No letter of anybody
 * goes but those that were taken out in sight: what fits nowhere any more stands at the end.
 */
export function withTyped(shown: string, typed: string, now: string): string {
  if (now === shown) return typed
  return withOwnChange(shown, typed, now) ?? now + oneChange(shown, typed).insert
}

/** Where each code unit of a text stands in another; undefined for what went. */
export function placesIn(was: string, now: string): (number | undefined)[] {
  const places: (number | undefined)[] = []
  let place = 0
  for (const step of steps([...was], [...now], (sign) => sign)) {
    if (step.state === 'came') place += step.now.length
    else
      for (let unit = 0; unit < step.was.length; unit++)
        places.push(step.state === 'same' ? place++ : undefined)
  }
  return places
}

/** Right behind what stood before a place; where that went, right before what stood behind it. */
export function placeBetween(places: readonly (number | undefined)[], index: number): number | undefined {
  if (index === 0) return 0
  const before = places[index - 1]
  return before === undefined ? places[index] : before + 1
}
