import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import type { OutlineEntry } from '../agreement/overview-of.ts'
import type { OnStage } from './meeting-screen.tsx'
import { saidOf } from './presented.ts'

/** The way to another article, and whether everybody goes along. */
export function StageBar({ on }: { on: OnStage }) {
  const { screen } = useText().meeting
  const { stage, overview } = on
  const { entry, previous, next, go } = stage
  const { entries } = overview
  return (
    <div className="hs-stage-bar">
      <nav className="hs-stage-bar__steps" aria-label={screen.choose}>
        <Button icon="back" isDisabled={previous === null} onPress={() => previous && go(previous.id)}>
          {screen.previous}
        </Button>
        <Select
          label={screen.choose}
          options={entries.map((each) => ({ key: each.id, label: optionOf(each) }))}
          value={entry.id}
          onChange={go}
        />
        <Button icon="right" isDisabled={next === null} onPress={() => next && go(next.id)}>
          {screen.next}
        </Button>
      </nav>
      <Going on={on} />
    </div>
  )
}

const optionOf = ({ number, heading }: OutlineEntry) => [number, heading].filter(Boolean).join('. ')

/** Who shows what, and the buttons to show, to go along, or not to. */
export function Going({ on: { stage, overview, surroundings } }: { on: OnStage }) {
  const text = useText()
  const { screen, line } = text.meeting
  const { presented, isShowing, isFollowing, mayShow, show, follow, entry } = stage
  const sentence = () => {
    if (isShowing) return screen.showing
    if (presented === null) return isFollowing && !mayShow ? screen.waiting : screen.notShowing
    return saidOf(presented, isFollowing, { you: surroundings.you, parties: overview.parties }, text)
  }
  return (
    <div className="hs-going">
      <p role="status">{sentence()}</p>
      {presented !== null && !isFollowing ? (
        <Button look="primary" onPress={follow}>
          {line.follow}
        </Button>
      ) : null}
      {presented !== null && isFollowing ? (
        <Button icon="close" onPress={() => stage.go(entry.id)}>
          {line.stopFollowing}
        </Button>
      ) : null}
      {mayShow ? (
        <Button look={isShowing ? 'secondary' : 'primary'} onPress={() => show(!isShowing)}>
          {isShowing ? line.stopShowing : screen.show}
        </Button>
      ) : null}
    </div>
  )
}
