import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { ConnectionSaid } from '../agreement/connection-said.tsx'
import { overviewOf } from '../agreement/overview-of.ts'
import { type Surroundings, useSurroundings } from '../agreement/surroundings.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { Failure } from '../failure.tsx'
import { Page } from '../page.tsx'
import { useRootClass } from '../use-root-class.ts'
import { Comparison } from './comparison.tsx'
import { NameVersion } from './name-version.tsx'
import { OldVersion } from './old-version.tsx'
import { TakeComparison } from './take-comparison.tsx'
import { type PastVersion, usePast, useVersions } from './use-versions.ts'
import { NOW, VersionList } from './version-list.tsx'
import { versionName } from './version-name.ts'
import './versions.css'

/** The moments of an agreement that are kept: to name, to look at, to compare, and to go back to. */
export function VersionsScreen({ agreementId }: { agreementId: string }) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken')
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  if (surroundings.state === 'busy' || open === null) return <Opening />
  return <Opened agreementId={agreementId} open={open} surroundings={surroundings.value} />
}

function Opening() {
  const { versions } = useText()
  return (
    <Page title={versions.title}>
      <h1>{versions.title}</h1>
      <Waiting />
    </Page>
  )
}

function Waiting() {
  const { versions } = useText()
  return (
    <div className="hs-stack" aria-busy="true">
      <p role="status">{versions.busy}</p>
      <Skeleton width="100%" height="6rem" />
      <Skeleton width="100%" height="6rem" />
    </div>
  )
}

type OpenedProps = { agreementId: string; open: OpenAgreement; surroundings: Surroundings }
type Shown = { view: 'list' } | { view: 'look'; id: string } | { view: 'compare'; from: string; to: string }
const LIST: Shown = { view: 'list' }

function Opened({ agreementId, open, surroundings }: OpenedProps) {
  const { versions: words, everywhere } = useText()
  const overview = useDerived(open.observed.subscribe, () =>
    overviewOf(open.observed.get(), surroundings.catalog),
  )
  const { value, failure, refresh } = useVersions(agreementId, open)
  const [shown, setShown] = useState<Shown>(LIST)
  const [said, setSaid] = useState<string | null>(null)
  const heading = useFocusOn(shown)
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
      <div className={`hs-versions ${shown.view === 'look' ? 'hs-versions--old' : ''}`}>
        <div className="hs-versions__head">
          <Link href={`/agreements/${encodeURIComponent(agreementId)}`}>{words.toText}</Link>
          <ConnectionSaid live={open.live} />
        </div>
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
        {value === null && failure === null ? <Waiting /> : null}
        {value !== null && shown.view === 'list' ? (
          <>
            {value.mayMake ? <NameVersion agreementId={agreementId} onKept={refresh} /> : null}
            <VersionList
              agreementId={agreementId}
              versions={value.versions}
              mayLead={value.mayLead}
              onLook={(id) => show({ view: 'look', id })}
              onCompare={(from, to) => show({ view: 'compare', from, to })}
              onRemoved={refresh}
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

/** The heading of what is shown, to which the focus goes when that changes; not at the first look. */
function useFocusOn(shown: Shown) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [shown])
  return heading
}

type Room = OpenedProps & { mayMake: boolean; mayLead: boolean }

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
  if (past.state === 'busy') return <Waiting />
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
  if (was.state === 'busy') return <Waiting />
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
  if (!opened) return <Waiting />
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
  const { versions } = useText()
  const now = usePast(room.agreementId, to)
  if (now.state === 'broken') return <Broken onBack={onBack}>{<Failure {...now} />}</Broken>
  if (now.state === 'busy') return <Waiting />
  return (
    <>
      <Sides
        from={versionName(was.version, versions)}
        to={versionName(now.value.version, versions)}
        onBack={onBack}
      />
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
