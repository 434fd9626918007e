import { useEffect, useMemo, useRef, useState } from 'react'
import { type FormsAgreement, FormsProvider } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PaperSkeleton } from '../agreement/paper-skeleton.tsx'
import type { Surroundings } from '../agreement/surroundings.ts'
import { type OpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { BesideHead } from '../beside-agreement.tsx'
import { Page } from '../page.tsx'
import { ReadOnly } from '../read-only.tsx'
import { tellField, undoKeys } from './field-events.ts'
import { type TasksRoom, TasksRoomProvider, useTasksAgreement } from './open-tasks.ts'
import { OverviewView } from './overview-view.tsx'
import { PickView } from './pick-view.tsx'
import { TaskForm } from './task-form.tsx'
import { hashOf, useView, type View } from './view.ts'

type Props = { agreementId: string; open: OpenAgreement; surroundings: Surroundings }

type Said = { words: string; canUndo: boolean }

/** The screen once the agreement is open: where one is, what is kept, and one of its three views. */
export function TasksPage({ agreementId, open, surroundings }: Props) {
  const { tasks } = useText()
  const connection = useStandingConnection(open.live)
  const agreement = useTasksAgreement(open, surroundings)
  const view = useView()
  return (
    <Page title={tasks.title}>
      <div className="hs-tasks">
        <BesideHead agreementId={agreementId} open={open} />
        <h1>{tasks.title}</h1>
        <ViewLinks view={view} />
        <ReadOnly {...{ agreementId, connection }} ownPart={tasks.readOnly} />
        {connection.opened && agreement !== null ? (
          <Opened
            agreementId={agreementId}
            you={surroundings.you}
            agreement={agreement}
            beginStep={agreement.beginStep}
            view={view}
          />
        ) : (
          <PaperSkeleton sentence={tasks.busy} />
        )}
      </div>
    </Page>
  )
}

function ViewLinks({ view }: { view: View }) {
  const { views } = useText().tasks
  const shown = view.name === 'task' ? 'pick' : view.name
  return (
    <nav className="hs-tasks__views" aria-label={views.label}>
      {(['pick', 'overview'] as const).map((name) => (
        <span key={name} data-here={shown === name || undefined}>
          <ButtonLink
            look="quiet"
            href={hashOf({ name })}
            {...(view.name === name ? { 'aria-current': 'page' } : {})}
          >
            {views[name]}
          </ButtonLink>
        </span>
      ))}
    </nav>
  )
}

type OpenedProps = {
  agreementId: string
  you: Surroundings['you']
  agreement: FormsAgreement
  beginStep: () => void
  view: View
}

function Opened({ agreementId, you, agreement, beginStep, view }: OpenedProps) {
  const { changed } = useText().tasks
  const [said, setSaid] = useState<Said | null>(null)
  const around = useRef<HTMLDivElement>(null)
  useArrival(view, around)
  const room = useMemo<TasksRoom>(
    () => ({
      agreementId,
      you,
      beginStep,
      say: (words, canUndo = false) => setSaid({ words, canUndo }),
    }),
    [agreementId, you, beginStep],
  )
  const putBack = () => {
    agreement.undo()
    setSaid({ words: changed.back, canUndo: false })
  }
  return (
    <FormsProvider value={agreement}>
      <TasksRoomProvider value={room}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its inputs tell and is none itself */}
        <div
          ref={around}
          onFocus={tellField(agreement)}
          onBlur={tellField(agreement)}
          onKeyDownCapture={undoKeys(agreement)}
        >
          {view.name === 'pick' ? <PickView /> : null}
          {view.name === 'overview' ? <OverviewView /> : null}
          {view.name === 'task' ? <TaskForm key={view.taskId} taskId={view.taskId} /> : null}
        </div>
        <div className="hs-tasks__said" data-empty={said === null || undefined}>
          <p role="status">{said?.words}</p>
          {said?.canUndo ? (
            <Button look="secondary" onPress={putBack}>
              {changed.undo}
            </Button>
          ) : null}
        </div>
      </TasksRoomProvider>
    </FormsProvider>
  )
}

/** Going to another view starts at its heading; coming back from a task starts at that task. */
function useArrival(view: View, around: React.RefObject<HTMLElement | null>): void {
  const before = useRef(view)
  useEffect(() => {
    const from = before.current
    before.current = view
    if (from === view) return
    const row = from.name === 'task' ? rowOf(around.current, from.taskId) : null
    const heading = around.current?.querySelector<HTMLElement>('[data-arrival]')
    if (row) row.scrollIntoView({ block: 'center' })
    else window.scrollTo(0, 0)
    ;(row ?? heading)?.focus({ preventScroll: true })
  }, [view, around])
}

function rowOf(around: HTMLElement | null, taskId: string): HTMLElement | null {
  return around?.querySelector<HTMLElement>(`[data-task="${CSS.escape(taskId)}"] a`) ?? null
}
