/** Which choice an arrow key leads to. The part of React Aria's `KeyboardDelegate` that a menu asks. */
export type MenuOrder = {
  getKeyBelow(key: string): string | null
  getKeyAbove(key: string): string | null
  getKeyRightOf(key: string): string | null
  getKeyLeftOf(key: string): string | null
  getFirstKey(): string | null
  getLastKey(): string | null
  getKeyForSearch(search: string, from?: string | null): string | null
}

type Grouped = readonly { choices: readonly { key: string; label: string; isDisabled?: boolean }[] }[]

/**
 * The order of a grouped menu: up and down go from choice to choice, right and left from group to group, letters to what begins with
 * them. React Aria takes the places on the screen for it, and in two columns comes back from the top of the second one to the first.
 */
export function menuOrder(groups: Grouped): MenuOrder {
  const open = groups.map(({ choices }) => choices.filter(({ isDisabled }) => isDisabled !== true))
  const all = open.flat()
  const keyAt = (place: number) => all[place]?.key ?? null
  const placeOf = (key: string) => all.findIndex((choice) => choice.key === key)
  const firsts = open.flatMap(([first]) => (first === undefined ? [] : [placeOf(first.key)]))
  return {
    getKeyBelow: (key) => keyAt(placeOf(key) + 1),
    getKeyAbove: (key) => keyAt(placeOf(key) - 1),
    getKeyRightOf: (key) => keyAt(firsts.find((first) => first > placeOf(key)) ?? -1),
    getKeyLeftOf: (key) => keyAt(firsts.findLast((first) => first < placeOf(key)) ?? -1),
    getFirstKey: () => keyAt(0),
    getLastKey: () => keyAt(all.length - 1),
    getKeyForSearch(search, from) {
      const wanted = search.toLocaleLowerCase()
      const behind = all.slice(from ? placeOf(from) : 0)
      return behind.find(({ label }) => label.toLocaleLowerCase().startsWith(wanted))?.key ?? null
    },
  }
}
