/** What went wrong, what is safe, what now. The server's own sentence is shown instead when it sent one. */
export const errors = {
  title: 'Dat ging niet goed',
  unreachableTitle: 'Geen verbinding met de server',
  unreachable: 'Wij kunnen de server niet bereiken. Kijk of u internet hebt en probeer het dan opnieuw.',
  unexpectedAnswer: 'De server gaf een antwoord dat wij niet begrijpen. Laad de pagina opnieuw.',
  pageTitle: 'Deze pagina werkt even niet',
  pageBody:
    'Er ging iets mis bij het tekenen van deze pagina. Wat al bewaard was, is veilig: het staat op de server. Laad de pagina opnieuw om verder te gaan.',
  notFoundTitle: 'Deze pagina bestaat niet',
  notFoundBody:
    'Misschien is het adres niet helemaal overgenomen. Vanaf het begin vindt u uw overeenkomsten terug.',
}
