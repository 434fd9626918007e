import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { insertPiece } from '../../shared/editor/insert.ts'
import { useText } from '../text/index.ts'
import { AnchoredSheet } from '../ui/anchored.tsx'
import { choicesFor, type InsertChoice, type InsertRequest } from './insert-request.ts'
import { usePaperHost } from './paper-host.ts'
import './insert-menu.css'

/** What can be inserted, asked for with "/" or the button: searched by typing, chosen with the arrows and Enter, or pressed. */
export function InsertMenu() {
  const { inserts, canWrite } = usePaperHost()
  const request = useSyncExternalStore(inserts.subscribe, inserts.get)
  if (!canWrite || request === null || request.view.isDestroyed) return null
  return <OpenMenu request={request} />
}

function OpenMenu({ request }: { request: InsertRequest }) {
  const { inserts } = usePaperHost()
  const words = useText().editor.insert
  const { view, typed } = request
  const isChosen = useRef(false)
  const question = useRef('')
  // The menu holds the focus for as long as it is drawn.
  const leave = () => flushSync(() => inserts.close())
  const close = () => {
    leave()
    // What was typed for it stands in the text after all: "/" can be meant as "/".
    const back = typed + (typed === '' ? '' : question.current)
    if (!isChosen.current) backInText(view, (state, dispatch) => void dispatch(state.tr.insertText(back)))
  }
  const choose = ({ piece }: InsertChoice) => {
    isChosen.current = true
    leave()
    backInText(view, insertPiece(piece))
  }
  return (
    <AnchoredSheet anchor={paragraphOf(request)} label={words.title} onClose={close}>
      <Search
        onChoose={choose}
        onQuestion={(next) => {
          question.current = next
        }}
      />
    </AnchoredSheet>
  )
}

type Change = (state: EditorState, dispatch: EditorView['dispatch']) => unknown

/** Gives the text its focus back, at once so that no letter is lost, and changes it where the caret was. */
function backInText(view: EditorView, change: Change): void {
  if (view.isDestroyed) return
  const caret = view.state.selection.getBookmark()
  view.focus()
  view.dispatch(view.state.tr.setSelection(caret.resolve(view.state.doc)))
  change(view.state, view.dispatch.bind(view))
}

/** The menu floats at the paragraph with the caret. */
function paragraphOf({ view }: InsertRequest): HTMLElement {
  const { node } = view.domAtPos(view.state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.hs-prose > *') ?? (view.dom as HTMLElement)
}

type SearchProps = { onChoose: (choice: InsertChoice) => void; onQuestion: (question: string) => void }

/** Combobox with a list (WAI-ARIA APG, Combobox): the focus stays in the input, the arrows choose. */
function Search({ onChoose, onQuestion }: SearchProps) {
  const { insertChoices } = usePaperHost()
  const words = useText().editor.insert
  const [question, setQuestion] = useState('')
  const [active, setActive] = useState(0)
  const all = useMemo(() => insertChoices(), [insertChoices])
  const shown = useMemo(() => choicesFor(question, all), [question, all])
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const optionId = (index: number) => `${listId}-${index}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one is brought into view whenever another is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, shown])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextActive(event.key, active, shown.length)
    const choice = event.key === 'Enter' ? shown[active] : undefined
    if (next === null && choice === undefined) return
    event.preventDefault()
    if (next !== null) setActive(next)
    if (choice) onChoose(choice)
  }
  return (
    <div className="hs-insert">
      <input
        className="hs-insert__question"
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length === 0 ? undefined : optionId(active)}
        placeholder={words.search}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it, to type in
        autoFocus
        value={question}
        onChange={(event) => {
          setQuestion(event.currentTarget.value)
          onQuestion(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={words.title} className="hs-insert__list">
        {groupsOf(shown).map(({ group, choices }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
          <div key={group} role="group" aria-label={group}>
            <div className="hs-insert__group" aria-hidden="true">
              {group}
            </div>
            {choices.map(({ choice, index }) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={optionId(index)}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                className="hs-insert__option"
                onClick={() => onChoose(choice)}
              >
                <span lang="nl">{choice.label}</span>
                {choice.detail === null ? null : <small lang="nl">{choice.detail}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={shown.length === 0 ? undefined : 'hs-hidden'}>
        {shown.length === 0 ? words.none : words.found(shown.length)}
      </p>
    </div>
  )
}

function nextActive(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active - 1 + count) % count
  if (key === 'PageDown') return Math.min(active + 8, count - 1)
  return key === 'PageUp' ? Math.max(active - 8, 0) : null
}

type Group = { group: string; choices: { choice: InsertChoice; index: number }[] }

function groupsOf(shown: readonly InsertChoice[]): Group[] {
  const groups: Group[] = []
  for (const [index, choice] of shown.entries()) {
    const last = groups.at(-1)
    if (last?.group === choice.group) last.choices.push({ choice, index })
    else groups.push({ group: choice.group, choices: [{ choice, index }] })
  }
  return groups
}
