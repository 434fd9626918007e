/** Writing in the text of an article. */
export const editor = {
  toolbar: 'Text layout',
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underlined',
  kind: 'Kind of paragraph',
  kinds: {
    clause: 'Numbered clause',
    subclause: 'Sub-clause (a, b, c)',
    bullet: 'Bullet',
    heading: 'Heading',
    note: 'Note',
    plain: 'Plain text',
  },
  indent: 'Indent',
  outdent: 'Outdent',
  undo: 'Undo',
  redo: 'Redo',
  hint: 'Tab indents a clause. Escape and then Tab moves on over the page. Alt+F10 goes to the layout.',
  addClause: 'Add a clause',
}
