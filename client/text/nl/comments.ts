/** What people say to each other about a place of the agreement. */
export const comments = {
  tab: 'Opmerkingen',
  busy: 'Wij halen de opmerkingen op.',
  stale: 'Het ophalen van de nieuwste opmerkingen lukte niet. Dit is wat wij al hadden.',
  again: 'Opnieuw ophalen',
  filter: {
    label: 'Welke opmerkingen',
    open: 'Open',
    resolved: 'Afgehandeld',
    mine: 'Voor mij',
  },
  scope: {
    label: 'Waar',
    article: 'In dit artikel',
    all: 'In de hele overeenkomst',
  },
  list: 'Opmerkingen',
  keys: 'Met de pijlen omhoog en omlaag gaat u langs de opmerkingen. Met Enter gaat u naar de plaats in de tekst. Met Ctrl+Alt+M komt u terug.',
  previous: 'Vorige opmerking',
  next: 'Volgende opmerking',
  none: {
    open: 'Er zijn geen open opmerkingen.',
    resolved: 'Er is nog niets afgehandeld.',
    mine: 'Er zijn geen opmerkingen voor u. Hier ziet u waar iemand u noemt, en gesprekken waar u aan meedoet.',
  },
  help: 'Kies woorden in de tekst en daarna ‘Opmerking’. Of maak een opmerking bij een heel artikel.',
  elsewhere: (count: number) =>
    count === 1
      ? 'Op een andere plaats is nog 1 open opmerking.'
      : `Op andere plaatsen zijn nog ${count} open opmerkingen.`,
  circle: {
    label: 'Wie ziet dit',
    everyone: 'Voor alle partijen',
    organisation: (name: string) => `Alleen binnen ${name}`,
    leaders: 'Alleen voor wie de bijeenkomst leidt',
  },
  place: {
    passage: 'Bij deze woorden',
    gone: 'De tekst is weg; dit stond er:',
    takenOut: 'Dit staat niet meer in de overeenkomst:',
    article: (name: string) => `Bij het hele artikel: ${name}`,
    fact: (name: string) => `Bij het gegeven: ${name}`,
    row: (name: string) => `Bij de rij: ${name}`,
    proposal: 'Bij een voorstel',
    goTo: 'Ga naar de plaats',
  },
  write: {
    onWords: 'Opmerking',
    button: 'Opmerking maken',
    onArticle: 'Opmerking bij dit artikel',
    onFact: 'Opmerking bij dit gegeven',
    onRow: 'Opmerking bij deze rij',
    heading: 'Nieuwe opmerking',
    label: 'Uw opmerking',
    help: 'Typ @ om iemand te noemen.',
    send: 'Plaats opmerking',
    tooLong: (most: number) => `Dit is te lang. Er passen ${most} tekens in een opmerking.`,
    empty: 'Schrijf eerst uw opmerking.',
    nothingChosen: 'Kies eerst woorden in de tekst.',
  },
  mention: {
    label: 'Mensen die u kunt noemen',
    found: (count: number) => (count === 1 ? '1 persoon gevonden' : `${count} personen gevonden`),
    outside: (name: string) =>
      `${name} ziet deze opmerking niet. Haal de naam weg of kies ‘Voor alle partijen’.`,
  },
  thread: {
    by: (name: string) => `Opmerking van ${name}`,
    changed: 'gewijzigd',
    removed: 'Deze opmerking is verwijderd.',
    waiting: 'Nog niet verzonden',
    refused: 'Niet geplaatst',
    retry: 'Probeer opnieuw',
    drop: 'Gooi weg',
    reply: 'Antwoord',
    replyLabel: 'Uw antwoord',
    sendReply: 'Plaats antwoord',
    resolve: 'Afgehandeld',
    reopen: 'Open weer',
    resolvedBy: (name: string, when: string) => `Afgehandeld door ${name}, ${when}`,
    reopenedBy: (name: string, when: string) => `Weer geopend door ${name}, ${when}`,
    own: (when: string) => `Uw opmerking van ${when}`,
    change: 'Wijzig',
    changeLabel: 'Wijzig uw opmerking',
    makePoint: 'Maak er een open punt van',
    save: 'Bewaar',
    remove: 'Verwijder',
  },
  of: {
    count: (count: number) => (count === 1 ? '1 open opmerking' : `${count} open opmerkingen`),
    open: (count: number, name: string) =>
      count === 0
        ? `Opmerking bij ${name}`
        : count === 1
          ? `1 open opmerking bij ${name}`
          : `${count} open opmerkingen bij ${name}`,
  },
  selection: {
    make: 'Opmerking',
    look: 'Bekijk de opmerking',
  },
}
