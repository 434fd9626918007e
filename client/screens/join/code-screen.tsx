import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { Page } from '../page.tsx'
import { EnterForm } from './enter-form.tsx'
import { Heading } from './heading.tsx'
import type { Invited } from './invited-to.tsx'
import { useEntering } from './use-entering.tsx'
import { useKnown } from './use-known.ts'
import './join.css'

type Seen = { code: string; invited: z.output<Invited> }

/** Coming in with a code that somebody said or that stands on the screen of the room. `scanned`: it came with the address. */
export function CodeScreen({ scanned, go }: { scanned: string | null; go: (address: string) => void }) {
  const { join } = useText()
  const [seen, setSeen] = useState<Seen | null>(null)
  return (
    <Page title={join.code.pageTitle}>
      {seen === null ? (
        <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
          <h1>{join.code.heading}</h1>
          <CodeForm scanned={scanned} onSeen={setSeen} />
        </section>
      ) : (
        <Entering seen={seen} go={go} />
      )}
    </Page>
  )
}

/** One field for the code. */
export function CodeForm({ scanned, onSeen }: { scanned: string | null; onSeen: (seen: Seen) => void }) {
  const { join } = useText()
  const [code, setCode] = useState(scanned ?? '')
  const [missing, setMissing] = useState(false)
  const seeing = useAction(
    async (typed: string) => ({
      code: typed,
      invited: await call(endpoints.seeRoom, { body: { code: typed } }),
    }),
    onSeen,
  )
  useAtOnce(scanned, seeing.run)
  const submit = () => {
    setMissing(code.trim() === '')
    if (code.trim() !== '') seeing.run(code.trim())
  }
  return (
    <form
      className="hs-stack hs-join__code"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={join.code.label}
        help={join.code.help}
        complaint={missing ? join.code.missing : null}
        value={code}
        onChange={(value) => {
          setCode(value)
          setMissing(false)
        }}
        name="code"
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        maxLength={20}
        isRequired
      />
      {seeing.failure === null ? null : <Failure failure={seeing.failure} />}
      <Button look="primary" type="submit" isBusy={seeing.isBusy}>
        {seeing.isBusy ? join.code.busy : join.code.button}
      </Button>
    </form>
  )
}

/** Who scanned the code has typed it already. */
function useAtOnce(scanned: string | null, run: (code: string) => void): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (scanned === null || isDone.current) return
    isDone.current = true
    run(scanned)
  }, [scanned, run])
}

function Entering({ seen, go }: { seen: Seen; go: (address: string) => void }) {
  const { join, everywhere } = useText()
  const { code, invited } = seen
  const known = useKnown()
  const [partyId, setPartyId] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const entering = useEntering(
    (entry) =>
      call(endpoints.enterRoom, { body: { code, partyId: entry.readAlong ? null : partyId, ...entry } }),
    go,
  )
  if (entering.waiting !== null) return entering.waiting
  if (known === null) return <Skeleton width="100%" height="14rem" />
  const hasParty = () => {
    setMissing(partyId === null)
    return partyId !== null
  }
  const choose = (id: string) => {
    setPartyId(id)
    setMissing(false)
  }
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <Heading>{join.heading}</Heading>
      <dl className="hs-join__facts">
        <div>
          <dt>{join.forAgreement}</dt>
          <dd lang="nl">{invited.title === '' ? everywhere.untitled : invited.title}</dd>
        </div>
      </dl>
      {invited.askFirst ? <p>{join.asksFirst}</p> : null}
      <EnterForm
        anew={`/mee?wie=anders#${encodeURIComponent(code)}`}
        known={known}
        isBusy={entering.isBusy}
        failure={entering.failure}
        mayWrite={hasParty}
        onEnter={entering.run}
      >
        <RadioGroup
          label={join.code.forWhom}
          complaint={missing ? join.code.forWhomMissing : null}
          options={invited.parties.map(({ id, name }, index) => ({
            key: id,
            content: <Party name={name} index={index} />,
          }))}
          value={partyId}
          onChange={choose}
        />
      </EnterForm>
    </section>
  )
}

function Party({ name, index }: { name: string; index: number }) {
  const { join } = useText()
  return (
    <span className="hs-join__option">
      <PartyMark index={index} initial={initialOf(name)} />
      {name === '' ? join.code.unnamedParty(index + 1) : name}
    </span>
  )
}
