import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { PARAGRAPH_KINDS, type ParagraphKind } from '../../shared/agreement/rich-text.ts'
import { isParagraphKind } from '../../shared/editor/paragraph-kind.ts'
import { useText } from '../text/index.ts'
import { usePaperHost } from './paper-host.ts'
import type { ParagraphAt } from './suggest-mode.ts'
import { paragraphAt, suggestPlaceOf } from './suggesting.ts'
import { ToolIcon } from './tool-icon.tsx'
import { type ToolbarState, toolbarState } from './toolbar-state.ts'
import './toolbar.css'

/**
 * Layout of the text that has the caret. One for the whole paper; it floats above it and so moves nothing. Alt+F10 goes to it, Escape
 * goes back to the text.
 */
export function Toolbar() {
  const { places, canWrite, suggest } = usePaperHost()
  const editor = useSyncExternalStore(places.subscribe, places.active)
  const isSuggesting = useSyncExternalStore(suggest.subscribe, suggest.isOn)
  const said = useSyncExternalStore(suggest.subscribe, suggest.said)
  const { proposals } = useText()
  if (!canWrite) return <div className="hs-toolbar-place" />
  const active = editor === null || editor.isDestroyed ? null : editor
  return (
    <div className="hs-toolbar-place">
      {active === null ? (
        isSuggesting && <ProposingHere />
      ) : isSuggesting ? (
        <ProposingTools editor={active} />
      ) : (
        <Tools editor={active} />
      )}
      <p className="hs-toolbar-said" role="status">
        {said === null ? '' : proposals.refused[said]}
      </p>
    </div>
  )
}

/** While somebody proposes and is in no text: how to begin, and the way back to writing. */
function ProposingHere() {
  const { proposals } = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div role="group" aria-label={proposals.toolbar} className="hs-toolbar hs-toolbar--proposing">
      <ModeTool />
      <span className="hs-toolbar__word">{proposals.standing}</span>
    </div>
  )
}

/** While somebody proposes: what can be proposed here beside words, and the way back to writing. */
function ProposingTools({ editor }: { editor: Editor }) {
  const { proposals, editor: words } = useText()
  const { suggest } = usePaperHost()
  const bar = useRef<HTMLDivElement>(null)
  const state = useEditorState(editor)
  useShortcutTo(bar, editor)
  const at = () => {
    const { doc, selection } = editor.state
    const place = suggestPlaceOf(editor)
    return place === null ? null : paragraphAt(doc, place, selection.$to.index(0))
  }
  const withParagraph = (act: (at: ParagraphAt) => void) => () => {
    const found = at()
    if (found !== null) act(found)
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={proposals.toolbar}
      className="hs-toolbar hs-toolbar--proposing"
      onKeyDown={moveInToolbar(editor)}
    >
      <div className="hs-toolbar__tools">
        <ModeTool />
        <Tool
          label={proposals.addParagraph}
          icon="insert"
          onPress={withParagraph((found) => suggest.askParagraph(found))}
        />
        <Tool
          label={proposals.removeParagraph}
          icon="remove"
          onPress={withParagraph((found) => suggest.proposeRemoval(found))}
        />
        <select
          className="hs-tool hs-tool--kind"
          aria-label={proposals.otherKind}
          value={state.kind ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget
            const found = at()
            if (found !== null && isParagraphKind(value)) suggest.proposeKind(found, value)
          }}
        >
          {state.kind === null ? <option value="" /> : null}
          {PARAGRAPH_KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </div>
      <HistoryTools />
    </div>
  )
}

/** Writing or proposing: a word and a state, so that nobody wonders which of the two it is. */
function ModeTool() {
  const { proposals } = useText()
  const { suggest } = usePaperHost()
  const isOn = useSyncExternalStore(suggest.subscribe, suggest.isOn)
  return (
    <button
      type="button"
      className="hs-tool hs-tool--mode"
      aria-pressed={isOn}
      title={isOn ? proposals.modeOn : proposals.modeOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => suggest.set(!isOn)}
    >
      <ToolIcon name="propose" />
      <span>{proposals.mode}</span>
    </button>
  )
}

