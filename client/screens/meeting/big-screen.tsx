import { useEffect, useRef } from 'react'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { SkipLink, VisuallyHidden } from '../../ui/hidden.tsx'
import { ConnectionSaid } from '../agreement/connection-said.tsx'
import { usePageTitle } from '../page.tsx'
import { ArticleOnStage } from './article-on-stage.tsx'
import { BesideArticle } from './beside-article.tsx'
import { MeetingScreen, type OnStage } from './meeting-screen.tsx'
import { calledInText } from './presented.ts'
import { StageBar } from './stage-bar.tsx'
import { stageKeys } from './stage-keys.ts'
import './big-screen.css'

/** One article large, for the wall: its text as it is written, and beside it what there is to talk about. */
export function BigScreen({ agreementId }: { agreementId: string }) {
  return (
    <MeetingScreen agreementId={agreementId} showsAtOnce>
      {(on) => <Big on={on} />}
    </MeetingScreen>
  )
}

function Big({ on }: { on: OnStage }) {
  const text = useText()
  const { screen } = text.meeting
  const { agreementId, open, surroundings, overview, stage } = on
  const { entry, go } = stage
  const article = useRef<HTMLDivElement>(null)
  usePageTitle(`${screen.title}, ${overview.title || text.everywhere.untitled}`)
  useEffect(() => stageKeys(article, stage), [stage])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article begins at its top
  useEffect(() => {
    article.current?.scrollTo({ top: 0 })
  }, [entry.id])
  return (
    <div className="hs-big">
      <SkipLink target="content">{text.everywhere.skipToContent}</SkipLink>
      <header className="hs-big__head">
        <h1 lang="nl">{overview.title || text.everywhere.untitled}</h1>
        <ConnectionSaid live={open.live} />
        <Link href={`/agreements/${encodeURIComponent(agreementId)}#${encodeURIComponent(entry.id)}`}>
          {text.everywhere.toAgreement}
        </Link>
      </header>
      <main id="content" tabIndex={-1} className="hs-big__main">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long article is scrolled by keyboard */}
        <section ref={article} tabIndex={0} className="hs-big__text" aria-label={screen.text}>
          <ArticleOnStage open={open} catalog={surroundings.catalog} entry={entry} go={go} />
        </section>
        <BesideArticle on={on} />
      </main>
      <StageBar on={on} />
      <VisuallyHidden>
        <span role="status">
          {calledInText(entry, text)} {entry.heading}
        </span>
      </VisuallyHidden>
    </div>
  )
}
