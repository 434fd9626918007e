const people = (count: number) => (count === 1 ? '1 persoon' : `${count} mensen`)

/** The agreement screen around the paper. */
export const agreement = {
  busy: 'Wij halen de overeenkomst op.',
  paperComing: 'De tekst komt eraan. U kunt zo schrijven.',
  paper: 'Tekst van de overeenkomst',
  olderVersion:
    'Er is een nieuwe versie van Handslag. Laad de pagina opnieuw om verder te schrijven. Wat u schreef is bewaard.',
  afterRestore:
    'De server is teruggezet naar een eerdere stand. U ziet nu die tekst. Wat u schreef en nog niet bewaard was, krijgt u terug als losse tekst.',
  readOnly: 'U kunt meelezen. Schrijven kan niet met uw uitnodiging.',
  /** Why nobody writes in the text now. */
  holds: {
    archived:
      'Deze overeenkomst staat in het archief. U kunt alles lezen. Schrijven kan weer als de begeleider haar terughaalt.',
    fixed:
      'De tekst is vastgesteld. U kunt alles lezen. Schrijven kan weer als alle partijen de tekst openen.',
  },
  holdOver: (canWrite: boolean): string =>
    canWrite ? 'De tekst is weer open. U kunt weer schrijven.' : 'De tekst is weer open.',
  mayWriteNow: 'De begeleider heeft uw rol veranderd. U kunt nu schrijven.',
  mayNotWriteNow: 'De begeleider heeft uw rol veranderd. U leest nu mee en kunt niet meer schrijven.',
  takeBack: 'Haal terug uit het archief',
  status: 'Stand',
  missing: {
    notKnownTitle: 'Wij weten niet wie u bent',
    notKnownBody:
      'U bent op dit apparaat niet (meer) aangemeld voor deze overeenkomst. Open de link uit uw uitnodiging opnieuw. De tekst is veilig.',
    removedTitle: 'U doet niet meer mee',
    removedBody:
      'De begeleider heeft u uit deze overeenkomst gehaald. Wat u schreef en bewaard was, blijft staan. Vragen? Neem contact op met wie u uitnodigde.',
    notAllowedTitle: 'Deze overeenkomst is niet van u',
    notAllowedBody: 'U doet niet mee in deze overeenkomst. Vraag een link aan degene die haar begeleidt.',
    deletedTitle: 'Deze overeenkomst is er niet meer',
    deletedBody: 'Zij is net verwijderd, voor alle partijen. Vragen? Neem contact op met wie u uitnodigde.',
    goneTitle: 'Deze overeenkomst is er niet',
    goneBody:
      'Misschien is het adres niet helemaal overgenomen. Vanaf het begin vindt u uw overeenkomsten terug.',
  },
  outline: {
    heading: 'Artikelen',
    annexes: 'Bijlagen',
    here: 'U bent hier',
    unnamed: 'Zonder kop',
    peopleHere: (names: string) => `Hier ook: ${names}`,
    hide: 'Artikelen verbergen',
    show: 'Artikelen tonen',
  },
  guidance: {
    heading: 'Naast de tekst',
    question: 'Om samen te bespreken',
    none: 'Bij dit artikel is geen uitleg.',
    choose: 'Klik in een artikel. Dan staat hier de uitleg.',
    hide: 'Uitleg verbergen',
    show: 'Uitleg tonen',
  },
  people: {
    heading: 'Wie is er nu',
    button: people,
    you: '(u)',
    alone: 'U bent nu alleen. Deel een link, dan kunnen de anderen meeschrijven.',
    inArticle: (place: string) => `in ${place}`,
    announce: 'Zeg het als iemand komt of gaat',
    joined: (name: string) => `${name} doet mee.`,
    left: (name: string) => `${name} is weg.`,
    nobodyParty: 'begeleider',
  },
  share: {
    button: 'Delen',
    heading: 'Nodig de anderen uit',
    lead: 'Elke partij heeft een eigen link. Geef een link alleen aan mensen van die partij: wie hem heeft, kan meeschrijven.',
    forParty: (name: string) => `Link voor ${name}`,
    forFacilitator: 'Link voor wie meebegeleidt',
    forRole: (role: string) => `Link zonder partij: ${role}`,
    make: 'Maak een link',
    makeFor: (name: string) => `Maak een link voor ${name}`,
    making: 'De link wordt gemaakt',
    copy: 'Kopieer',
    copyFor: (name: string) => `Kopieer de link voor ${name}`,
    copyNamed: (link: string) => `Kopieer: ${link}`,
    copied: 'Gekopieerd',
    copyFailed: 'Kopiëren lukt niet in deze browser. Selecteer de link en kopieer hem zelf.',
    showQr: 'Toon QR-code',
    hideQr: 'Verberg QR-code',
    qrNamed: (words: string, link: string) => `${words}: ${link}`,
    qrOf: (link: string) => `QR-code: ${link}`,
    qr: (name: string) => `QR-code met de link voor ${name}`,
    once: 'Een link ziet u alleen op deze pagina, zolang zij open is. Kopieer hem of scan hem nu.',
    notYou: 'Alleen wie deze overeenkomst begeleidt kan links maken. Vraag het aan de begeleider.',
    noParties: 'Er staan nog geen partijen in de overeenkomst. Voeg ze toe bij het artikel Partijen.',
  },
  preview: {
    button: 'Voorbeeld',
    heading: 'Zo komt het op papier',
    busy: 'Het voorbeeld wordt gemaakt.',
    back: 'Verder schrijven',
    print: 'Afdrukken',
  },
  bar: {
    articles: 'Artikelen',
    guidance: 'Uitleg',
    advice: 'Te doen',
    people: 'Mensen',
    share: 'Delen',
    more: 'Meer',
    groups: {
      agree: 'Samen afspreken',
      look: 'Bekijken en meenemen',
      prepare: 'Uitwerken',
      meet: 'Bijeenkomst',
      about: 'Beheer en privacy',
    },
    label: 'Onderdelen van deze overeenkomst',
  },
}
