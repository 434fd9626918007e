import { Skeleton } from '../../ui/skeleton.tsx'

const ARTICLES = [
  { key: 'one', lines: ['96%', '88%', '93%', '40%'] },
  { key: 'two', lines: ['91%', '97%', '62%'] },
  { key: 'three', lines: ['94%', '89%', '95%', '71%'] },
]

/** The shape of the paper while its text is on its way, with a sentence that says so: never an empty document. */
export function PaperSkeleton({ sentence }: { sentence: string }) {
  return (
    <div className="hs-paper-sheet" aria-busy="true">
      <p className="hs-soft">{sentence}</p>
      <Skeleton width="68%" height="2rem" />
      <Skeleton width="34%" height="1.1rem" />
      {ARTICLES.map(({ key, lines }) => (
        <div key={key} className="hs-paper-sheet__article">
          <Skeleton width="46%" height="1.3rem" />
          {lines.map((width) => (
            <Skeleton key={width} width={width} height="0.9rem" />
          ))}
        </div>
      ))}
    </div>
  )
}
