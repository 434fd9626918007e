/** The start screen. */
export const start = {
  pageTitle: 'Begin',
  promise: 'Schrijf samen aan één overeenkomst',
  lead: 'Gemeente, jeugdhulp en migrantenorganisatie schrijven tegelijk in dezelfde tekst, ieder op het eigen scherm. Bent u klaar, dan haalt u één Word-bestand op.',
  busy: 'Wij halen uw overeenkomsten op.',
  signIn: {
    heading: 'Wie bent u?',
    help: 'Zo zien de anderen wie er schrijft. Uw voornaam mag ook.',
    name: 'Uw naam',
    button: 'Begin',
    busy: 'Een ogenblik',
    nameMissing: 'Vul uw naam in.',
  },
  needLink: {
    heading: 'U hebt een link nodig',
    body: 'Hebt u een uitnodiging gekregen? Open dan de link of scan de QR-code die erbij staat. Bent u degene die Handslag heeft gestart? Open dan de link die het programma liet zien.',
  },
  startLink: {
    heading: 'Welkom bij Handslag',
    body: 'U opent Handslag met de eerste link. Maak uw account, dan kunt u beginnen en collega’s uitnodigen.',
  },
  mine: {
    heading: 'Mijn overeenkomsten',
    empty: 'U hebt nog geen overeenkomst. Kies hieronder een model en begin.',
    parties: 'Met',
    noParties: 'Nog geen partijen met een naam',
    changed: (when: string) => `Laatst gewijzigd ${when}`,
    offline: 'Geen verbinding',
    lastSeen: (when: string) =>
      `Dit zijn uw overeenkomsten zoals u ze op dit apparaat het laatst zag${when === '' ? '' : ` (${when})`}. Wat hier te openen is, kunt u lezen en verder schrijven. Het wordt bewaard als er weer verbinding is.`,
    needsConnection: 'Te openen zodra er verbinding is',
    unreadable:
      'Wij kunnen deze overeenkomst nu niet lezen. Er is niets weggegooid. Vraag wie Handslag voor u beheert om ernaar te kijken.',
    search: 'Zoek op titel of partij',
    show: 'Toon',
    shown: {
      current: 'Alles wat loopt',
      attention: 'Wat aandacht vraagt',
      archive: 'Archief',
    },
    nothingFound: 'Niets gevonden. Zoek met minder woorden, of toon iets anders.',
    waiting: (count: number) =>
      count === 1 ? '1 persoon wacht tot u die toelaat' : `${count} mensen wachten tot u ze toelaat`,
    absent: (names: string) => `Nog niemand van ${names}`,
    emptyFacts: (count: number) =>
      count === 1 ? '1 gegeven is nog leeg' : `${count} gegevens zijn nog leeg`,
    toSolve: (count: number) =>
      count === 1 ? '1 punt om eerst op te lossen' : `${count} punten om eerst op te lossen`,
    moved: (title: string, isAway: boolean) =>
      isAway ? `${title} staat in het archief.` : `${title} is terug uit het archief.`,
    archive: 'Naar archief',
    archiveNamed: (title: string) => `Naar archief: ${title}`,
    unarchive: 'Haal terug',
    unarchiveNamed: (title: string) => `Haal terug: ${title}`,
  },
  templates: {
    heading: 'Een nieuwe overeenkomst',
    help: 'In een model staan de artikelen al. Kies het model dat het beste past. U kunt daarna elke zin veranderen.',
    choose: 'Kies dit model',
    chooseNamed: (title: string) => `Kies dit model: ${title}`,
    parties: (count: number) => (count === 1 ? '1 partij' : `${count} partijen`),
    empty: 'Er zijn geen modellen. Vraag de beheerder om er een te plaatsen.',
  },
  create: {
    pageTitle: 'Nieuwe overeenkomst',
    heading: 'Wie doen er mee?',
    lead: 'Weet u een naam nog niet? Laat hem leeg. U vult hem later in, in de tekst zelf.',
    from: 'Model',
    shortTitle: 'Naam van de samenwerking',
    shortTitleHelp: 'Een korte naam, bijvoorbeeld: Samen dichtbij 2027-2029. Deze komt in de titel.',
    shortTitleMissing: 'Geef de samenwerking een naam.',
    parties: 'Partijen',
    button: 'Begin de overeenkomst',
    busy: 'De overeenkomst wordt klaargezet',
    otherTemplate: 'Ander model',
  },
}
