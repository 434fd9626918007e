import { partsOf } from './word-file.ts'

/** A comment of a Word file as a reader that shares no code with the writer finds it. */
export type FoundComment = {
  author: string
  initials: string
  date: string
  text: string
  /** The words between the marks of its range. */
  on: string
  isResolved: boolean
  /** The index of the comment it replies to. */
  replyTo: number | null
}

/** The comments of a Word file, in order. Throws where a comment has no range or no reference in the text. */
export function commentsIn(docx: Uint8Array): FoundComment[] {
  const parts = partsOf(docx)
  const document = parts['word/document.xml'] ?? ''
  const extended = new Map(
    elements(parts['word/commentsExtended.xml'] ?? '', 'w15:commentEx').map(({ tag }) => [
      attribute(tag, 'w15:paraId'),
      tag,
    ]),
  )
  const found = elements(parts['word/comments.xml'] ?? '', 'w:comment').map(({ tag, inner }) => ({
    tag,
    inner,
    paraId: attribute(inner.slice(inner.lastIndexOf('<w:p ')), 'w14:paraId'),
  }))
  return found.map(({ tag, inner, paraId }) => {
    const about = extended.get(paraId) ?? ''
    const parent = attribute(about, 'w15:paraIdParent')
    return {
      author: attribute(tag, 'w:author'),
      initials: attribute(tag, 'w:initials'),
      date: attribute(tag, 'w:date'),
      text: elements(inner, 'w:p').map(wordsOf).join('\n'),
      on: rangeOf(document, attribute(tag, 'w:id')),
      isResolved: attribute(about, 'w15:done') === '1',
      replyTo: parent === '' ? null : found.findIndex((each) => each.paraId === parent),
    }
  })
}

/** The clauses of a Word file after every tracked change is accepted. */
export const acceptedText = (docx: Uint8Array) => clausesOf(docx, 'del', 'ins')
/** The clauses of a Word file after every tracked change is rejected. */
export const rejectedText = (docx: Uint8Array) => clausesOf(docx, 'ins', 'del')

function clausesOf(docx: Uint8Array, goes: string, stays: string): string[] {
  const document = partsOf(docx)['word/document.xml'] ?? ''
  return elements(document, 'w:p')
    .filter(({ inner }) => /<w:pStyle w:val="\w*(Clause|BodyText)"\/>/.test(inner))
    .filter(({ inner }) => !new RegExp(`<w:rPr><w:${goes} [^>]*/>`).test(inner))
    .filter(({ inner }) => !inner.includes('TOC'))
    .map(({ inner }) => {
      const gone = inner.replace(new RegExp(`<w:${goes} [^>]*[^/]>.*?</w:${goes}>`, 'gs'), '')
      return wordsOf({ inner: gone.replace(new RegExp(`</?w:${stays}\\b[^>]*>`, 'g'), '') })
    })
}

function rangeOf(document: string, id: string): string {
  const [start, end, reference] = ['RangeStart', 'RangeEnd', 'Reference'].map((name) =>
    document.indexOf(`<w:comment${name} w:id="${id}"/>`),
  )
  if (
    start === undefined ||
    end === undefined ||
    reference === undefined ||
    start < 0 ||
    end < start ||
    reference < end
  )
    throw new Error(`comment ${id} has no range in the text: ${start}, ${end}, ${reference}`)
  return wordsOf({ inner: document.slice(start, end) })
}

const wordsOf = ({ inner }: { inner: string }): string =>
  [...inner.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)]
    .map(([, text = '']) => unescaped(text))
    .join('')

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')

function elements(xml: string, name: string): { tag: string; inner: string }[] {
  const pattern = new RegExp(`(<${name}(?: [^>]*)?)(?:/>|>(.*?)</${name}>)`, 'gs')
  return [...xml.matchAll(pattern)].map(([, tag = '', inner = '']) => ({ tag, inner }))
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}
