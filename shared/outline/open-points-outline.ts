import type { Inline, Outline, Row, Section } from './outline.ts'

/** A point as it comes on paper. */
export type PointOnPaper = {
  id: string
  /** Article or annex; null for the agreement as a whole. */
  sectionId: string | null
  /** What the article was called when the point was made. */
  heading: string
  text: string
  /** Empty: nobody yet. */
  who: string
  due: string | null
  isDone: boolean
}

/** The words around the points, in the language of who takes them along. */
export type OpenPointWords = {
  title: string
  /** Said under the title: of which agreement, and of which day. */
  agreement: string
  date: string
  open: string
  done: string
  columns: { article: string; what: string; who: string; when: string }
  noneOpen: string
  whole: string
  gone: (heading: string) => string
  nobody: string
  noDay: string
  formatDay: (isoDate: string) => string
  page: string
  pageOf: string
}

/** How the articles are called now, in their order. */
export type SectionNames = ReadonlyMap<string, string>

/**
 * The list of open points as a page: what is open by article and day, and what is done after it. It goes the road of every paper, so that its
 * Word file and its print are alike.
 */
export function openPointsOutline(
  points: readonly PointOnPaper[],
  about: { title: string; names: SectionNames; today: string; language: string },
  words: OpenPointWords,
): Outline {
  const ordered = byPlaceAndDay(points, about.names)
  const open = ordered.filter(({ isDone }) => !isDone)
  const done = ordered.filter(({ isDone }) => isDone)
  return {
    language: about.language,
    layout: 'short',
    title: words.title,
    titlePage: {
      title: words.title,
      parties: [],
      between: '',
      facts: [
        ...(about.title === '' ? [] : [{ label: words.agreement, value: about.title }]),
        { label: words.date, value: words.formatDay(about.today) },
      ],
      draftMark: null,
    },
    sections: [
      sectionOf('open', `${words.open} (${open.length})`, open, about.names, words),
      ...(done.length === 0
        ? []
        : [sectionOf('done', `${words.done} (${done.length})`, done, about.names, words)]),
    ],
    annexes: [],
    words: { contents: '', page: words.page, of: words.pageOf, version: '' },
  }
}

/** By the order of the articles, those about the whole first and those of articles that are gone last; then the earliest day first. */
export function byPlaceAndDay<P extends Pick<PointOnPaper, 'sectionId' | 'due'>>(
  points: readonly P[],
  names: SectionNames,
): P[] {
  const order = [...names.keys()]
  const place = ({ sectionId }: P) => {
    if (sectionId === null) return -1
    const at = order.indexOf(sectionId)
    return at < 0 ? order.length : at
  }
  const day = ({ due }: P) => due ?? '9999'
  return [...points].sort((a, b) => place(a) - place(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

function sectionOf(
  key: string,
  heading: string,
  points: readonly PointOnPaper[],
  names: SectionNames,
  words: OpenPointWords,
): Section {
  const { columns } = words
  const column = (field: keyof typeof columns, width: number) => ({
    field,
    label: columns[field],
    align: 'start' as const,
    width,
  })
  return {
    id: key,
    key,
    number: null,
    label: '',
    heading,
    content: [
      {
        kind: 'table',
        name: key,
        caption: heading,
        captionShown: false,
        columns: [column('article', 24), column('what', 42), column('who', 18), column('when', 16)],
        rows: points.map((point) => rowOf(point, names, words)),
        emptyText: words.noneOpen,
      },
    ],
  }
}

function rowOf(point: PointOnPaper, names: SectionNames, words: OpenPointWords): Row {
  const { id, text, who, due } = point
  const when = due === null ? words.noDay : words.formatDay(due)
  return {
    kind: 'record',
    recordId: id,
    cells: [placeName(point, names, words), text, who || words.nobody, when].map(inlinesOf),
  }
}

/** How the place of a point is called: as the article is called now, else as it was. */
export function placeName(
  { sectionId, heading }: Pick<PointOnPaper, 'sectionId' | 'heading'>,
  names: SectionNames,
  words: Pick<OpenPointWords, 'whole' | 'gone'>,
): string {
  if (sectionId === null) return words.whole
  return names.get(sectionId) ?? words.gone(heading)
}

function inlinesOf(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, at): Inline[] => [
      ...(at === 0 ? [] : [{ kind: 'break' as const }]),
      { kind: 'text', text: line, marks: [] },
    ])
}
