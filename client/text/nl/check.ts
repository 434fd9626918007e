/** The page that tests, before a meeting, whether writing together works from here. */
export const check = {
  before: 'Vergadert u binnenkort ergens anders?',
  link: 'Test uw verbinding',
  pageTitle: 'Test uw verbinding',
  heading: 'Test uw verbinding',
  lead: 'Doe deze test op de plek en op het apparaat van de vergadering, liefst een dag ervoor. Het duurt nog geen minuut.',
  steps: 'Wat wij testen',
  running: 'De test loopt.',
  again: 'Test opnieuw',
  state: { waiting: 'Nog niet getest', busy: 'Bezig', good: 'Gelukt', bad: 'Niet gelukt' },
  step: {
    reached: {
      name: 'Handslag bereiken',
      good: 'Uw apparaat bereikt Handslag.',
      bad: 'Handslag geeft geen antwoord.',
    },
    socket: {
      name: 'De snelle verbinding',
      good: 'Wat u schrijft gaat meteen heen en weer.',
      bad: 'Uw netwerk houdt de snelle verbinding tegen.',
    },
    line: {
      name: 'De reserveverbinding',
      good: 'De tragere weg is open, voor als de snelle niet kan.',
      bad: 'De tragere weg werkt ook niet.',
    },
    storage: {
      name: 'Bewaren op dit apparaat',
      good: 'Valt het internet weg, dan blijft uw tekst hier bewaard.',
      bad: 'Deze browser bewaart niets voor ons. Valt het internet weg, sluit de pagina dan niet. Zit u in een privévenster? Neem dan een gewoon venster.',
    },
  },
  pace: {
    quick: 'Heen en weer gaat vlot: u merkt geen wachttijd.',
    fine: 'Heen en weer gaat goed: u ziet elkaars letters bijna meteen.',
    noticeable: 'Heen en weer gaat merkbaar traag: u ziet elkaars letters na een tel.',
    slow: 'Heen en weer gaat erg traag: u ziet elkaars letters pas na een paar tellen.',
  },
  verdict: {
    good: { title: 'U kunt vergaderen', body: 'Samen schrijven werkt goed op deze plek.' },
    slower: {
      title: 'Het werkt, iets trager',
      body: 'U kunt vergaderen. Uw netwerk houdt de snelle verbinding tegen; Handslag neemt vanzelf een andere weg. Er gaat niets verloren. Uw ICT-afdeling kan de snelle weg openzetten.',
    },
    slow: {
      title: 'Het werkt, maar traag',
      body: 'U kunt vergaderen, maar deze verbinding is traag. Probeer een andere plek of een ander netwerk.',
    },
    blocked: {
      title: 'Samen schrijven lukt hier nog niet',
      body: 'U bereikt Handslag wel, maar uw netwerk laat het samen schrijven niet door. Vraag uw ICT-afdeling om hulp, of gebruik voor de vergadering het internet van een telefoon.',
    },
    notReached: {
      title: 'Geen verbinding met Handslag',
      body: 'Kijk of u internet hebt en test dan opnieuw. Werken andere websites wel? Vraag dan uw ICT-afdeling om hulp.',
    },
  },
  ict: {
    heading: 'Dit kunt u uw ICT-afdeling vragen',
    help: 'Kopieer deze tekst en mail hem. Uw naam en uw teksten staan er niet in.',
    resultHeading: 'De uitslag om door te geven',
    copy: 'Kopieer de uitslag',
    copied: 'Gekopieerd',
    copyFailed: 'Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer hem zelf.',
  },
  report: {
    heading: 'Handslag: uitslag van de verbindingstest',
    address: 'Adres:',
    time: 'Getest op:',
    works: 'werkt',
    fails: 'werkt niet',
    steps: {
      reached: 'HTTP naar de server',
      socket: 'WebSocket',
      line: 'Reserve over gewone HTTP-verzoeken',
      storage: 'Opslag in de browser (IndexedDB)',
    },
    ask: 'Onze vraag aan de netwerkbeheerder:',
    allowSockets: (address: string) => `Laat WebSocket-verbindingen (HTTP Upgrade) toe naar ${address}`,
    doNotHold: (address: string) =>
      `Houd antwoorden van ${address} niet vast om ze te scannen of te bundelen, en sta GET, POST en DELETE daar toe`,
  },
}
