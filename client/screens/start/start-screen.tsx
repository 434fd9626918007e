import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { endpoints, type me } from '../../../shared/protocol/endpoints.ts'
import { call, rememberPerson } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { LeaveButton } from '../leave/leave-button.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { StaffLinks } from '../staff-links.tsx'
import { NewAgreement } from './new-agreement.tsx'
import { Overview, OverviewWithoutServer } from './overview.tsx'
import { NeedLink, StartHere, StartWithLink } from './sign-in.tsx'
import './start.css'

export type Me = z.output<typeof me>

type StartProps = { templateId: string | null; secret: string | null; go: (address: string) => void }

/** The first page: what this is, who you are, what you have, and a beginning. */
export function StartScreen({ templateId, secret, go }: StartProps) {
  const { start } = useText()
  const [signedIn, setSignedIn] = useState<Me | null>(null)
  const known = useLoad(askWhoIAm)
  const person = signedIn ?? (known.state === 'ready' ? known.value : null)
  useRemembered(person)
  if (templateId !== null && person !== null && person.kind === 'staff') {
    return <NewAgreement templateId={templateId} go={go} />
  }
  return (
    <Page title={start.pageTitle} isHome {...(person?.kind === 'staff' ? { links: <StaffLinks /> } : {})}>
      <Welcome />
      {known.state === 'broken' ? <OverviewWithoutServer again={known.again} /> : null}
      {person === null ? null : <ForPerson person={person} secret={secret} onSignedIn={setSignedIn} />}
      {person === null ? null : <Ways isKnown={person.kind !== 'nobody'} />}
    </Page>
  )
}

/** How long (ms) the server may take to say who this is, before the screen shows what this device knows. */
const PATIENCE = 8000

const askWhoIAm = (): Promise<Me> => call(endpoints.me, { signal: AbortSignal.timeout(PATIENCE) })

/** What this device keeps is kept for whom the server named. */
function useRemembered(person: Me | null): void {
  const personId = person?.personId
  useEffect(() => {
    if (personId !== undefined) void rememberPerson(personId)
  }, [personId])
}

function Welcome() {
  const { start, everywhere } = useText()
  return (
    <div className="hs-start__promise">
      <Mark size={128} />
      <div className="hs-start__words">
        <p className="hs-start__name">{everywhere.product}</p>
        <h1>{start.promise}</h1>
        <p>{start.lead}</p>
      </div>
    </div>
  )
}

/** The way in with a code, and the way out. */
function Ways({ isKnown }: { isKnown: boolean }) {
  const { join } = useText()
  return (
    <div className={`hs-start__ways ${isKnown ? '' : 'hs-start__entry'}`}>
      <ButtonLink href="/mee" icon="people">
        {join.code.link}
      </ButtonLink>
      {isKnown ? <LeaveButton /> : null}
    </div>
  )
}

type ForPersonProps = { person: Me; secret: string | null; onSignedIn: (me: Me) => void }

function ForPerson({ person, secret, onSignedIn }: ForPersonProps) {
  if (person.kind !== 'nobody') return <Overview canStart={person.kind === 'staff'} />
  if (secret !== null) return <StartWithLink secret={secret} onSignedIn={onSignedIn} />
  return person.canStartHere ? <StartHere onSignedIn={onSignedIn} /> : <NeedLink />
}
