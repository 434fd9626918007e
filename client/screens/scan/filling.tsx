import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { Status } from '../../ui/callout.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Select } from '../../ui/select.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { failureSentence } from '../failure.tsx'
import { FactorList } from './factor-list.tsx'
import { FactorWalk } from './factor-walk.tsx'
import type { InScan } from './in-scan.ts'
import { Ready } from './ready.tsx'
import type { ScanParty } from './scan-parties.ts'
import { answerOf, type ScanState } from './scan-store.ts'
import { useScan } from './use-scan.ts'

/** A party scores the thresholds: one by one or as a list. */
export function Filling(scan: InScan) {
  const text = useText().scan
  const [chosen, setChosen] = useState<string | null>(null)
  const mine = scan.parties.filter(({ id }) => scan.view.mine.includes(id))
  const party = mine.find(({ id }) => id === chosen) ?? (mine.length === 1 ? mine[0] : undefined)
  return (
    <section className="hs-sheet hs-stack hs-scan-fill" aria-labelledby="scan-fill">
      <h2 id="scan-fill">{text.fill.heading}</h2>
      {mine.length === 0 ? <p>{text.fill.notMine}</p> : null}
      {mine.length > 1 ? (
        <Select
          label={text.fill.chooseParty}
          help={text.fill.choosePartyHelp}
          options={mine.map(({ id, name }) => ({ key: id, label: name }))}
          value={party?.id ?? null}
          onChange={setChosen}
        />
      ) : null}
      {party === undefined ? null : <PartyScores key={party.id} scan={scan} party={party} />}
    </section>
  )
}

function PartyScores({ scan, party }: { scan: InScan; party: ScanParty }) {
  const { fill } = useText().scan
  const state = useScan(scan.store)
  const { factors } = scan.catalog
  const count = factors.filter(({ id }) => answerOf(state, party.id, id).score !== null).length
  const shared = { catalog: scan.catalog, store: scan.store, state, partyId: party.id }
  return (
    <>
      <div className="hs-scan-for">
        <PartyMark index={party.index} initial={party.initial} />
        <p>
          <b>{fill.for(party.name)}</b>{' '}
          <span className="hs-soft">{scan.view.mayOpen ? fill.forAbsent : fill.shared}</span>
        </p>
      </div>
      <div className="hs-scan-progress">
        <progress max={factors.length} value={count} aria-label={fill.heading} />
        <span>{fill.progress(count, factors.length)}</span>
        <Saving state={state} />
      </div>
      <div className="hs-scan-modes">
        <Tabs
          label={fill.modes}
          pages={[
            { key: 'walk', label: fill.oneByOne, content: <FactorWalk {...shared} /> },
            { key: 'list', label: fill.list, content: <FactorList {...shared} /> },
          ]}
        />
      </div>
      <Ready scan={scan} party={party} skipped={factors.length - count} />
    </>
  )
}

/** Whether what was filled in is kept; in a fixed place. */
function Saving({ state: { unsaved, trouble } }: { state: ScanState }) {
  const text = useText()
  const { fill } = text.scan
  if (trouble !== null) {
    const sentence = unsaved.size > 0 ? fill.notSaved : failureSentence(trouble, text)
    return (
      <Status icon="attention" tone="attention">
        {sentence}
      </Status>
    )
  }
  return unsaved.size > 0 ? (
    <Status icon="progress" tone="calm">
      {fill.saving}
    </Status>
  ) : (
    <Status icon="check" tone="good">
      {fill.saved}
    </Status>
  )
}
