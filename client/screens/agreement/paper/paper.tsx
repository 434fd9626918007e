import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import type { Template } from '../../../../shared/template/template.ts'
import {
  historyCommandOf,
  maybeSelectedPassage,
  type PaperHost,
  PaperHostProvider,
} from '../../../editor/index.ts'
import { FactBlock, type FormsAgreement, FormsProvider, OutlineBlock } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { useProposals } from '../../proposals/proposals-room.ts'
import { taskAddress } from '../../tasks/task-address.ts'
import { useRootClass } from '../../use-root-class.ts'
import { CommentOnSelection } from '../comments/comment-on-selection.tsx'
import { useCommentsRoom } from '../comments/comments-room.ts'
import { useHistoryRoom } from '../history/history-room.ts'
import { editedFactOf, type OpenFact } from './edited-fact.ts'
import { FactPopover } from './fact-popover.tsx'
import { insertChoices } from './insert-choices.ts'
import { jumpTo } from './jump-to.ts'
import { type OpenPaper, openPaper } from './open-paper.ts'
import { Pages } from './pages.tsx'
import { useReadActs } from './read-acts-here.ts'
import './paper.css'

export { jumpTo } from './jump-to.ts'

export type PaperProps = {
  agreementId: string
  doc: Doc
  awareness: Awareness
  me: { personId: string; name: string; partyId: string | null }
  canWrite: boolean
  catalog: Catalog
  template: Template | null
  /** The text is settled: the front does not say that it is a draft. */
  isFixed: boolean
  /** Told which article or annex is being read or written in. */
  onPlace: (id: string | null) => void
}

/** The agreement as a sheet of paper, written in where it stands. The document must be in sync before it is drawn. */
export function Paper(props: PaperProps) {
  const { doc, awareness, catalog } = props
  const [paper, setPaper] = useState<OpenPaper | null>(null)
  useEffect(() => {
    const opened = openPaper(doc, awareness, catalog)
    setPaper(opened)
    return () => {
      opened.close()
      setPaper(null)
    }
  }, [doc, awareness, catalog])
  return paper === null ? null : <Sheet {...props} paper={paper} />
}

function Sheet({
  paper,
  agreementId,
  canWrite,
  template,
  isFixed,
  onPlace,
}: PaperProps & { paper: OpenPaper }) {
  const [openFact, setOpenFact] = useState<OpenFact | null>(null)
  const { authorship, undo } = useHistoryRoom()
  const comments = useCommentsRoom()
  const { passages, mayComment } = comments
  useEffect(() => {
    passages.readBy(paper.facts)
    return () => passages.readBy(null)
  }, [passages, paper])
  const proposals = useProposals()
  const suggest = proposals.mode
  const isProposing = useSyncExternalStore(suggest.subscribe, suggest.isOn)
  useEffect(() => {
    undo.current = paper.history
    return () => {
      undo.current = null
    }
  }, [undo, paper])
  const { paper: words, tasks, editor, comments: commentWords } = useText()
  const latestComments = useRef(comments)
  latestComments.current = comments
  const groups = editor.insert
  const leftOutWords = words.leftOut
  const allOfTask = tasks.form.title
  const readActs = useReadActs(canWrite && isProposing)
  const forms = useMemo<FormsAgreement>(
    () => ({
      ...paper,
      // What is proposed of a fact or a row is a record of its own, never a value that stands there at once.
      canWrite: canWrite && !isProposing,
      template,
      commentOnRow: mayComment
        ? {
            label: commentWords.write.onRow,
            begin: (list, rowId, quote) => latestComments.current.begin({ kind: 'row', list, rowId, quote }),
          }
        : null,
      commentOnFact: mayComment
        ? {
            label: commentWords.write.onFact,
            begin: (address, quote) => latestComments.current.begin({ kind: 'fact', address, quote }),
          }
        : null,
      readActs: canWrite && !isProposing ? null : readActs,
      pageOf: (list, key) =>
        list === 'tasks' ? { label: allOfTask, href: taskAddress(agreementId, key) } : null,
      undo: () => paper.history.undo(),
    }),
    [paper, agreementId, canWrite, isProposing, template, allOfTask, mayComment, commentWords, readActs],
  )
  // Editors live as long as this host: what comes later or changes is read when it is asked.
  const latest = useRef({ template, groups, comments, askFact: proposals.askFact })
  latest.current = { template, groups, comments, askFact: proposals.askFact }
  const host = useMemo<PaperHost>(() => {
    const openField = (name: string, element: HTMLElement) => {
      const fact = editedFactOf(name, element)
      if (fact.kind === 'here' && suggest.isOn()) latest.current.askFact(fact.address)
      else if (fact.kind === 'here' && canWrite) setOpenFact(fact)
      if (fact.kind === 'elsewhere') jumpTo(fact.target)
    }
    return {
      ...paper,
      authorship,
      comments: passages,
      commentOn: mayComment
        ? () => void latest.current.comments.beginOn(maybeSelectedPassage(paper.places))
        : null,
      suggest,
      canWrite,
      leftOutWords,
      renderBlock: (name) => <FactBlock name={name} isOnPaper />,
      renderReadBlock: (name) => <OutlineBlock name={name} />,
      openField,
      openReference: jumpTo,
      insertChoices: () =>
        insertChoices({
          body: paper.store.get(),
          catalog: paper.catalog,
          template: latest.current.template,
          words: latest.current.groups,
        }),
    }
  }, [paper, authorship, suggest, passages, mayComment, canWrite, leftOutWords])
  useRootClass(isProposing ? 'hs-in-proposing' : null)
  return (
    <FormsProvider value={forms}>
      <PaperHostProvider value={host}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its inputs tell and is none itself */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard the list of comments and its shortcut lead to them */}
        <div
          className={`hs-paper ${isProposing ? 'hs-paper--proposing' : ''}`.trim()}
          onKeyDownCapture={undoKeys(paper)}
          onFocus={(event) => {
            paper.history.beginStep()
            tellCell(paper)(event)
          }}
          onBlur={tellCell(paper)}
          onClick={({ target }) => {
            const words = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
            if (words?.dataset.thread) comments.press(words.dataset.thread)
          }}
        >
          <Pages template={template} isFixed={isFixed} onPlace={onPlace} />
          <CommentOnSelection />
          {openFact === null ? null : <FactPopover fact={openFact} onClose={() => setOpenFact(null)} />}
        </div>
      </PaperHostProvider>
    </FormsProvider>
  )
}

/** One history for prose and tables: the keys never reach the undo of a single input. */
const undoKeys = (paper: OpenPaper) => (event: KeyboardEvent) => {
  const command = historyCommandOf(event)
  if (command === null) return
  event.preventDefault()
  event.stopPropagation()
  paper.history[command]()
}

/** Tells the others which cell or form field the focus is in. */
const tellCell = (paper: OpenPaper) => (event: FocusEvent) => {
  const now = event.type === 'blur' ? event.relatedTarget : event.target
  const cell = now instanceof Element ? now.closest<HTMLElement>('[data-address]') : null
  paper.presence.enter(cell?.dataset.address ?? null)
  if (now instanceof Element && now.closest('.hs-records, .hs-fact-input')) paper.places.deactivate()
}
