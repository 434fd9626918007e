/**
 * What the parse rules of the editor see of a pasted element. TipTap calls them with one, in a browser only. `shared`
 * is checked without the types of the page (`shared/tsconfig.json`), so that nothing else of the page can slip in.
 */
interface HTMLElement {
  readonly tagName: string
  readonly parentElement: HTMLElement | null
  getAttribute(name: string): string | null
  readonly textContent: string | null
  closest(selectors: string): HTMLElement | null
  querySelector(selectors: string): HTMLElement | null
}
