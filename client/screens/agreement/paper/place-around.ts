/** The id of the article or annex that an element of the page stands in; null where it is in none. */
export const placeAround = (element: Element | null): string | null =>
  element?.closest('[data-place]')?.getAttribute('data-place') ?? null
