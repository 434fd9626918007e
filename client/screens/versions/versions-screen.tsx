import { type ReactNode, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { overviewOf } from '../agreement/overview-of.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { useStandingConnection } from '../agreement/use-live.ts'
import { BesideAgreement, BesideHead, type OpenedBeside, Waiting } from '../beside-agreement.tsx'
import { Failure } from '../failure.tsx'
import { Page } from '../page.tsx'
import { useFocusGoesOn } from '../use-focus-goes-on.ts'
import { useFocusOn } from '../use-focus-on.ts'
import { useRootClass } from '../use-root-class.ts'
import { Comparison } from './comparison.tsx'
import { NameVersion } from './name-version.tsx'
import { OldVersion } from './old-version.tsx'
import { LIST, NOW, type Shown, useShown } from './shown-in-address.ts'
import { TakeComparison } from './take-comparison.tsx'
import { type PastVersion, usePast, useVersions } from './use-versions.ts'
import { VersionList } from './version-list.tsx'
import { useNamePair, versionName } from './version-name.ts'
import './versions.css'

/** The moments of an agreement that are kept: to name, to look at, to compare, and to go back to. */
export function VersionsScreen({ agreementId }: { agreementId: string }) {
  const { versions } = useText()
  return (
    <BesideAgreement agreementId={agreementId} words={versions}>
      {(opened) => <Opened {...opened} />}
    </BesideAgreement>
  )
}

function Opened({ agreementId, open, surroundings }: OpenedBeside) {
  const { versions: words, everywhere } = useText()
  const overview = useDerived(open.observed.subscribe, () =>
    overviewOf(open.observed.get(), surroundings.catalog),
  )
  const { value, failure, refresh } = useVersions(agreementId, open)
  const [shown, setShown] = useShown()
  const [said, setSaid] = useState<string | null>(null)
  const heading = useFocusOn(shown)
  const goesOn = useFocusGoesOn({ rows: '.hs-versions__row', end: 'h1' })
  useRootClass(shown.view === 'look' ? 'hs-at-old-version' : null)
  const show = (next: Shown) => {
    setSaid(null)
    setShown(next)
  }
  const restored = (sentence: string) => {
    refresh()
    setShown(LIST)
    setSaid(sentence)
  }
  const room = {
    agreementId,
    open,
    surroundings,
    mayMake: value?.mayMake ?? false,
    mayLead: value?.mayLead ?? false,
  }
  return (
    <Page title={`${words.title}, ${overview.title || everywhere.untitled}`}>
      <div className={`hs-versions ${shown.view === 'look' ? 'hs-versions--old' : ''}`} {...goesOn}>
        <BesideHead agreementId={agreementId} open={open} />
        <h1 ref={heading} tabIndex={-1}>
          {shown.view === 'compare'
            ? words.compareTitle
            : shown.view === 'look'
              ? words.oldHeading
              : words.title}
        </h1>
        {said === null ? null : (
          <Callout kind="good" isUrgent>
            {said}
          </Callout>
        )}
        {shown.view === 'list' ? <p>{words.lead}</p> : null}
        {failure === null ? null : <Failure failure={failure} again={refresh} />}
        {value === null && failure === null ? <Busy /> : null}
        {value !== null && shown.view === 'list' ? (
          <>
            {value.mayMake ? <NameVersion agreementId={agreementId} onKept={refresh} /> : null}
            <VersionList
              agreementId={agreementId}
              versions={value.versions}
              by={{ ...value, personId: surroundings.you.personId }}
              onLook={(id) => show({ view: 'look', id })}
              onCompare={(from, to) => show({ view: 'compare', from, to })}
              onRemoved={(name) => {
                refresh()
                setSaid(words.removed(name))
              }}
            />
          </>
        ) : null}
        {shown.view === 'look' ? (
          <Looked
            key={shown.id}
            room={room}
            id={shown.id}
            onBack={() => show(LIST)}
            onCompare={() => show({ view: 'compare', from: shown.id, to: NOW })}
            onRestored={(name) => restored(words.restoredAll(name))}
          />
        ) : null}
        {shown.view === 'compare' ? (
          <Compared
            key={`${shown.from} ${shown.to}`}
            room={room}
            from={shown.from}
            to={shown.to}
            onBack={() => show(LIST)}
            onRestored={restored}
          />
        ) : null}
      </div>
    </Page>
  )
}

function Busy() {
  const { versions } = useText()
  return <Waiting sentence={versions.busy} />
}

type Room = OpenedBeside & { mayMake: boolean; mayLead: boolean }

type LookedProps = {
  room: Room
  id: string
  onBack: () => void
  onCompare: () => void
  onRestored: (name: string) => void
}

function Looked({ room, id, onBack, onCompare, onRestored }: LookedProps) {
  const { versions } = useText()
  const past = usePast(room.agreementId, id)
  if (past.state === 'broken') return <Broken onBack={onBack}>{<Failure {...past} />}</Broken>
  if (past.state === 'busy') return <Busy />
  return (
    <OldVersion
      agreementId={room.agreementId}
      past={past.value}
      catalog={room.surroundings.catalog}
      mayLead={room.mayLead}
      onBack={onBack}
      onCompare={onCompare}
      onRestored={() => onRestored(versionName(past.value.version, versions))}
    />
  )
}

function Broken({ onBack, children }: { onBack: () => void; children: ReactNode }) {
  const { versions } = useText()
  return (
    <>
      {children}
      <Button icon="back" onPress={onBack}>
        {versions.toList}
      </Button>
    </>
  )
}

type ComparedProps = {
  room: Room
  from: string
  to: string
  onBack: () => void
  onRestored: (sentence: string) => void
}

function Compared({ room, from, to, onBack, onRestored }: ComparedProps) {
  const was = usePast(room.agreementId, from)
  if (was.state === 'broken') return <Broken onBack={onBack}>{<Failure {...was} />}</Broken>
  if (was.state === 'busy') return <Busy />
  const props = { room, was: was.value, onBack, onRestored }
  return to === NOW ? <WithNow {...props} /> : <WithOther {...props} to={to} />
}

type SidesProps = Omit<ComparedProps, 'from' | 'to'> & { was: PastVersion }

/** A version beside the text of now, which may change while one looks. */
function WithNow({ room, was, onBack, onRestored }: SidesProps) {
  const { versions } = useText()
  const { observed, live } = room.open
  const { opened } = useStandingConnection(live)
  const now = useDerived(observed.subscribe, observed.get)
  const { version } = was
  if (!opened) return <Busy />
  const back = room.mayMake
    ? {
        agreementId: room.agreementId,
        version,
        onRestored: (name: string) => onRestored(versions.restoredArticle(name)),
      }
    : null
  return (
    <>
      <Sides from={versionName(version, versions)} to={versions.now} onBack={onBack} />
      <TakeComparison agreementId={room.agreementId} since={version.id} until={null} />
      <Comparison was={was.body} now={now} catalog={room.surroundings.catalog} back={back} />
    </>
  )
}

function WithOther({ room, was, to, onBack }: SidesProps & { to: string }) {
  const namePair = useNamePair()
  const now = usePast(room.agreementId, to)
  if (now.state === 'broken') return <Broken onBack={onBack}>{<Failure {...now} />}</Broken>
  if (now.state === 'busy') return <Busy />
  const [from, until] = namePair(was.version, now.value.version)
  return (
    <>
      <Sides from={from} to={until} onBack={onBack} />
      <TakeComparison agreementId={room.agreementId} since={was.version.id} until={to} />
      <Comparison was={was.body} now={now.value.body} catalog={room.surroundings.catalog} back={null} />
    </>
  )
}

function Sides({ from, to, onBack }: { from: string; to: string; onBack: () => void }) {
  const { versions } = useText()
  return (
    <div className="hs-versions__sides">
      <p>
        {versions.sides(from, to)} <span className="hs-soft">{versions.legend}</span>
      </p>
      <Button icon="back" onPress={onBack}>
        {versions.toList}
      </Button>
    </div>
  )
}
