import { useEffect, useRef, useState } from 'react'
import { AGREEMENT_STATUSES } from '../../../shared/agreement/record.ts'
import type { AgreementList, ListedAgreement } from '../../connection/index.ts'
import { type TextTable, useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { AgreementRow } from './agreement-row.tsx'
import { filterAgreements, needsAttention, type Shown, statusesIn } from './filter-agreements.ts'
import { formatMoment } from './format-moment.ts'

type MineProps = { list: AgreementList; again: () => void }

/** The agreements that this person takes part in: of now, or as this device last saw them. */
export function MyAgreements({ list: { agreements, seenAt }, again }: MineProps) {
  const { start } = useText()
  const [shown, setShown] = useState<Shown>('current')
  const [search, setSearch] = useState('')
  const { all, moved, move } = useMoved(agreements)
  const heading = useRef<HTMLHeadingElement>(null)
  const found = filterAgreements(all, shown, search)
  const onMoved = (id: string, archived: boolean, title: string) => {
    move(id, archived, title)
    // Its row goes from this list, and the button with it.
    heading.current?.focus()
  }
  return (
    <section className="hs-start__part" aria-labelledby="mine">
      <h2 id="mine" ref={heading} tabIndex={-1}>
        {start.mine.heading}
      </h2>
      <p className="hs-hidden" role="status">
        {moved === null ? null : start.mine.moved(moved.title, moved.archived)}
      </p>
      {seenAt === null ? null : <LastSeen at={seenAt} again={again} />}
      {agreements.length === 0 ? <p className="hs-soft">{start.mine.empty}</p> : null}
      {all.length < 2 && !all.some(({ archived }) => archived) ? null : (
        <div className="hs-start__find">
          <TextField label={start.mine.search} value={search} onChange={setSearch} type="search" />
          <ShownChoice agreements={all} shown={shown} onChoose={setShown} />
        </div>
      )}
      {agreements.length > 0 && found.length === 0 ? <p role="status">{start.mine.nothingFound}</p> : null}
      {found.length === 0 ? null : (
        <ul className="hs-start__list">
          {found.map((agreement) => (
            <AgreementRow key={agreement.id} agreement={agreement} onMoved={onMoved} />
          ))}
        </ul>
      )}
    </section>
  )
}

type Moved = { title: string; archived: boolean }

/** The list with what the person put away or took back since it came. */
function useMoved(agreements: readonly ListedAgreement[]) {
  const [away, setAway] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [moved, setMoved] = useState<Moved | null>(null)
  const all = agreements.map((each) => ({ ...each, archived: away.get(each.id) ?? each.archived }))
  const move = (id: string, archived: boolean, title: string) => {
    setAway(new Map(away).set(id, archived))
    setMoved({ title, archived })
  }
  return { all, moved, move }
}

type ShownProps = {
  agreements: readonly ListedAgreement[]
  shown: Shown
  onChoose: (shown: Shown) => void
}

function ShownChoice({ agreements, shown, onChoose }: ShownProps) {
  const { start, everywhere } = useText()
  const words = start.mine.shown
  const options: { key: Shown; label: string }[] = [
    { key: 'current', label: words.current },
    ...(agreements.some(needsAttention) ? [{ key: 'attention' as const, label: words.attention }] : []),
    ...statusesIn(agreements).map((status) => ({
      key: `status:${status}` as const,
      label: statusWord(status, everywhere),
    })),
    { key: 'archive', label: words.archive },
  ]
  return <Select label={start.mine.show} options={options} value={shown} onChange={onChoose} />
}

function LastSeen({ at, again }: { at: string; again: () => void }) {
  const { start, everywhere } = useText()
  const { language } = useLanguage()
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [again])
  const when = at === '' ? '' : formatMoment(at, language, new Date())
  return (
    <Callout
      kind="attention"
      title={start.mine.offline}
      action={<Button onPress={again}>{everywhere.again}</Button>}
    >
      {start.mine.lastSeen(when)}
    </Callout>
  )
}

/** The word of a status; a status that this client does not know is shown as it is. */
export function statusWord(status: string, everywhere: TextTable['everywhere']): string {
  const known = AGREEMENT_STATUSES.find((candidate) => candidate === status)
  return known === undefined ? status : everywhere.statuses[known]
}
