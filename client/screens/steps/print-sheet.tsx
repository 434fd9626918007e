import { Fragment } from 'react'
import type { StepNote } from '../../../shared/protocol/endpoints-steps.ts'
import { type Step, type StepProfile, type Steps, stepItemId } from '../../../shared/template/steps.ts'
import { useText } from '../../text/index.ts'
import { partyName } from '../agreement/people-list.tsx'
import { usePartiesFor } from './profiles.tsx'
import { useAllNotes, useSteps } from './steps-context.ts'

type Props = { steps: Steps; step: Step; number: number }

/**
 * A step on paper, for the table: boxes to tick, lines to write on, and what was ticked and noted together. What is for one
 * organisation alone never gets on it: the paper lies before everybody. On the screen it is not there.
 */
export function PrintSheet({ steps: file, step, number }: Props) {
  const { steps, everywhere } = useText()
  const { notes } = useSteps()
  const shared = useAllNotes(notes).filter(({ audience }) => audience === 'shared')
  const noteAt = (itemId: string, aboutPartyId: string | null = null) =>
    shared.find((note) => note.itemId === itemId && note.aboutPartyId === aboutPartyId)
  return (
    <div className="hs-print" lang="nl">
      <p className="hs-print__brand">{everywhere.product}</p>
      <h1>
        {steps.stepTitle(number, step.title)}: {step.subject}
      </h1>
      <p className="hs-print__line">
        {steps.print.date}: <span /> {steps.print.present}: <span />
      </p>
      <p>
        <strong>{steps.goal}:</strong> {step.goal} <strong>{steps.who}:</strong> {step.who}
      </p>
      <p>
        <strong>{steps.caution}:</strong> {step.cautions.join(' ')}
      </p>
      <h2>{steps.checklist}</h2>
      {step.checklists.map((list) => (
        <Fragment key={list.heading ?? ''}>
          {list.heading === null ? null : <h3>{list.heading}</h3>}
          {list.items.map((item) => (
            <PrintedPoint key={item.id} text={item.text} note={noteAt(stepItemId(step.id, item.id))} />
          ))}
        </Fragment>
      ))}
      {step.questions.map((list) => (
        <Fragment key={list.heading ?? ''}>
          <h2>{list.heading}</h2>
          {list.items.map((item, index) => (
            <div key={item.id} className="hs-print__question">
              <p>
                {index + 1}. {item.text}
              </p>
              <Words note={noteAt(stepItemId(step.id, item.id))} />
              <span className="hs-print__rule" />
              <span className="hs-print__rule" />
              <span className="hs-print__rule" />
            </div>
          ))}
        </Fragment>
      ))}
      {step.profiles.map((profile) => (
        <PrintedProfile key={profile.heading} stepId={step.id} profile={profile} noteAt={noteAt} />
      ))}
      <div className="hs-print__page">
        <h2>{steps.moments.title}</h2>
        <dl>
          {file.moments.map(({ when, ask }) => (
            <Fragment key={when}>
              <dt>{when}</dt>
              <dd>{ask}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </div>
  )
}

type NoteAt = (itemId: string, aboutPartyId?: string | null) => StepNote | undefined

function PrintedPoint({ text, note }: { text: string; note: StepNote | undefined }) {
  return (
    <div className="hs-print__point">
      <span className="hs-print__box">{note?.mark === 'done' ? '✓' : ''}</span>
      <div>
        <p>{text}</p>
        <Words note={note} />
        <span className="hs-print__rule" />
      </div>
    </div>
  )
}

function Words({ note }: { note: StepNote | undefined }) {
  return note?.text ? <p className="hs-print__words">{note.text}</p> : null
}

function PrintedProfile({
  stepId,
  profile,
  noteAt,
}: {
  stepId: string
  profile: StepProfile
  noteAt: NoteAt
}) {
  const { steps, everywhere } = useText()
  const about = usePartiesFor(profile)
  return about.map((party) => (
    <div key={party.id} className="hs-print__page">
      <h2>{steps.profileOf(partyName(party, everywhere.unnamedParty))}</h2>
      <p>{steps.profilesHelp}</p>
      <table>
        <thead>
          <tr>
            <th />
            <th>{steps.traitMarks.fits}</th>
            <th>{steps.traitMarks.grows}</th>
            <th>{steps.notes.agreement}</th>
          </tr>
        </thead>
        <tbody>
          {profile.traits.map((trait) => {
            const note = noteAt(stepItemId(stepId, trait.id), party.id)
            return (
              <tr key={trait.id}>
                <td>{trait.text}</td>
                <td>{note?.mark === 'fits' ? '✓' : ''}</td>
                <td>{note?.mark === 'grows' ? '✓' : ''}</td>
                <td>{note?.text}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  ))
}
