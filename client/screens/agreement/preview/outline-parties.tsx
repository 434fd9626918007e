import type { Block, Inline, PartyEntry, SignatureEntry } from '../../../../shared/outline/outline.ts'
import { Inlines } from './outline-inlines.tsx'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** The parties as their article describes them: name, facts, and what they are called from here on. */
export function OutlineParties({ block }: { block: Of<'parties'> }) {
  return block.parties.map((party) => <Party key={party.partyId} party={party} />)
}

function Party({ party }: { party: PartyEntry }) {
  return (
    <div className="hs-leaf__party">
      <p className="hs-leaf__party-name">
        <Inlines of={party.name} />
      </p>
      <dl className="hs-leaf__facts">
        {party.lines.map(({ label, inlines }) => (
          <Fact key={label} label={label} inlines={inlines} />
        ))}
      </dl>
      {party.hereafter.length > 0 ? (
        <p>
          <Inlines of={party.hereafter} />
        </p>
      ) : null}
    </div>
  )
}

function Fact({ label, inlines }: { label: string; inlines: readonly Inline[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Inlines of={inlines} />
      </dd>
    </div>
  )
}

/** Room to sign, per party and signatory. One party's block stands on one page. */
export function OutlineSignatures({ block }: { block: Of<'signatures'> }) {
  return block.parties.map((entry) => (
    <div key={entry.partyId} className="hs-leaf__signatures">
      <h3>
        <Inlines of={entry.partyName} />
      </h3>
      {entry.signatories.map((person, index) => (
        <Signatory key={person.signatoryId ?? `blank-${index}`} person={person} labels={entry.labels} />
      ))}
    </div>
  ))
}

type SignatoryProps = { person: SignatureEntry['signatories'][number]; labels: SignatureEntry['labels'] }

function Signatory({ person, labels }: SignatoryProps) {
  const lines: [string, readonly Inline[]][] = [
    [labels.name, person.name],
    [labels.position, person.position],
    [labels.place, []],
    [labels.date, []],
  ]
  return (
    <div className="hs-leaf__signatory">
      <dl className="hs-leaf__facts">
        {lines.map(([label, inlines]) => (
          <Fact key={label} label={`${label}:`} inlines={inlines} />
        ))}
      </dl>
      <p className="hs-leaf__sign">{labels.signature}</p>
    </div>
  )
}
