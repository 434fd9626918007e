import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { directionOf } from '../../../shared/agreement/words-direction.ts'
import type { Outline } from '../../../shared/outline/outline.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { OwnRemark, Reading } from '../../../shared/protocol/endpoints-consultation.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { OutlineSection } from '../agreement/preview/outline-section.tsx'
import { previewId } from '../agreement/preview/preview-id.ts'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { dayOf } from './day-of.ts'
import { Explanation } from './explanation.tsx'
import { partsOf, type ReadingPart } from './parts-of.ts'
import { type Draft, newDraft, RemarkForm } from './remark-form.tsx'
import '../agreement/preview/preview.css'

const WHOLE = 'whole'

/** The agreement to read, one part at a time or all of it, with a place at each part to say something. */
export function ReadingView({ reading, onLeft }: { reading: Reading; onLeft: () => void }) {
  // What the server draws is the outline; the protocol knows no more than that it is an object.
  const outline = reading.outline as unknown as Outline
  const parts = partsOf(outline, reading.explanations)
  const { reading: words } = useText()
  const [isAll, setAll] = useState(false)
  const [at, setAt] = useState(0)
  const [arrived, setArrived] = useState(0)
  const remarks = useRemarks(reading.remarks)
  const goTo = (index: number) => {
    setAt(index)
    setArrived((count) => count + 1)
  }
  useArrival(arrived, isAll ? null : (parts[at]?.section.id ?? null))
  const follow = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest('a[href^="#preview-"]') : null
    const index = parts.findIndex(
      ({ section }) => `#${previewId(section.id)}` === target?.getAttribute('href'),
    )
    if (target === null || index < 0) return
    event.preventDefault()
    if (isAll) document.getElementById(previewId(parts[index]?.section.id ?? ''))?.focus()
    else goTo(index)
  }
  const shown = isAll ? parts : parts.slice(at, at + 1)
  return (
    <div className="hs-reading" onClickCapture={follow}>
      <Head reading={reading} title={outline.title} />
      <ViewChoice isAll={isAll} onChoose={setAll} />
      {isAll ? null : <Chooser parts={parts} at={at} onGo={goTo} />}
      {shown.map((part) => (
        <PartToRead key={part.section.id} part={part} language={outline.language}>
          <RemarkAt key={part.section.id} remarks={remarks} sectionId={part.section.id} name={part.name} />
        </PartToRead>
      ))}
      {isAll ? null : <Turn at={at} count={parts.length} onGo={goTo} />}
      <section className="hs-reading__part" aria-labelledby={WHOLE}>
        <h2 id={WHOLE}>{words.whole}</h2>
        <RemarkAt remarks={remarks} sectionId={null} name="" />
      </section>
      <Done onLeft={onLeft} />
    </div>
  )
}

/** After going to another part the keyboard and the screen reader start at its heading. */
function useArrival(arrived: number, sectionId: string | null): void {
  useEffect(() => {
    if (arrived === 0 || sectionId === null) return
    const heading = document.getElementById(previewId(sectionId))
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }, [arrived, sectionId])
}

function Head({ reading, title }: { reading: Reading; title: string }) {
  const { reading: words, everywhere } = useText()
  const { language } = useLanguage()
  const { isShared, expiresAt } = reading
  const partyName = reading.partyName || everywhere.unnamedParty
  return (
    <header className="hs-reading__head">
      <p className="hs-reading__lead">{words.lead(partyName)}</p>
      <h1 lang="nl" dir={directionOf(title)}>
        {title}
      </h1>
      <p>{words.now}</p>
      <p>{isShared ? words.whoShared : words.who(partyName)}</p>
      <p>{words.noNames}</p>
      <p>{words.until(dayOf(expiresAt, language))}</p>
    </header>
  )
}

function ViewChoice({ isAll, onChoose }: { isAll: boolean; onChoose: (isAll: boolean) => void }) {
  const { reading } = useText()
  return (
    <fieldset className="hs-reading__choice">
      <legend>{reading.view}</legend>
      <Button aria-pressed={!isAll} look={isAll ? 'secondary' : 'primary'} onPress={() => onChoose(false)}>
        {reading.viewOne}
      </Button>
      <Button aria-pressed={isAll} look={isAll ? 'primary' : 'secondary'} onPress={() => onChoose(true)}>
        {reading.viewAll}
      </Button>
    </fieldset>
  )
}

