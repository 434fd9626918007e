import type { PaperCatalog } from './paper-catalog.ts'

/**
 * The catalogue with a key in the place of each word: what is drawn with it says what was chosen and not how this edition calls it, so that a
 * better word in the catalogue is no other agreement.
 */
export function keyedCatalog({ words, frameworks, factors }: PaperCatalog): PaperCatalog {
  return {
    words: {
      enums: mapped(words.enums, (choices) => mapped(choices, (_, key) => key)),
      blocks: mapped(words.blocks, ({ columns = {} }, key) => ({
        caption: key,
        emptyText: key,
        columns: mapped(columns, (_, column) => column),
      })),
      paper: mapped(words.paper, withItsValues),
      placeholders: mapped(words.placeholders, (_, key) => key),
      fields: mapped(words.fields, (_, key) => ({ label: key })),
    },
    frameworks: frameworks.map(({ id, clusters }) => ({ id, clusters: clusters.map(keyed) })),
    factors: factors.map(keyed),
  }
}

/** "vanaf {date}" becomes "fromDate {date}": the words go, what is filled in stays. */
function withItsValues(word: string, key: string): string {
  return [key, ...(word.match(/\{\w+\}/g) ?? [])].join(' ')
}

function keyed<T extends { id: string; label: string }>(one: T): T {
  return { ...one, label: one.id }
}

function mapped<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}
