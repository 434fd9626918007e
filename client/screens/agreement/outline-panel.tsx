import { Button as AriaButton } from 'react-aria-components/Button'
import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import type { OutlineEntry } from './overview-of.ts'
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
  const { agreement } = useText()
  const { entries } = around.overview
  const articles = entries.filter(({ kind }) => kind === 'article')
  const annexes = entries.filter(({ kind }) => kind === 'annex')
  const row = (entry: OutlineEntry) => (
    <Row key={entry.id} entry={entry} around={around} onGone={onGone ?? (() => {})} />
  )
  return (
    <div className="hs-outline">
      <ol className="hs-outline__list">{articles.map(row)}</ol>
      {annexes.length === 0 ? null : (
        <>
          <h3 className="hs-outline__heading">{agreement.outline.annexes}</h3>
          <ol className="hs-outline__list">{annexes.map(row)}</ol>
        </>
      )}
    </div>
  )
}

type RowProps = { entry: OutlineEntry; around: Around; onGone: () => void }

function Row({ entry, around, onGone }: RowProps) {
  const { agreement } = useText()
  const { people, place, you, goTo, overview } = around
  const here = people.filter((person) => person.place === entry.id && person.personId !== you.personId)
  const isHere = place === entry.id
  const go = () => {
    onGone()
    goTo(entry.id)
  }
  return (
    <li>
      <AriaButton
        className={`hs-outline__row ${isHere ? 'hs-outline__row--here' : ''}`}
        aria-current={isHere ? 'location' : false}
        onPress={go}
      >
        <span className="hs-outline__number">{entry.number}</span>
        <span lang="nl">{entry.heading || agreement.outline.unnamed}</span>
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
    </li>
  )
}