function Tools({ editor }: { editor: Editor }) {
  const words = useText().editor
  const { inserts, commentOn } = usePaperHost()
  const bar = useRef<HTMLDivElement>(null)
  const state = useEditorState(editor)
  useShortcutTo(bar, editor)
  const run = (command: 'indentParagraph' | 'outdentParagraph') => () =>
    editor.chain().focus()[command]().run()
  const mark = (name: 'bold' | 'italic' | 'underline') => (
    <Tool
      key={name}
      label={words[name]}
      icon={name}
      isPressed={state[name]}
      onPress={() => editor.chain().focus().toggleMark(name).run()}
    />
  )
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.toolbar}
      className="hs-toolbar"
      onKeyDown={moveInToolbar(editor)}
    >
      <div className="hs-toolbar__tools">
        <ModeTool />
        {(['bold', 'italic', 'underline'] as const).map(mark)}
        <KindList editor={editor} kind={state.kind} />
        <Tool
          label={words.outdent}
          icon="outdent"
          isOff={!state.canOutdent}
          onPress={run('outdentParagraph')}
        />
        <Tool label={words.indent} icon="indent" isOff={!state.canIndent} onPress={run('indentParagraph')} />
        <Tool
          label={words.insert.button}
          icon="insert"
          onPress={() => inserts.open({ view: editor.view, typed: '' })}
        />
        {commentOn === null ? null : (
          <Tool
            label={words.comment}
            icon="comment"
            isWideOnly
            isOff={!state.hasSelection}
            onPress={commentOn}
          />
        )}
      </div>
      <HistoryTools />
    </div>
  )
}

function HistoryTools() {
  const words = useText().editor
  const { history } = usePaperHost()
  const undoState = useSyncExternalStore(history.subscribe, history.state)
  return (
    <span className="hs-toolbar__history">
      <Tool
        label={words.undo}
        icon="undo"
        isOff={undoState !== 'undo' && undoState !== 'both'}
        onPress={() => history.undo()}
      />
      <Tool
        label={words.redo}
        icon="redo"
        isOff={undoState !== 'redo' && undoState !== 'both'}
        onPress={() => history.redo()}
      />
    </span>
  )
}

type ToolProps = {
  label: string
  icon: Parameters<typeof ToolIcon>[0]['name']
  isPressed?: boolean
  isOff?: boolean
  /** Left out on a narrow screen, where it has a place of its own. */
  isWideOnly?: boolean
  onPress(): void
}

/** Stays in the order of the keyboard while it cannot run, so that the toolbar does not jump under the fingers. */
function Tool({ label, icon, isPressed, isOff = false, isWideOnly = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={isWideOnly ? 'hs-tool hs-tool--wide' : 'hs-tool'}
      title={label}
      aria-label={label}
      aria-pressed={isPressed}
      aria-disabled={isOff}
      // The caret stays in the text: a press with the mouse does not take the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      <ToolIcon name={icon} />
    </button>
  )
}

function KindList({ editor, kind }: { editor: Editor; kind: ParagraphKind | null }) {
  const words = useText().editor
  const choose = (value: string) => {
    if (isParagraphKind(value)) editor.chain().focus().setParagraphKind(value).run()
  }
  return (
    <select
      className="hs-tool hs-tool--kind"
      aria-label={words.kind}
      value={kind ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {kind === null ? <option value="" /> : null}
      {PARAGRAPH_KINDS.map((each) => (
        <option key={each} value={each}>
          {words.kinds[each]}
        </option>
      ))}
    </select>
  )
}

function useEditorState(editor: Editor): ToolbarState {
  const joined = useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    () => JSON.stringify(toolbarState(editor)),
  )
  return JSON.parse(joined) as ToolbarState
}

/** Alt+F10 in a text goes to its toolbar, as in other editors. */
function useShortcutTo(bar: React.RefObject<HTMLElement | null>, editor: Editor): void {
  useEffect(() => {
    const { dom } = editor.view
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return
      event.preventDefault()
      bar.current?.querySelector<HTMLElement>('.hs-tool')?.focus()
    }
    dom.addEventListener('keydown', onKeyDown)
    return () => dom.removeEventListener('keydown', onKeyDown)
  }, [bar, editor])
}

/** Arrows go from tool to tool; Escape goes back to the text. */
function moveInToolbar(editor: Editor) {
  return (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      editor.commands.focus()
      return
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('.hs-tool')]
    const index = tools.indexOf(document.activeElement as HTMLElement)
    tools[(index + step + tools.length) % tools.length]?.focus()
  }
}
