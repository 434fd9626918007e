/** Writing in the text of an article. */
export const editor = {
  toolbar: 'Opmaak van de tekst',
  bold: 'Vet',
  italic: 'Schuin',
  underline: 'Onderstreept',
  kind: 'Soort alinea',
  kinds: {
    clause: 'Lid met nummer',
    subclause: 'Onderdeel (a, b, c)',
    bullet: 'Opsomming',
    heading: 'Tussenkop',
    note: 'Toelichting',
    plain: 'Gewone tekst',
  },
  indent: 'Inspringen',
  outdent: 'Terugspringen',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw doen',
  hint: 'Tab laat een lid inspringen. Escape en dan Tab gaat verder op de pagina. Alt+F10 gaat naar de opmaak.',
  addClause: 'Lid toevoegen',
}
