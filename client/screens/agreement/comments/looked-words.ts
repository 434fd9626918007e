import { useEffect } from 'react'

/**
 * Gives the words of the thread that somebody looks at another look. By a rule of style, so that no text is drawn anew: that would put the caret back to
 * where it was a moment before.
 */
export function useLookedWords(threadId: string | null): void {
  useEffect(() => {
    if (threadId === null) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`.hs-commented[data-thread="${CSS.escape(threadId)}"] {
      background: var(--handslag-color-action-tint);
      box-shadow: inset 0 -3px 0 var(--handslag-color-action);
    }`)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [threadId])
}
