import { mayWrite } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button, ButtonLink, Link } from '../../ui/button.tsx'
import { ArticleAkkoord } from '../agreement/akkoord/article-akkoord.tsx'
import { guidanceOf } from '../agreement/guidance-panel.tsx'
import { Page } from '../page.tsx'
import { paperToPropose } from '../proposals/asked-in-address.ts'
import { ReadOnly } from '../read-only.tsx'
import { ArticleOnStage } from './article-on-stage.tsx'
import { CommentHere } from './comment-here.tsx'
import { MeetingScreen, type OnStage } from './meeting-screen.tsx'
import { PointsHere } from './points-here.tsx'
import { calledInText } from './presented.ts'
import { Going } from './stage-bar.tsx'
import { UnclearButton } from './unclear-button.tsx'
import './card.css'

/** The article of the meeting in the hand: what it is about, its text, and what one can say of it. */
export function CardScreen({ agreementId }: { agreementId: string }) {
  return (
    <MeetingScreen agreementId={agreementId} showsAtOnce={false}>
      {(on) => <Card on={on} />}
    </MeetingScreen>
  )
}

function Card({ on }: { on: OnStage }) {
  const text = useText()
  const { card, screen } = text.meeting
  const { agreementId, open, surroundings, overview, stage } = on
  const { entry, go, previous, next } = stage
  const paper = `/agreements/${encodeURIComponent(agreementId)}#${encodeURIComponent(entry.id)}`
  return (
    <Page title={`${card.title}, ${overview.title || text.everywhere.untitled}`}>
      <div className="hs-card">
        <div className="hs-card__head">
          <h1>{card.title}</h1>
          <Link href={paper}>{text.everywhere.toAgreement}</Link>
        </div>
        <Going on={on} />
        <ReadOnly agreementId={agreementId} connection={on.connection} ownPart={text.agreement.readOnly} />
        <article key={entry.id} className="hs-card__sheet">
          <h2 lang="nl">
            {entry.number === null ? entry.heading : `${calledInText(entry, text)} ${entry.heading}`}
          </h2>
          <Explanation on={on} />
          <ArticleOnStage open={open} catalog={surroundings.catalog} entry={entry} go={go} />
          <ArticleAkkoord id={entry.id} name={calledInText(entry, text)} />
          <PointsHere articleId={entry.id} />
          <UnclearButton on={on} />
          <div className="hs-card__acts">
            <CommentHere on={on} />
            {mayWrite(on.connection) ? (
              <ButtonLink icon="write" href={paperToPropose(agreementId, entry.id)}>
                {card.propose}
              </ButtonLink>
            ) : null}
          </div>
        </article>
        <nav className="hs-card__steps" aria-label={screen.choose}>
          <Button icon="back" isDisabled={previous === null} onPress={() => previous && go(previous.id)}>
            {screen.previous}
          </Button>
          <Button icon="right" isDisabled={next === null} onPress={() => next && go(next.id)}>
            {screen.next}
          </Button>
        </nav>
      </div>
    </Page>
  )
}

/** What the article is there for, and the question about it. */
function Explanation({ on: { template, stage } }: { on: OnStage }) {
  const { screen } = useText().meeting
  const found = template === null ? null : guidanceOf(stage.entry, template)
  if (found === null) return null
  return (
    <div className="hs-card__explanation">
      {found.guidance === null ? null : <p lang="nl">{found.guidance}</p>}
      {found.question === null ? null : (
        <p lang="nl">
          <b>{screen.question}:</b> {found.question}
        </p>
      )}
    </div>
  )
}
