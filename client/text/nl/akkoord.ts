/** The akkoord of parties, beside each article and all together. */
export const akkoord = {
  title: 'Akkoord per artikel',
  menu: 'Akkoord',
  states: {
    none: 'nog niet',
    agreed: 'akkoord',
    agreed_with_concern: 'akkoord met zorg',
    objection: 'bezwaar',
    changed: 'opnieuw bekijken',
  },
  /** The same, where there is little room. */
  short: {
    none: 'nog niet',
    agreed: 'akkoord',
    agreed_with_concern: 'zorg',
    objection: 'bezwaar',
    changed: 'opnieuw',
  },
  /** Beside an article, for who cannot see the signs. */
  ofParty: (party: string, state: string) => `${party}: ${state}`,
  ofParties: (state: string, parties: string) => `${state}: ${parties}`,
  label: (name: string) => `Akkoord met ${name}`,
  count: (yes: number, all: number) => `${yes} van ${all} partijen akkoord`,
  by: (name: string, day: string) => `${name}, ${day}`,
  choose: (party: string) => `Uw antwoord namens ${party}`,
  byAnother: (party: string) =>
    `Iemand anders geeft het akkoord namens ${party}. Wilt u dat zelf doen? Vraag het de begeleider.`,
  choices: {
    agreed: 'Akkoord',
    agreed_with_concern: 'Akkoord met zorg',
    objection: 'Bezwaar',
    none: 'Nog niet',
  },
  reason: {
    agreed_with_concern: 'Wat is uw zorg?',
    objection: 'Wat is uw bezwaar?',
    help: 'Alle partijen lezen dit.',
    missing: 'Schrijf in een zin op wat uw zorg of bezwaar is.',
    give: 'Geef door',
  },
  changedSince: {
    agreed: (count: number) => `Gewijzigd sinds uw akkoord: ${sentences(count)}`,
    agreed_with_concern: (count: number) => `Gewijzigd sinds uw akkoord: ${sentences(count)}`,
    objection: (count: number) => `Gewijzigd sinds uw bezwaar: ${sentences(count)}`,
  },
  changedBusy: 'Gewijzigd sinds uw antwoord',
  reopened: 'De tekst is weer opengegaan. Kijk opnieuw en geef uw antwoord nog eens.',
  showWords: 'Toon wat er veranderde',
  gone: 'Weg:',
  came: 'Nieuw:',
  notSent: 'Nog niet verzonden. Dit gaat vanzelf zodra er verbinding is.',
  notGiven: 'Niet doorgegeven: de tekst is intussen gewijzigd. Lees hem nog eens en kies opnieuw.',
  refused: 'Niet doorgegeven: u geeft geen akkoord meer namens deze partij, of de overeenkomst staat vast.',
  putAway: 'Begrepen',
  grid: {
    lead: 'Per artikel wat elke partij ervan vindt. Zwijgen is geen akkoord.',
    busy: 'Wij halen op wat de partijen vinden.',
    noParties: 'Er doen nog geen partijen mee.',
    article: 'Artikel',
    whole: (done: number, all: number) =>
      `Over ${done} van ${all} artikelen en bijlagen zijn alle partijen het eens`,
    wholeDone: 'Alle partijen zijn het overal over eens',
    annex: (number: string) => `Bijlage ${number}`,
    readAll: 'Lees alles',
    readAllOf: (whose: string) => `Lees alles: ${whose}`,
    whose: (state: string, party: string) => `${state} van ${party}`,
    rest: 'Toon alleen waar nog niet alle partijen het over eens zijn',
  },
}

function sentences(count: number): string {
  return count === 1 ? '1 zin' : `${count} zinnen`
}
