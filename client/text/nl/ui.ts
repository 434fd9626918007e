/** Names of parts of the page for screen readers. */
export const ui = {
  mainBar: 'Bovenbalk',
  footer: 'Onderkant van de pagina',
}
