import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { XmlFragment } from 'yjs'
import type { RichText } from '../../shared/agreement/rich-text.ts'
import { useText } from '../text/index.ts'
import { type BlockPlaces, createBlockPlaces } from './block-views.ts'
import { createEditor } from './create-editor.ts'
import { inTurn } from './in-turn.ts'
import { redrawNumbers } from './number-decorations.ts'
import { usePaperHost } from './paper-host.ts'
import type { CaretAt } from './place-registry.ts'
import { StaticText } from './static-text.tsx'
import type { ParagraphAt } from './suggest-mode.ts'
import { paragraphAt } from './suggesting.ts'
import './prose.css'

/** How far from the screen a text gets its editor, so that it is there before somebody reaches it. */
const NEAR = '1200px 0px'

export type ArticleEditorProps = {
  fragment: XmlFragment
  /** Name of the fragment: `article:<id>`. */
  place: string
  /** Name of the text for a screen reader: "Tekst van artikel 6, Hoe lang duurt de samenwerking?". */
  label: string
  /** Number of the article, null when it has none. */
  number: string | null
  /** The same text as data, for as long as there is no editor. */
  body: RichText
}

/**
 * The text of one article or annex. Far from the screen, and for who may not write, it is drawn as it stands; near the screen an
 * editor takes its place with the same words and the same height.
 */
export function ArticleEditor(props: ArticleEditorProps) {
  const { canWrite, places } = usePaperHost()
  const around = useRef<HTMLDivElement>(null)
  const [isLive, setLive] = useState(false)
  const [caretAt, setCaretAt] = useState<CaretAt | null>(null)
  const { place } = props

  useEffect(() => {
    if (!canWrite || isLive) return
    const stops = [
      whenNear(around.current, () => setLive(true)),
      inTurn(() => whenLeft(around.current, () => setLive(true))),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [canWrite, isLive])

  useEffect(() => {
    if (!canWrite) return
    return places.add({
      name: place,
      focus: (at) => {
        setLive(true)
        setCaretAt(at)
      },
    })
  }, [canWrite, places, place])

  return (
    <div ref={around} className="hs-text" data-text={place}>
      {isLive && canWrite ? (
        <LiveText {...props} caretAt={caretAt} onCaret={() => setCaretAt(null)} />
      ) : (
        <StaticText
          content={props.body.content}
          number={props.number}
          fragment={props.fragment}
          place={place}
        />
      )}
    </div>
  )
}

/** Calls back once the element comes near the screen. Returns its stop. */
function whenNear(element: HTMLElement | null, onNear: () => void): () => void {
  if (!element) return () => {}
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      whenLeft(element, onNear)
    },
    { rootMargin: NEAR },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

/** At once, or once the focus has left the element: taking over would throw it out. */
function whenLeft(element: HTMLElement | null, action: () => void): void {
  if (element?.contains(document.activeElement)) element.addEventListener('focusout', action, { once: true })
  else action()
}

type LiveTextProps = ArticleEditorProps & { caretAt: CaretAt | null; onCaret: () => void }

function LiveText({ fragment, place, label, number, body, caretAt, onCaret }: LiveTextProps) {
  const host = usePaperHost()
  const hint = useText().editor.hint
  const mount = useRef<HTMLDivElement>(null)
  const [blocks] = useState(createBlockPlaces)
  const [editor, setEditor] = useState<Editor | null>(null)
  const prefix = useRef(number)
  prefix.current = number
  const words = useRef({ label, hint })
  words.current = { label, hint }

  useLayoutEffect(() => {
    if (!mount.current) return
    const made = createEditor(mount.current, {
      fragment,
      place,
      ...words.current,
      prefix: () => prefix.current,
      blocks,
      host,
    })
    setEditor(made)
    return () => {
      host.places.deactivate(made)
      made.destroy()
      setEditor(null)
    }
  }, [fragment, place, blocks, host])

  useEffect(() => {
    editor?.view.dom.setAttribute('aria-label', label)
  }, [editor, label])

  const drawing = useFactsOf(body, number)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when the number or a condition changed
  useEffect(() => {
    if (editor && !editor.isDestroyed) redrawNumbers(editor.view)
  }, [editor, drawing])

  useEffect(() => {
    if (!editor || caretAt === null) return
    if (caretAt === 'new' && host.suggest.isOn()) host.suggest.askParagraph(endOf(editor, place))
    else if (caretAt === 'new') appendClause(editor)
    else editor.commands.focus(caretAt)
    onCaret()
  }, [editor, caretAt, onCaret, host, place])

  return (
    <>
      <div ref={mount} className="hs-text__mount" />
      <Blocks places={blocks} />
    </>
  )
}

/** The last paragraph or table, after which a paragraph is proposed. */
function endOf({ state: { doc } }: Editor, place: string): ParagraphAt {
  const index = doc.childCount - 1
  return paragraphAt(doc, place, index) ?? { place, index, seen: '', kind: 'clause', level: 0 }
}

/** An empty clause at the end, unless one stands there already, with the caret in it. */
function appendClause(editor: Editor): void {
  const { doc } = editor.state
  const last = doc.lastChild
  if (last?.type.name !== 'paragraph' || last.content.size > 0) {
    editor.commands.insertContentAt(doc.content.size, { type: 'paragraph' })
  }
  editor.commands.focus('end')
}

/** Changes whenever the numbers in this text may: the article's own number and which conditions hold. */
function useFactsOf(body: RichText, number: string | null): string {
  const { facts } = usePaperHost()
  const conditions = () =>
    body.content
      .map((block) => (block.type === 'paragraph' ? block.attrs.onlyIf : null))
      .map((condition) => (condition === null ? '' : String(facts.holds(condition))))
      .join()
  return `${number}:${useSyncExternalStore(facts.subscribe, conditions)}`
}

/** The tables and forms, each drawn in the place the editor holds for it. */
function Blocks({ places }: { places: BlockPlaces }) {
  const { renderBlock } = usePaperHost()
  const all = useSyncExternalStore(places.subscribe, places.get)
  return all.map(({ key, name, dom }) => createPortal(renderBlock(name), dom, String(key)))
}
