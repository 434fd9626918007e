import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { NOTE_MARKS, type NoteMark } from '../../../shared/protocol/endpoints-steps.ts'
import { type Step, type StepItem, type StepProfile, stepItemId } from '../../../shared/template/steps.ts'
import { useText } from '../../text/index.ts'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import type { PartyEntry } from '../agreement/overview-of.ts'
import { partyName } from '../agreement/people-list.tsx'
import { ItemNotes } from './item-notes.tsx'
import { useNote, useSteps } from './steps-context.ts'
import './profiles.css'

/** The partner profiles of a step: the same talk about every party, with growth in words and never in numbers. */
export function Profiles({ step }: { step: Step }) {
  const { steps } = useText()
  const { parties } = useSteps()
  if (step.profiles.length === 0) return null
  return (
    <section className="hs-steps__part" aria-labelledby={`profiles-${step.id}`}>
      <h3 id={`profiles-${step.id}`}>{steps.profiles}</h3>
      <p className="hs-soft">{steps.profilesHelp}</p>
      {parties.length === 0 ? <p>{steps.noParties}</p> : null}
      {step.profiles.map((profile) => (
        <PartyProfiles key={profile.heading} stepId={step.id} profile={profile} />
      ))}
    </section>
  )
}

function PartyProfiles({ stepId, profile }: { stepId: string; profile: StepProfile }) {
  const { everywhere, steps } = useText()
  const about = usePartiesFor(profile)
  if (about.length === 0) return null
  return (
    <div className="hs-steps__list-part">
      <h4 lang="nl">{profile.heading}</h4>
      {profile.remarks.map((remark) => (
        <p key={remark} className="hs-soft" lang="nl">
          {remark}
        </p>
      ))}
      {about.map((party) => {
        const name = partyName(party, everywhere.unnamedParty)
        return (
          <details key={party.id} className="hs-steps__profile">
            <summary>
              <PartyMark index={party.index} initial={initialOf(name)} size={24} />
              {steps.profileOf(name)}
            </summary>
            <ul className="hs-steps__list">
              {profile.traits.map((trait) => (
                <Trait
                  key={trait.id}
                  trait={trait}
                  itemId={stepItemId(stepId, trait.id)}
                  party={party}
                  name={name}
                />
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}

/** The parties a profile is for. A party without a role yet is talked about like the institutions. */
export function usePartiesFor({ forRoles }: StepProfile): PartyEntry[] {
  const { body, parties } = useSteps()
  return parties.filter(({ id }) => {
    const role = body.parties.find((party) => party.id === id)?.role ?? 'other'
    return forRoles.includes(role)
  })
}

type TraitProps = { trait: StepItem; itemId: string; party: PartyEntry; name: string }

function Trait({ trait, itemId, party, name }: TraitProps) {
  const { steps } = useText()
  const { notes, canWrite } = useSteps()
  const place = { itemId, aboutPartyId: party.id, audience: 'shared' } as const
  const { mark, markFailed } = useNote(place)
  return (
    <li className="hs-steps__item">
      <RadioGroup
        className="hs-trait"
        value={mark}
        isDisabled={!canWrite}
        onChange={(value) => void notes.mark(place, value as NoteMark)}
      >
        <Label className="hs-trait__words" lang="nl">
          <span className="hs-hidden">{name}: </span>
          {trait.text}
        </Label>
        <div className="hs-trait__choices">
          {NOTE_MARKS.filter((each) => each !== 'done').map((each) => (
            <Radio key={each} value={each} className="hs-trait__choice">
              <span className="hs-trait__dot" aria-hidden="true" />
              {steps.traitMarks[each as keyof typeof steps.traitMarks]}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {markFailed ? (
        <p className="hs-steps__trouble" role="alert">
          {steps.notes.markFailed}
        </p>
      ) : null}
      <ItemNotes
        itemId={itemId}
        itemText={`${name}: ${trait.text}`}
        aboutPartyId={party.id}
        sharedLabel={steps.notes.agreement}
      />
    </li>
  )
}
