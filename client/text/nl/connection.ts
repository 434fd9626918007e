const changes = (count: number) => (count === 1 ? '1 wijziging' : `${count} wijzigingen`)
const wait = (count: number) => (count === 1 ? 'uw wijziging wacht' : 'uw wijzigingen wachten')
const waiting = (count: number) => `${changes(count)} ${count === 1 ? 'wacht' : 'wachten'}`
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The one true sentence about the connection, per state, and a short form for a narrow screen. */
export const connection = {
  label: 'Bewaren',
  connecting: 'Wij maken verbinding.',
  notReached: 'Geen verbinding. Wij blijven het proberen.',
  allKept: 'Alles bewaard.',
  keeping: 'Bezig met bewaren.',
  waiting: (count: number) => `${capital(wait(count))} (${count}). Wij maken verbinding.`,
  /** With a copy on this device: the page may be closed. */
  offline: {
    none: 'Geen verbinding, u kunt doorschrijven.',
    waiting: (count: number) =>
      `Geen verbinding, u kunt doorschrijven. ${capital(wait(count))} op dit apparaat (${count}).`,
  },
  /** Without one: what is written stands on the open page alone. */
  offlineOpen: {
    none: 'Geen verbinding. U kunt doorschrijven, maar sluit deze pagina niet.',
    waiting: (count: number) =>
      `Geen verbinding. U kunt doorschrijven, maar sluit deze pagina niet: ${changes(count)} nog niet bewaard.`,
  },
  olderVersion: 'Er is een nieuwe versie. Laad de pagina opnieuw.',
  restored:
    'De server heeft een eerdere stand teruggezet. Laad de pagina opnieuw; kopieer eerst wat u net schreef.',
  restoredOnDevice: 'De server heeft een eerdere stand teruggezet. Wij openen die nu.',
  notKnown: 'U bent hier niet meer aangemeld. Open de link uit uw uitnodiging opnieuw.',
  notAllowed: 'U doet niet meer mee in deze overeenkomst.',
  gone: 'Deze overeenkomst is er niet meer.',
  /** In one line on a narrow screen, where the sentence is longer than that. */
  line: {
    notReached: 'Geen verbinding. Wij proberen het.',
    waiting: (count: number) => `${waiting(count)}. Wij verbinden.`,
    offline: {
      none: 'Geen verbinding. Schrijf gerust door.',
      waiting: (count: number) => `${waiting(count)} op dit apparaat.`,
    },
    offlineOpen: {
      none: 'Geen verbinding. Laat de pagina open.',
      waiting: (count: number) => `Laat de pagina open: ${count} niet bewaard.`,
    },
  },
  short: {
    connecting: 'Verbinden',
    notReached: 'Geen verbinding',
    allKept: 'Bewaard',
    keeping: 'Bewaren',
    waiting: (count: number) => `${count} wacht${count === 1 ? '' : 'en'}`,
    offline: 'Geen verbinding',
    refused: 'Niet bewaard',
    olderVersion: 'Nieuwe versie',
    restored: 'Let op',
    ended: 'Gestopt',
  },
  /** Without a copy on this device: what was written last stands on the open page alone. */
  refused: {
    archived:
      'Nog niet bewaard: deze overeenkomst staat in het archief. Uw woorden wachten op deze pagina tot zij is teruggehaald. Sluit haar niet.',
    fixed: 'Niet bewaard: de tekst is net vastgesteld. Kopieer wat u net schreef en laad de pagina opnieuw.',
    read_only: 'Niet bewaard: u kunt hier alleen lezen. Kopieer wat u net schreef en laad de pagina opnieuw.',
    older_schema:
      'Niet bewaard: er is een nieuwe versie. Kopieer wat u net schreef en laad de pagina opnieuw.',
    malformed: 'Uw laatste wijziging is niet bewaard. Kopieer wat u net schreef en laad de pagina opnieuw.',
    gap: 'Uw laatste wijziging is nog niet bewaard. Wij proberen het opnieuw.',
    too_large:
      'Niet bewaard: dit is te veel tekst in één keer. Laad de pagina opnieuw en plak het in kleinere stukken.',
    not_kept: 'De server kan nu niet bewaren. Wij blijven het proberen. Sluit deze pagina niet.',
    foreign_client:
      'Niet bewaard: deze pagina was van iemand anders. Kopieer wat u net schreef en laad de pagina opnieuw.',
  },
  /** With one: what was written last is not lost. It goes again by itself, or is offered as text when the page is loaded again. */
  refusedOnDevice: {
    archived:
      'Nog niet bewaard: deze overeenkomst staat in het archief. Uw woorden wachten op dit apparaat tot zij is teruggehaald.',
    fixed: 'Niet bewaard: de tekst is vastgesteld. Laad de pagina opnieuw; u krijgt uw woorden dan terug.',
    read_only:
      'Niet bewaard: u kunt hier alleen lezen. Laad de pagina opnieuw; u krijgt uw woorden dan terug.',
    older_schema: 'Er is een nieuwe versie. Laad de pagina opnieuw; wat u net schreef gaat dan mee.',
    malformed: 'Uw laatste wijziging is niet bewaard. Laad de pagina opnieuw; u krijgt uw woorden dan terug.',
    gap: 'Uw laatste wijziging is nog niet bewaard; zij staat op dit apparaat. Wij proberen het opnieuw.',
    too_large:
      'Niet bewaard: dit is te veel tekst in één keer. Laad de pagina opnieuw; u krijgt uw woorden dan terug. Plak ze in kleinere stukken.',
    not_kept:
      'De server kan nu niet bewaren. Uw wijzigingen staan op dit apparaat. Wij blijven het proberen.',
    foreign_client:
      'Niet bewaard: deze pagina was van iemand anders. Laad de pagina opnieuw; u krijgt uw woorden dan terug.',
  },
}
