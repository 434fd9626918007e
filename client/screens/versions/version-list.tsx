import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Version } from '../../../shared/protocol/endpoints-versions.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { NOW } from './shown-in-address.ts'
import { useSayVersion, versionName } from './version-name.ts'

type ListProps = {
  agreementId: string
  versions: readonly Version[]
  /** Who looks, and what they may. */
  by: { personId: string; mayMake: boolean; mayLead: boolean }
  onLook: (id: string) => void
  onCompare: (from: string, to: string) => void
  onRemoved: (name: string) => void
}

/** The versions, the newest first, each to look at or to compare with now; and any two with each other. */
export function VersionList({ agreementId, versions, by, onLook, onCompare, onRemoved }: ListProps) {
  const words = useText().versions
  const say = useSayVersion()
  return (
    <>
      {versions.length === 0 ? <Callout kind="info">{words.none}</Callout> : null}
      <ul className="hs-versions__list">
        {versions.map((version) => {
          const name = versionName(version, words)
          // Who hears the buttons alone tells two versions of the same name apart by when they were made.
          const isAlone = versions.filter((each) => versionName(each, words) === name).length === 1
          const called = isAlone ? name : `${name}, ${say(version)}`
          return (
            <li key={version.id} className="hs-sheet hs-versions__row">
              <h2 dir="auto">{name}</h2>
              <p className="hs-soft">
                {version.name === '' ? null : `${words.kinds[version.kind]}. `}
                {say(version)}
              </p>
              <div className="hs-versions__buttons">
                <Button aria-label={words.lookLabel(called)} onPress={() => onLook(version.id)}>
                  {words.look}
                </Button>
                <Button aria-label={words.compareLabel(called)} onPress={() => onCompare(version.id, NOW)}>
                  {words.compareNow}
                </Button>
                {mayRemove(version, by) ? (
                  <Remove
                    agreementId={agreementId}
                    version={version}
                    called={called}
                    onRemoved={() => onRemoved(called)}
                  />
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      {versions.length > 1 ? <CompareTwo versions={versions} onCompare={onCompare} /> : null}
    </>
  )
}

/** As the server has it: that of a fixed text stays, and who named a version removes it beside who leads. */
function mayRemove({ kind, madeBy }: Version, { personId, mayMake, mayLead }: ListProps['by']): boolean {
  if (kind === 'fixed') return false
  return mayLead || (mayMake && kind === 'named' && madeBy === personId)
}

function CompareTwo({ versions, onCompare }: Pick<ListProps, 'versions' | 'onCompare'>) {
  const words = useText().versions
  const say = useSayVersion()
  const [from, setFrom] = useState(versions[1]?.id ?? NOW)
  const [to, setTo] = useState(versions[0]?.id ?? NOW)
  const known = versions.map((version) => ({
    key: version.id,
    label: `${versionName(version, words)}, ${say(version)}`,
  }))
  return (
    <section className="hs-sheet hs-versions__two" aria-labelledby="compare-two">
      <h2 id="compare-two">{words.compareTwo}</h2>
      <Select label={words.from} options={known} value={from} onChange={setFrom} />
      <Select
        label={words.to}
        options={[{ key: NOW, label: words.now }, ...known]}
        value={to}
        onChange={setTo}
      />
      <Button onPress={() => onCompare(from, to)}>{words.compare}</Button>
    </section>
  )
}

type RemoveProps = { agreementId: string; version: Version; called: string; onRemoved: () => void }

function Remove({ agreementId, version, called, onRemoved }: RemoveProps) {
  const { versions, everywhere } = useText()
  const [isAsking, setAsking] = useState(false)
  const removing = useAction(
    (versionId: string) => call(endpoints.removeVersion, { params: { id: agreementId, versionId } }),
    () => {
      setAsking(false)
      onRemoved()
    },
  )
  return (
    <>
      <Button look="quiet" aria-label={versions.removeLabel(called)} onPress={() => setAsking(true)}>
        {versions.remove}
      </Button>
      <Dialog
        title={versions.remove}
        closeLabel={everywhere.close}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <div className="hs-stack">
          <p>{versions.removeAsk(called)}</p>
          {removing.failure === null ? null : <Failure failure={removing.failure} />}
          <div className="hs-versions__buttons">
            <Button look="danger" isBusy={removing.isBusy} onPress={() => removing.run(version.id)}>
              {versions.removeYes}
            </Button>
            <Button onPress={() => setAsking(false)}>{everywhere.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
