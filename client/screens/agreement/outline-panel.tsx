import type { PointerEvent } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { TextList } from '../../../shared/document/article-edit.ts'
import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeepPlace } from '../../ui/keep-place.tsx'
import { PointsCount } from '../open-points/article-points.tsx'
import { ArticleState } from './article-state.tsx'
import { ArticleMenu } from './articles/article-menu.tsx'
import { useArticleRoom } from './articles/article-room.ts'
import { type Drag, useDragOrder } from './articles/drag-order.ts'
import { CommentCount } from './comments/article-comments.tsx'
import { SinceMark, SinceVisit } from './history/since-mark.tsx'
import type { OutlineEntry } from './overview-of.ts'
import { jumpToEmpty } from './paper/jump-to-empty.ts'
import { PersonMark } from './people-list.tsx'
import { type Around, useFolded } from './workspace.tsx'

/** The articles beside the paper. */
export function OutlinePanel({ around }: { around: Around }) {
  const { agreement } = useText()
  const [isFolded, setFolded] = useFolded('outline')
  const label = isFolded ? agreement.outline.show : agreement.outline.hide
  return (
    <nav
      className={`hs-side hs-side--start ${isFolded ? 'hs-side--folded' : ''}`}
      aria-label={agreement.outline.heading}
    >
      <div className="hs-side__head">
        {isFolded ? null : <h2>{agreement.outline.heading}</h2>}
        <IconButton
          icon={isFolded ? 'articles' : 'back'}
          label={label}
          aria-expanded={!isFolded}
          onPress={() => setFolded(!isFolded)}
        />
      </div>
      {isFolded ? null : <OutlineList around={around} />}
    </nav>
  )
}

/** The articles and annexes, by number and heading; a press leads there. */
export function OutlineList({ around, onGone }: { around: Around; onGone?: () => void }) {
  const { agreement, articles: words } = useText()
  const { entries } = around.overview
  const articles = entries.filter(({ kind }) => kind === 'article')
  const annexes = entries.filter(({ kind }) => kind === 'annex')
  const room = useArticleRoom()
  const gone = onGone ?? (() => {})
  const listed = (those: readonly OutlineEntry[]) => <Rows entries={those} around={around} onGone={gone} />
  const adding = (list: TextList, label: string) =>
    room?.canWrite ? (
      <button
        type="button"
        className="hs-add-article"
        onClick={() => {
          gone()
          room.add(list, null)
        }}
      >
        <Icon name="plus" /> {label}
      </button>
    ) : null
  return (
    <div className="hs-outline">
      <SinceVisit onGone={gone} />
      <PointsCount />
      {listed(articles)}
      {adding('articles', words.add.article)}
      {annexes.length === 0 ? null : (
        <>
          <h3 className="hs-outline__heading">{agreement.outline.annexes}</h3>
          {listed(annexes)}
        </>
      )}
      {adding('annexes', words.add.annex)}
    </div>
  )
}

type RowsProps = {
  entries: readonly OutlineEntry[]
  around: Around
  onGone: () => void
}

function Rows({ entries, around, onGone }: RowsProps) {
  const room = useArticleRoom()
  const { drag, start } = useDragOrder(({ id, before }) => room?.moveBefore(id, before))
  const isDropLast = drag !== null && drag.before === null
  return (
    <KeepPlace order={entries.map(({ id }) => id).join(' ')} itemAt={rowOf}>
      <ol className={`hs-outline__list ${isDropLast ? 'hs-outline__list--drop-last' : ''}`}>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            around={around}
            onGone={onGone}
            look={lookInDrag(entry.id, drag)}
            onDragFrom={start(entry.id)}
          />
        ))}
      </ol>
    </KeepPlace>
  )
}

const rowOf = (id: string) =>
  document.querySelector<HTMLElement>(`.hs-outline__item[data-order-id="${CSS.escape(id)}"]`)

function lookInDrag(id: string, drag: Drag | null): string {
  if (drag === null || (drag.id !== id && drag.before !== id)) return ''
  return drag.id === id ? 'hs-outline__item--dragged' : 'hs-outline__item--drop'
}

type RowProps = {
  entry: OutlineEntry
  around: Around
  onGone: () => void
  look: string
  onDragFrom: (event: PointerEvent<HTMLElement>) => void
}

function Row({ entry, around, onGone, look, onDragFrom }: RowProps) {
  const { agreement, articles, paper } = useText()
  const { people, place, you, goTo, overview } = around
  const here = people.filter((person) => person.place === entry.id && person.personId !== you.personId)
  const isHere = place === entry.id
  const go = () => {
    onGone()
    goTo(entry.id)
  }
  const isArticle = entry.kind === 'article'
  const number = entry.number ?? ''
  const called = isArticle ? paper.articleNumber(number) : paper.annexNumber(number)
  const name = entry.number === null ? entry.heading : paper.withHeading(called, entry.heading)
  return (
    <li className={`hs-outline__item ${look}`} data-order-id={entry.id}>
      <AriaButton
        className={`hs-outline__row ${isHere ? 'hs-outline__row--here' : ''}`}
        aria-current={isHere ? 'location' : false}
        onPress={go}
      >
        <span className="hs-outline__number">{entry.number}</span>
        <span>
          <span lang="nl">{entry.heading || agreement.outline.unnamed}</span>
          <SinceMark id={entry.id} />
          <CommentCount id={entry.id} />
          <ArticleState id={entry.id} />
        </span>
        {here.length === 0 ? null : (
          <span className="hs-people-marks">
            {here.map((person) => (
              <PersonMark key={person.personId} person={person} parties={overview.parties} size={20} />
            ))}
            <VisuallyHidden>
              {agreement.outline.peopleHere(here.map(({ name }) => name).join(', '))}
            </VisuallyHidden>
          </span>
        )}
      </AriaButton>
      <ArticleMenu id={entry.id} name={name} onDragFrom={onDragFrom} onLeave={onGone} />
      {entry.toFill === 0 ? null : (
        <button
          type="button"
          className="hs-to-fill"
          aria-label={articles.toFillIn(entry.toFill, name)}
          onClick={() => {
            onGone()
            jumpToEmpty(entry.id)
          }}
        >
          {articles.toFill(entry.toFill)}
        </button>
      )}
    </li>
  )
}
