import type { Visitor } from './browser.ts'

/** What a keyboard for Chinese does: signs that are being composed, and the one that is chosen. */
export async function inputMethod({ context, page }: Visitor) {
  const keyboard = await context.newCDPSession(page)
  return {
    compose: (text: string) =>
      keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text: string) => keyboard.send('Input.insertText', { text }),
  }
}
