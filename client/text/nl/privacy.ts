/** What is kept about people, and how it goes away. */
export const privacy = {
  page: 'Privacy',
  menu: 'Privacy en mijn gegevens',
  heading: 'Wat wij over u bewaren',
  lead: 'Hier staat wat Handslag van u weet, waarom, en hoe lang. U kunt alles ophalen. U kunt zich ook laten verwijderen.',
  what: 'Wat, waarom en hoe lang',
  why: 'Waarom',
  howLong: 'Hoe lang',
  kept: [
    {
      what: 'Uw naam, uw rol, en voor welke partij u meedoet',
      why: 'De anderen in de overeenkomst zien zo wie er schrijft.',
      howLong: 'Zolang de overeenkomst er is, of tot u zich laat verwijderen.',
    },
    {
      what: 'Wat u schrijft: de tekst, notities, scores en keuzes',
      why: 'Dat is de overeenkomst zelf.',
      howLong:
        'Zolang de overeenkomst er is. Laat u zich verwijderen, dan blijft de tekst staan zonder uw naam.',
    },
    {
      what: 'Wanneer u iets veranderde, en wanneer u er het laatst was',
      why: 'Zo ziet iedereen wat er nieuw is. Wanneer u er was, ziet u alleen zelf.',
      howLong: 'Zolang de overeenkomst er is. Uw bezoek gaat weg als u zich laat verwijderen.',
    },
    {
      what: 'Het akkoord, de zorg of het bezwaar dat u namens uw partij geeft',
      why: 'Alle partijen zien wie het gaf, wanneer, en bij welke tekst.',
      howLong: 'Zolang de overeenkomst er is. Laat u zich verwijderen, dan blijft het staan zonder uw naam.',
    },
    {
      what: 'Dat u een artikel niet snapt, als u daarop drukt',
      why: 'Zo telt u één keer mee. Wij bewaren het zonder uw naam. Niemand ziet wie het was.',
      howLong: 'Tot er in de bijeenkomst over gepraat is, of tot u het terugneemt.',
    },
    {
      what: 'Een Word-bestand dat u terugbrengt',
      why: 'Zo ziet u wat erin anders is. Alleen u ziet wat er in het bestand staat.',
      howLong: 'Tot u het weghaalt, u zich laat verwijderen, of de overeenkomst weggaat.',
    },
    {
      what: 'Een sleutel in uw browser (een cookie)',
      why: 'Zo hebt u uw link maar één keer nodig. De sleutel volgt u nergens.',
      howLong: '90 dagen, of tot u zich afmeldt. Op een gedeelde computer hooguit een halve dag.',
    },
    {
      what: 'De tekst van uw overeenkomst op dit apparaat',
      why: 'Zo kunt u doorschrijven zonder verbinding.',
      howLong: 'Tot u zich afmeldt. Op een gedeelde computer bewaren wij niets op het apparaat.',
    },
    {
      what: 'Hebt u een account: uw e-mailadres, uw wachtwoord (onleesbaar) en uw toegangssleutels',
      why: 'Daarmee meldt u zich aan. Alleen collega’s die overeenkomsten beginnen, hebben een account.',
      howLong: 'Tot u zich laat verwijderen, of tot een beheerder uw account weghaalt.',
    },
    {
      what: 'Het logboek: wie iemand uitnodigde, binnenkwam, iets ophaalde of verwijderde',
      why: 'Zo is achteraf te zien wat er is gebeurd. Er staan geen namen in, geen tekst en geen wachtwoorden.',
      howLong: 'Het logboek blijft. Bent u verwijderd, dan leidt het nummer erin naar niemand meer.',
    },
  ],
  never: {
    heading: 'Wat wij niet doen',
    body: 'Wij volgen u niet en verkopen niets. Geen enkele pagina haalt iets op bij een andere website. Wat u doet komt niet met uw naam of adres in technische verslagen.',
  },
  agreements: {
    heading: 'Hoe lang een overeenkomst blijft',
    never:
      'Overeenkomsten worden hier nooit vanzelf verwijderd. Een begeleider kan een overeenkomst wel verwijderen.',
    months: (months: number) =>
      `Overeenkomsten worden hier verwijderd als er ${months === 1 ? 'een maand' : `${months} maanden`} niets in verandert. De begeleider ziet dat van tevoren. Een begeleider kan een overeenkomst ook zelf verwijderen.`,
    backups:
      'Verwijderd is echt weg. Alleen in reservekopieën staat het nog, tot die worden weggegooid. Hoe lang dat duurt, weet degene die deze Handslag beheert.',
  },
  ask: {
    heading: 'Vragen?',
    body: (workspace: string) =>
      `Vraag het aan de begeleider van uw overeenkomst${workspace === '' ? '' : `, of aan ${workspace}`}. Komt u er samen niet uit, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.`,
  },
  mine: {
    heading: 'Mijn gegevens',
    nobody:
      'Op dit apparaat weten wij niet wie u bent. Open eerst uw link, of meld u aan. Dan kunt u hier uw gegevens ophalen of u laten verwijderen.',
    you: (name: string) => (name === '' ? 'U kijkt mee zonder naam.' : `U bent hier bekend als ${name}.`),
    downloadHelp: 'U krijgt één bestand (JSON) met alles wat wij over u bewaren.',
    download: 'Haal mijn gegevens op',
    downloaded: 'Uw gegevens staan bij uw downloads.',
    busy: 'Een ogenblik',
    loading: 'Wij kijken wie u bent.',
    eraseHelp: 'Uw naam en alles waarmee u binnenkomt gaan weg. Wat u schreef, blijft staan.',
    erase: 'Verwijder mij',
    eraseHeading: 'Wilt u zich laten verwijderen?',
    eraseBody: [
      'Uw naam wordt overal “voormalig deelnemer”.',
      'Uw account, e-mailadres, toegangssleutels en bezoeken gaan weg.',
      'U bent meteen op al uw apparaten afgemeld.',
      'Wat u schreef, blijft in de overeenkomst staan.',
    ],
    noWayBack: 'Dit kan niet ongedaan worden gemaakt.',
    eraseButton: 'Ja, verwijder mij',
  },
  retention: {
    heading: 'Hoe lang overeenkomsten blijven',
    help: 'Kies na hoeveel maanden zonder wijziging een overeenkomst wordt verwijderd. Begeleiders zien dat minstens 60 dagen van tevoren.',
    label: 'Overeenkomsten verwijderen',
    never: 'Nooit vanzelf',
    after: (months: number) =>
      months % 12 === 0 ? `Na ${months / 12} jaar zonder wijziging` : `Na ${months} maanden zonder wijziging`,
    save: 'Bewaar termijn',
    saved: 'Bewaard.',
  },
  warning: {
    list: (day: string) => `Wordt verwijderd op ${day} als er niets verandert`,
    title: 'Deze overeenkomst wordt binnenkort verwijderd',
    body: (day: string) =>
      `Er is lang niets veranderd. Op ${day} wordt deze overeenkomst verwijderd. Verandert u iets in de tekst, dan blijft zij langer. U kunt haar ook ophalen als Word-bestand.`,
  },
  deletion: {
    heading: 'Deze overeenkomst verwijderen',
    until: (day: string) =>
      `Verandert er niets meer, dan wordt deze overeenkomst op ${day} vanzelf verwijderd.`,
    forever: 'Deze overeenkomst wordt nooit vanzelf verwijderd.',
    help: 'De tekst, de geschiedenis, de notities, de scores en de links gaan weg, voor iedereen. In het logboek blijft staan dat u dit deed.',
    button: 'Verwijder deze overeenkomst',
    question: 'Wilt u deze overeenkomst verwijderen?',
    download: 'Haal eerst het Word-bestand op als u de tekst wilt houden.',
    title: 'Typ de titel over',
    titleIs: (title: string) => `De titel is: ${title}`,
    titleMissing: 'Typ de titel precies zoals hij hierboven staat.',
    confirm: 'Verwijder voor iedereen',
    busy: 'De overeenkomst wordt verwijderd',
  },
}
