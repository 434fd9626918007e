import { useText } from '../../text/index.ts'
import { guidanceOf } from '../agreement/guidance-panel.tsx'
import { AkkoordHere } from './akkoord-here.tsx'
import type { OnStage } from './meeting-screen.tsx'
import { PointsHere } from './points-here.tsx'
import { UnclearCount } from './unclear-count.tsx'

/** Beside the article on the wall: the question to talk about, the explanation, and where the parties stand. */
export function BesideArticle({ on }: { on: OnStage }) {
  const { screen } = useText().meeting
  const { template, stage } = on
  const found = template === null ? null : guidanceOf(stage.entry, template)
  return (
    <aside className="hs-big__beside" aria-label={screen.beside}>
      {found?.question == null ? null : (
        <section className="hs-big__question">
          <h2>{screen.question}</h2>
          <p lang="nl">{found.question}</p>
        </section>
      )}
      <AkkoordHere articleId={stage.entry.id} />
      {found?.guidance == null ? null : (
        <section>
          <h2>{screen.explanation}</h2>
          <p lang="nl">{found.guidance}</p>
        </section>
      )}
      <PointsHere articleId={stage.entry.id} />
      <UnclearCount on={on} />
    </aside>
  )
}
