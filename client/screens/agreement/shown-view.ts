/** The text as it is written, or as it comes on paper. */
export type TextView = 'paper' | 'preview'

/**
 * How the text is shown now. A page with an older schema never binds an editor: it would delete what it does not know while
 * drawing. It shows the outline.
 */
export function shownView(connection: { older: boolean }, view: TextView): TextView {
  return connection.older ? 'preview' : view
}