type ChooserProps = { parts: readonly ReadingPart[]; at: number; onGo: (index: number) => void }

function Chooser({ parts, at, onGo }: ChooserProps) {
  const { reading } = useText()
  const options = parts.map(({ section, name }) => ({ key: section.id, label: name }))
  return (
    <Select
      label={reading.choose}
      options={options}
      value={parts[at]?.section.id ?? null}
      onChange={(key) =>
        onGo(
          Math.max(
            0,
            options.findIndex((option) => option.key === key),
          ),
        )
      }
    />
  )
}

function PartToRead({
  part,
  language,
  children,
}: {
  part: ReadingPart
  language: string
  children: ReactNode
}) {
  return (
    <article className="hs-reading__part">
      <Explanation part={part} />
      <div className="hs-leaves" lang={language} dir="ltr">
        <div className="hs-leaf hs-reading__leaf">
          <OutlineSection section={part.section} kind={part.kind} />
        </div>
      </div>
      {children}
    </article>
  )
}

function Turn({ at, count, onGo }: { at: number; count: number; onGo: (index: number) => void }) {
  const { reading } = useText()
  return (
    <nav className="hs-reading__turn" aria-label={reading.choose}>
      <Button icon="back" isDisabled={at === 0} onPress={() => onGo(at - 1)}>
        {reading.previous}
      </Button>
      <span>{reading.place(at + 1, count)}</span>
      <Button look="primary" icon="right" isDisabled={at + 1 >= count} onPress={() => onGo(at + 1)}>
        {reading.next}
      </Button>
    </nav>
  )
}

type Remarks = {
  sent: readonly OwnRemark[]
  draftOf: (sectionId: string | null) => Draft
  change: (sectionId: string | null, draft: Draft) => void
  add: (remark: OwnRemark) => void
  takeOut: (remark: OwnRemark) => void
}

/** What was sent and what is being written, which stays while somebody goes from one part to another. */
function useRemarks(first: readonly OwnRemark[]): Remarks {
  const [sent, setSent] = useState(first)
  const [drafts, setDrafts] = useState<ReadonlyMap<string | null, Draft>>(new Map())
  const blank = useRef(new Map<string | null, Draft>())
  const isWriting = [...drafts.values()].some(({ text }) => text.trim() !== '')
  useEffect(() => {
    if (!isWriting) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isWriting])
  const blankFor = (sectionId: string | null) => {
    const found = blank.current.get(sectionId) ?? newDraft()
    blank.current.set(sectionId, found)
    return found
  }
  return {
    sent,
    draftOf: (sectionId) => drafts.get(sectionId) ?? blankFor(sectionId),
    change: (sectionId, draft) => setDrafts((all) => new Map(all).set(sectionId, draft)),
    add: (remark) => setSent((all) => [...all.filter(({ id }) => id !== remark.id), remark]),
    takeOut: (remark) => setSent((all) => all.filter(({ id }) => id !== remark.id)),
  }
}

function RemarkAt({
  remarks,
  sectionId,
  name,
}: {
  remarks: Remarks
  sectionId: string | null
  name: string
}) {
  const { remark } = useText().reading
  return (
    <RemarkForm
      sectionId={sectionId}
      label={sectionId === null ? remark.labelWhole : remark.label(name)}
      draft={remarks.draftOf(sectionId)}
      sent={remarks.sent.filter((each) => each.sectionId === sectionId)}
      onDraft={(draft) => remarks.change(sectionId, draft)}
      onSent={remarks.add}
      onWithdrawn={remarks.takeOut}
    />
  )
}

function Done({ onLeft }: { onLeft: () => void }) {
  const { done } = useText().reading
  const leaving = useAction(() => call(endpoints.leaveReading, {}), onLeft)
  return (
    <section className="hs-reading__done" aria-labelledby="done">
      <h2 id="done">{done.heading}</h2>
      <p>{done.body}</p>
      {leaving.failure === null ? null : <Failure failure={leaving.failure} />}
      <Button isBusy={leaving.isBusy} onPress={() => leaving.run(undefined)}>
        {done.button}
      </Button>
    </section>
  )
}
